"""A resolved date and the calendar arithmetic behind it."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

RELATIVE = "relative to published_at"
FULL = "stated in full"
EARLIER = "relative to an earlier date"


@dataclass(frozen=True, kw_only=True)
class DateValue:
    """Both ends inclusive; ``precision`` is day, range, month or year."""

    start: date
    end: date
    precision: str
    basis: str


def day(when: date, basis: str = RELATIVE) -> DateValue:
    """Return a single day."""
    return DateValue(start=when, end=when, precision="day", basis=basis)


def span(start: date, end: date, basis: str = RELATIVE) -> DateValue | None:
    """Return a range of days, None if it runs backwards."""
    if start > end:
        return None
    return DateValue(start=start, end=end, precision="day" if start == end else "range", basis=basis)


def month(year: int, number: int, basis: str = RELATIVE) -> DateValue:
    """Return a whole calendar month."""
    last = calendar.monthrange(year, number)[1]
    return DateValue(
        start=date(year, number, 1), end=date(year, number, last), precision="month", basis=basis
    )


def year(number: int, basis: str = FULL) -> DateValue:
    """Return a whole calendar year."""
    return DateValue(start=date(number, 1, 1), end=date(number, 12, 31), precision="year", basis=basis)


def months_before(when: date, count: int) -> date:
    """Return the first day of the month ``count`` months before ``when``."""
    index = when.year * 12 + when.month - 1 - count
    return date(index // 12, index % 12 + 1, 1)


def days_before(when: date, count: int) -> date:
    """Return the day ``count`` days before ``when``."""
    return when - timedelta(days=count)
