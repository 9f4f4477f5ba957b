"""A resolved date."""

from dataclasses import dataclass
from datetime import date

from models.normalise.dates.periods import Period, month_of, year_of

RELATIVE = "relative to published_at"
FULL = "stated in full"
EARLIER = "relative to an earlier date"


@dataclass(frozen=True, kw_only=True)
class DateValue:
    """When something happened, both ends inclusive.

    ``precision`` is ``day``, ``month`` or ``year`` for exactly one of these, else ``range``; ``basis`` says
    what the value was counted from. ``weak`` marks a day known from a time of day alone ("at 7 a.m.").
    """

    start: date
    end: date
    precision: str
    basis: str
    weak: bool = False

    @property
    def period(self) -> Period:
        """Both ends as a plain pair."""
        return self.start, self.end


def value_of(period: Period, basis: str, *, weak: bool = False) -> DateValue | None:
    """Return ``period`` with the precision that its ends show, None if it runs backwards."""
    start, end = period
    if start > end:
        return None
    return DateValue(start=start, end=end, precision=_precision(period), basis=basis, weak=weak)


def _precision(period: Period) -> str:
    start, end = period
    if start == end:
        return "day"
    if period == month_of(start):
        return "month"
    return "year" if period == year_of(start.year) else "range"
