"""How the service comes by a model."""

import os
from pathlib import Path

from models.engine import BatchEngine


def open_engine(*, model_dir: Path | None, threads: int, device: str = "cpu") -> BatchEngine:
    """Load the model that ships with Eventwire, or the one in ``model_dir``, without any network.

    Raises:
        ValueError: the folder does not hold a model of ours, or the device cannot be used.
        OSError: a file of it cannot be read.
    """
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    from models.inline import load_engine  # here, because it imports torch

    return load_engine(model_dir, threads=threads, device=device)
