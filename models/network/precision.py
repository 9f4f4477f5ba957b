"""Which numbers the encoder computes with on this machine."""

import torch


def best_precision() -> torch.dtype:
    """Return bfloat16 where the CPU multiplies it natively, else float32.

    Emulated bfloat16 is a hundred times slower than float32.
    """
    native = torch.cpu._is_avx512_bf16_supported() or torch.cpu._is_amx_tile_supported()
    return torch.bfloat16 if native else torch.float32


def autocast() -> torch.autocast:
    """Return a context in which float32 weights are multiplied in the best precision."""
    precision = best_precision()
    return torch.autocast("cpu", dtype=torch.bfloat16, enabled=precision == torch.bfloat16)
