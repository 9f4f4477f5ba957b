"""What the date layer reads and returns."""

from dataclasses import dataclass
from datetime import date

from models.normalise.dates.periods import Period, is_month, is_year

STATED = "stated in full"
PUBLISHED = "relative to published_at"
EARLIER = "relative to an earlier date"


@dataclass(frozen=True, kw_only=True)
class DateValue:
    """When something happened, both ends inclusive.

    ``precision`` is ``day``, ``month`` or ``year`` for exactly one of these, else ``range``; ``basis`` says what
    the value was counted from.
    """

    start: date
    end: date
    precision: str
    basis: str

    @property
    def period(self) -> Period:
        """Both ends as a plain pair."""
        return self.start, self.end


@dataclass(frozen=True, kw_only=True)
class Expression:
    """One time expression of an event, with the article text either side of it."""

    text: str
    start: int
    end: int
    before: str = ""
    after: str = ""
    score: float = 0.0


@dataclass(frozen=True, kw_only=True)
class Frame:
    """What an expression is read against; ``before`` and ``after`` are cleaned like the expression itself."""

    anchor: date | None = None
    previous: DateValue | None = None
    before: str = ""
    after: str = ""


def value(period: Period, basis: str) -> DateValue:
    """Return ``period`` as a value, with the precision that its ends show."""
    start, end = period
    return DateValue(start=start, end=end, precision=_precision(period), basis=basis)


def _precision(period: Period) -> str:
    if period[0] == period[1]:
        return "day"
    if is_month(period):
        return "month"
    return "year" if is_year(period) else "range"
