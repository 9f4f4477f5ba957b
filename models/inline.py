"""The engine inside the calling process: for the CLI, for tests, and for the service's model process."""

import os
from pathlib import Path

import torch

from models.engine import BatchEngine
from models.network.precision import best_precision
from models.pipeline import Pipeline
from models.weights import EMBEDDED, load_model


def load_engine(model_dir: Path | None = None, *, threads: int = 1, device: str = "cpu") -> BatchEngine:
    """Load a model directory (the embedded one by default) into this process. Needs no network.

    ``device`` is a torch device such as ``cpu`` or ``cuda:1``; ``auto`` is the first GPU, or else the CPU.

    Raises:
        ValueError: the directory holds no intact model, ``threads`` is not positive, or the device
            cannot be used.
    """
    if threads < 1:
        raise ValueError(f"threads must be 1 or more, not {threads}")
    os.environ["HF_HUB_OFFLINE"] = "1"
    torch.set_num_threads(threads)
    chosen = _choose(device)
    precision = best_precision() if chosen == "cpu" else torch.bfloat16
    return Pipeline(model=load_model(model_dir or EMBEDDED), precision=precision, device=chosen)


def _choose(device: str) -> str:
    if device == "auto":
        return "cuda:0" if torch.cuda.is_available() else "cpu"
    try:
        torch.empty(0, device=device)
    except (RuntimeError, AssertionError) as error:  # torch asserts that it was built with CUDA
        raise ValueError(f"the device {device!r} cannot be used: {error}") from error
    return device
