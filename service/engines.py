"""The engine as the service holds it."""

import os
from pathlib import Path
from threading import Lock

from models.engine import Engine
from models.records import Article, Extraction, ModelInfo, Options


def open_engine(*, model_dir: Path | None, threads: int) -> Engine:
    """Load the model that ships with Eventwire, or the one in ``model_dir``, without any network.

    Raises:
        ValueError: the folder does not hold a model of ours.
        OSError: a file of it cannot be read.
    """
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    from models.inline import load_engine  # here, because it imports torch

    return load_engine(model_dir, threads=threads)


class SerialEngine:
    """An engine that takes one article at a time, however many HTTP threads call it.

    Passes that run side by side would only slow each other down and add up their memory.
    """

    def __init__(self, *, engine: Engine) -> None:
        self._engine = engine
        self._lock = Lock()

    @property
    def info(self) -> ModelInfo:
        """Name and version of the weights."""
        return self._engine.info

    def extract(self, article: Article, *, options: Options) -> Extraction:
        """Return the attack records of one article, once it is its turn."""
        with self._lock:
            return self._engine.extract(article, options=options)
