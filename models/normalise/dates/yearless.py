"""Days and months named without a year: which year is meant."""

from datetime import date

from models.normalise.dates.periods import Period, add_days, months, weekday_by
from models.normalise.dates.values import EARLIER, PUBLISHED, DateValue, Frame, value

# A day this soon is an announcement ("on Nov. 3"), not one of a year ago.
_SOON_DAYS = 0
_LEAP_CYCLE = 9


def day_without_year(month: int, day: int, frame: Frame, weekday: int | None = None) -> DateValue | None:
    """Return the latest such day not after the anchor, or the nearest that falls on ``weekday``.

    Without an anchor the article's earlier date gives the year. Raises ``ValueError`` off the calendar.
    """
    date(2000, month, day)
    if frame.anchor is None:
        return _nearest_to_previous(month, day, frame)
    days = _candidates(month, day, add_days(frame.anchor, _SOON_DAYS))
    agreeing = [d for d in days[:2] if weekday is None or d.weekday() == weekday]
    return _one_day([*agreeing, *days][0], PUBLISHED)


def month_without_year(month: int, frame: Frame) -> DateValue | None:
    """Return the latest such month begun by the anchor."""
    found = day_without_year(month, 1, frame)
    return found and value(months(found.start.year, month, month), found.basis)


def weekday_at(weekday: int, frame: Frame) -> DateValue | None:
    """Return the nearest such weekday before or on the anchor."""
    if frame.anchor is None:
        return None
    return _one_day(weekday_by(frame.anchor, weekday), PUBLISHED)


def latest_begun(periods: list[Period], limit: date) -> Period | None:
    """Return the latest of ``periods`` that has begun by ``limit``."""
    return max((p for p in periods if p[0] <= limit), default=None)


def _candidates(month: int, day: int, limit: date) -> list[date]:
    """Such days up to ``limit``, latest first; 29 February exists only in some years."""
    years = range(limit.year, limit.year - _LEAP_CYCLE, -1)
    leap = (month, day) == (2, 29)
    days = [date(y, month, day) for y in years if not leap or (y % 4 == 0 and (y % 100 != 0 or y % 400 == 0))]
    return [d for d in days if d <= limit]


def _nearest_to_previous(month: int, day: int, frame: Frame) -> DateValue | None:
    if frame.previous is None:
        return None
    near = frame.previous.start
    days = _candidates(month, day, add_days(near, 366))
    return _one_day(min(days, key=lambda d: abs((d - near).days)), EARLIER)


def _one_day(day: date, basis: str) -> DateValue:
    return value((day, day), basis)
