import json

import pytest
import torch
from safetensors.torch import load_file, save_file

from models import weights
from models.weights import load_model, save_model, verify


@pytest.fixture
def saved(model, tmp_path):
    save_model(model, tmp_path / "model")
    return tmp_path / "model"


def test_a_saved_model_comes_back(model, saved):
    loaded = load_model(saved)
    assert (loaded.name, loaded.version) == ("tiny", "0.0.1")
    assert loaded.thresholds == model.thresholds
    assert loaded.calibration == model.calibration
    assert loaded.windows == model.windows
    for name, tensor in model.network.state_dict().items():
        torch.testing.assert_close(loaded.network.state_dict()[name], tensor, atol=1e-3, rtol=1e-3)


def test_weights_are_stored_in_half_precision(saved):
    tensors = load_file(saved / "weights-1.safetensors").values()
    assert {t.dtype for t in tensors if t.is_floating_point()} == {torch.float16}


def test_large_weights_are_split_into_shards(model, tmp_path, monkeypatch):
    monkeypatch.setattr(weights, "_SHARD_BYTES", 40_000)
    save_model(model, tmp_path)
    shards = list(tmp_path.glob("*.safetensors"))
    assert len(shards) > 1
    assert all(sum(t.nbytes for t in load_file(shard).values()) <= 40_000 for shard in shards)
    verify(tmp_path)
    load_model(tmp_path)


def test_stale_shards_are_removed(model, saved):
    (saved / "weights-9.safetensors").write_bytes(b"old")
    save_model(model, saved)
    assert [p.name for p in saved.glob("*.safetensors")] == ["weights-1.safetensors"]


def test_a_damaged_file_is_named(saved):
    path = saved / "config.json"
    path.write_text(path.read_text() + " ")
    with pytest.raises(ValueError, match=r"config\.json is damaged"):
        load_model(saved)


def test_a_missing_file_is_named(saved):
    (saved / "weights-1.safetensors").unlink()
    with pytest.raises(ValueError, match=r"weights-1\.safetensors is missing"):
        load_model(saved)


def test_a_directory_that_is_no_model_is_named(tmp_path):
    with pytest.raises(ValueError, match="is not a model directory"):
        load_model(tmp_path)


def test_a_missing_directory_is_named(tmp_path):
    with pytest.raises(ValueError, match="nowhere is not a model directory"):
        load_model(tmp_path / "nowhere")


def test_incomplete_weights_name_what_they_lack(model, saved, monkeypatch):
    monkeypatch.setattr(weights, "verify", lambda directory: None)
    shard = load_file(saved / "weights-1.safetensors")
    del shard["kind.0.weight"]
    save_file(shard, saved / "weights-1.safetensors")
    with pytest.raises(ValueError, match=r"lacks kind\.0\.weight"):
        load_model(saved)


def test_weights_of_another_network_are_refused(model, saved, monkeypatch):
    monkeypatch.setattr(weights, "verify", lambda directory: None)
    shard = load_file(saved / "weights-1.safetensors") | {"stranger": torch.zeros(1)}
    save_file(shard, saved / "weights-1.safetensors")
    with pytest.raises(ValueError, match="stranger"):
        load_model(saved)


def test_new_thresholds_renew_the_checksums(model, saved):
    weights.write_config(model, saved)
    verify(saved)
    assert json.loads((saved / "config.json").read_text())["thresholds"]["trigger"] == 0.3
