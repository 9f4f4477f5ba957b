from collections.abc import Callable
from datetime import date

import pytest

from models.normalise.dates import DateValue, resolve

# A Wednesday.
PUBLISHED = date(2021, 3, 17)


@pytest.fixture
def when() -> Callable[..., str | None]:
    """Resolve an expression against Wednesday 17 March 2021; show its ends, one where they are the same."""

    def show(text: str, **context: object) -> str | None:
        return _shown(resolve(text, **{"anchor": PUBLISHED, **context}))  # type: ignore[arg-type]

    return show


@pytest.fixture
def earlier() -> Callable[..., DateValue]:
    """Build an earlier date of the article."""

    def build(start: str, end: str | None = None) -> DateValue:
        first, last = date.fromisoformat(start), date.fromisoformat(end or start)
        return DateValue(start=first, end=last, precision="range", basis="stated in full")

    return build


def _shown(value: DateValue | None) -> str | None:
    if value is None:
        return None
    return f"{value.start}" if value.start == value.end else f"{value.start}/{value.end}"
