"""The time words of one event to its date."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from models.normalise.dates.expression import resolve
from models.normalise.dates.value import DateValue, value_of

Found = tuple[DateValue, "Expression"]

_AND = " and "
_WEEK = timedelta(days=7)


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
) -> Found | None:
    """Resolve the time words of one event, best first, and return the value with the words that gave it.

    The first that resolves wins, unless it is a mere time of day or a later one says which part of its
    period is meant. "Since the ceasefire ended" opens the date that the other words give.
    """
    found: Found | None = None
    for expression in _joined(expressions):
        value = _resolve(expression, anchor, previous)
        if value and (found is None or _better(value, found[0])):
            found = value, expression
    if found and anchor and any(_is_unread_opening(e, anchor, previous) for e in expressions):
        opened = value_of((found[0].start, anchor), found[0].basis)
        return (opened, found[1]) if opened else found
    return found


def _resolve(expression: Expression, anchor: date | None, previous: DateValue | None) -> DateValue | None:
    return resolve(
        expression.text,
        anchor=anchor,
        previous=previous,
        before=expression.before,
        after=expression.after,
    )


def _better(value: DateValue, found: DateValue) -> bool:
    if found.weak or value.weak:
        return found.weak and not value.weak
    if found.precision in ("month", "year"):
        return found.start <= value.start and value.end <= found.end and value.period != found.period
    # "Last week" and "two weeks ago" are loosely said: a day that is named nearby is the better word.
    is_week = found.end - found.start == _WEEK - timedelta(days=1)
    is_near = max(found.start - value.start, value.start - found.end) <= _WEEK
    return is_week and is_near and value.precision == "day"


def _joined(expressions: Sequence[Expression]) -> list[Expression]:
    """Make one expression of two that "and" joins ("December" and "January")."""
    following = {e.start: e for e in expressions}
    joined = []
    for expression in expressions:
        other = following.get(expression.end + len(_AND))
        if other and expression.after.startswith(_AND):
            text = f"{expression.text}{_AND}{other.text}"
            expression = replace(expression, text=text, end=other.end, after=other.after)
        joined.append(expression)
    return joined


def _is_unread_opening(expression: Expression, anchor: date | None, previous: DateValue | None) -> bool:
    is_opening = expression.text.lower().startswith("since ")
    return is_opening and _resolve(expression, anchor, previous) is None
