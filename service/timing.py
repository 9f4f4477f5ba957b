"""What the time of a request goes into."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from time import monotonic

_stages: ContextVar[dict[str, float]] = ContextVar("stages")


def start() -> None:
    """Begin to measure a request."""
    _stages.set({})


def record(stage: str, seconds: float) -> None:
    """Add time to a stage of the current request, if one is measured."""
    stages = _stages.get({})
    stages[stage] = stages.get(stage, 0.0) + seconds


@contextmanager
def measured(stage: str) -> Iterator[None]:
    """Add the time of a block to a stage."""
    began = monotonic()
    try:
        yield
    finally:
        record(stage, monotonic() - began)


def stages() -> dict[str, float]:
    """Return the seconds of each stage so far."""
    return dict(_stages.get({}))
