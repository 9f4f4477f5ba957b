"""Days and months named without a year or week: which one is meant."""

from datetime import date

from models.normalise.dates.periods import (
    Period,
    add_days,
    month_of,
    one_day,
    weekday_by,
    weekday_from,
)
from models.normalise.dates.rules import Frame

# A day this soon is an announcement ("on Nov. 3"); a year ago the year would be given.
_SOON_DAYS = 30
# 29 February comes back after four years, or eight around most turns of a century.
_LEAP_CYCLE = 9
_HALF_YEAR = 183


def yearless_day(month: int, day: int, frame: Frame, *, weekday: int | None = None) -> Period | None:
    """Return the day that is meant: the latest one, unless the text looks ahead or ``weekday`` disagrees.

    Without an anchor the article's earlier date gives the year. Raises ``ValueError`` off the calendar.
    """
    date(2000, month, day)
    anchor = _near(frame)
    if anchor is None:
        return None
    days = _candidates(month, day, anchor.year)
    fitting = [d for d in days if weekday is None or d.weekday() == weekday] or days
    if frame.ahead:
        return one_day(min((d for d in fitting if d >= anchor), default=fitting[-1]))
    limit = add_days(anchor, _SOON_DAYS if frame.anchor else _HALF_YEAR)
    return one_day(max((d for d in fitting if d <= limit), default=fitting[0]))


def yearless_month(month: int, frame: Frame) -> Period | None:
    """Return the latest such month that has begun, or the next one where the text looks ahead."""
    anchor = _near(frame)
    if anchor is None:
        return None
    months = [month_of(date(year, month, 1)) for year in range(anchor.year - 1, anchor.year + 2)]
    return choose(months, anchor, ahead=frame.ahead)


def bare_weekday(weekday: int, frame: Frame) -> Period | None:
    """Return the nearest such weekday before or on the anchor, or from it on where the text looks ahead."""
    if frame.anchor is None:
        return None
    nearest = weekday_from if frame.ahead else weekday_by
    return one_day(nearest(frame.anchor, weekday))


def choose(periods: list[Period], anchor: date, *, ahead: bool) -> Period:
    """Return the latest of ``periods`` begun by ``anchor``, or the first not over where ``ahead``."""
    if ahead:
        return min((p for p in periods if p[1] >= anchor), default=periods[-1])
    return max((p for p in periods if p[0] <= anchor), default=periods[0])


def _near(frame: Frame) -> date | None:
    if frame.anchor is not None:
        return frame.anchor
    return None if frame.previous is None else frame.previous.start


def _candidates(month: int, day: int, year: int) -> list[date]:
    """Such days of the years around ``year``, earliest first; 29 February exists only in some."""
    if (month, day) != (2, 29):
        return [date(y, month, day) for y in range(year - 1, year + 2)]
    leap_years = [y for y in range(year - _LEAP_CYCLE, year + _LEAP_CYCLE) if _is_leap(y)]
    return [date(y, month, day) for y in leap_years]


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
