"""Parts of a period: "early March", "mid-2012", "the first half of 2012"."""

from datetime import date

from models.normalise.dates.periods import Period, decade_of, month_of, months, year_of, years
from models.normalise.dates.vocabulary import any_of

_PARTS = {
    "early": "early",
    "beginning": "early",
    "start": "early",
    "mid": "mid",
    "middle": "mid",
    "late": "late",
    "end": "late",
    "first half": "first half",
    "second half": "second half",
    "latter half": "second half",
    "latter part": "second half",
}
# First and last day of a month, month of a year, year of a decade; None is the end.
_DAYS = {
    "early": (1, 10),
    "mid": (11, 20),
    "late": (21, None),
    "first half": (1, 15),
    "second half": (16, None),
}
_MONTHS = {
    "early": (1, 4),
    "mid": (5, 8),
    "late": (9, 12),
    "first half": (1, 6),
    "second half": (7, 12),
}
_YEARS = {
    "early": (0, 3),
    "mid": (4, 6),
    "late": (7, 9),
    "first half": (0, 4),
    "second half": (5, 9),
}

PART = any_of(_PARTS) + "(?! this)"


def part_of(name: str, period: Period) -> Period:
    """Return the part that ``PART`` matched of a month, year or decade; any other period whole."""
    part, (start, end) = _PARTS[name], period
    if period == month_of(start):
        first, last = _DAYS[part]
        return start.replace(day=first), end.replace(day=last or end.day)
    if period == year_of(start.year):
        return months(start.year, *_MONTHS[part])
    if period == decade_of(start.year):
        return years(*(start.year + shift for shift in _YEARS[part]))
    return period


def opening_of(name: str, period: Period) -> date:
    """Return the day from which "since mid-March" counts: the middle itself, else the part's first day."""
    start, _ = period
    if _PARTS[name] == "mid" and period == month_of(start):
        return start.replace(day=15)
    if _PARTS[name] == "mid" and period == year_of(start.year):
        return start.replace(month=6)
    return part_of(name, period)[0]
