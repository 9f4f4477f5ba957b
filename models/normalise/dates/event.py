"""The time words of one event to its date."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from models.normalise.dates.expression import resolve
from models.normalise.dates.value import DateValue


@dataclass(frozen=True, kw_only=True)
class Expression:
    """A time expression of the article and the words around it; ``score`` says how likely it comes first."""

    text: str
    start: int
    end: int
    before: str = ""
    after: str = ""
    score: float = 0.0


def resolve_event(
    expressions: Sequence[Expression], *, anchor: date | None, previous: DateValue | None = None
) -> tuple[DateValue, Expression] | None:
    """Resolve the time words of one event, best first, and return the value with the words that gave it.

    The first that resolves wins, unless a later one narrows it to a part of the same period.
    """
    found: tuple[DateValue, Expression] | None = None
    for expression in expressions:
        value = resolve(
            expression.text,
            anchor=anchor,
            previous=previous,
            before=expression.before,
            after=expression.after,
        )
        if value is None:
            continue
        if found is None or (found[0].precision in ("month", "year") and _inside(value, found[0])):
            found = value, expression
    return found


def _inside(inner: DateValue, outer: DateValue) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end and inner != outer
