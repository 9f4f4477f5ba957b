import torch

from models.network.precision import autocast, best_precision


def multiply():
    with autocast():
        return (torch.ones(2, 2) @ torch.ones(2, 2)).dtype


def test_precision_follows_the_processor(monkeypatch):
    monkeypatch.setattr(torch.cpu, "_is_avx512_bf16_supported", lambda: False)
    monkeypatch.setattr(torch.cpu, "_is_amx_tile_supported", lambda: False)
    assert best_precision() == multiply() == torch.float32
    monkeypatch.setattr(torch.cpu, "_is_amx_tile_supported", lambda: True)
    assert best_precision() == multiply() == torch.bfloat16
