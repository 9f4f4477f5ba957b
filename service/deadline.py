"""How long a request may still take."""

from contextvars import ContextVar
from time import monotonic

_expires: ContextVar[float] = ContextVar("expires")
_DEFAULT = 120.0


def start(seconds: float) -> None:
    """Give the current request so many seconds."""
    _expires.set(monotonic() + seconds)


def remaining() -> float:
    """Return the seconds left, never less than none; outside a request there are two minutes."""
    return max(0.0, _expires.get(monotonic() + _DEFAULT) - monotonic())
