"""The engine inside the calling process: for the CLI, for tests, for a small service."""

import os
from pathlib import Path

import torch

from models.engine import Engine
from models.network.precision import best_precision
from models.pipeline import Pipeline
from models.weights import EMBEDDED, load_model


def load_engine(model_dir: Path | None = None, *, threads: int = 1) -> Engine:
    """Load a model directory (the embedded one by default) into this process. Needs no network.

    Raises:
        ValueError: the directory holds no intact model, or ``threads`` is not positive.
    """
    if threads < 1:
        raise ValueError(f"threads must be 1 or more, not {threads}")
    os.environ["HF_HUB_OFFLINE"] = "1"
    torch.set_num_threads(threads)
    return Pipeline(model=load_model(model_dir or EMBEDDED), precision=best_precision())
