"""Calendar arithmetic. Raises ``ValueError`` or ``OverflowError`` off the calendar."""

from calendar import monthrange
from datetime import date, timedelta

Period = tuple[date, date]

SATURDAY = 5
_SEASON_STARTS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_DAYS_OF = {"day": 1, "week": 7}
_MONTHS_OF = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_HOURS_A_DAY = 24


def one_day(day: date) -> Period:
    """Return a single day as a period."""
    return day, day


def add_days(day: date, days: int) -> date:
    """Return the date ``days`` after ``day``."""
    return day + timedelta(days=days)


def add_months(day: date, months: int) -> date:
    """Return the same day ``months`` later, or that month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def add_units(day: date, count: int, unit: str) -> date:
    """Return ``day`` moved by ``count`` units; hours count where they fill days, shorter units never."""
    if unit in _MONTHS_OF:
        return add_months(day, count * _MONTHS_OF[unit])
    if unit in _DAYS_OF:
        return add_days(day, count * _DAYS_OF[unit])
    return add_days(day, int(count / _HOURS_A_DAY)) if unit == "hour" else day


def months(year: int, first: int, last: int) -> Period:
    """Return from the start of month ``first`` to the end of month ``last`` (counted on past December)."""
    start, end = add_months(date(year, 1, 1), first - 1), add_months(date(year, 1, 1), last - 1)
    return start, end.replace(day=monthrange(end.year, end.month)[1])


def month_of(day: date) -> Period:
    """Return the calendar month of ``day``."""
    return months(day.year, day.month, day.month)


def year_of(year: int) -> Period:
    """Return the calendar year ``year``."""
    return years(year, year)


def years(first: int, last: int) -> Period:
    """Return from the start of year ``first`` to the end of year ``last``."""
    return date(first, 1, 1), date(last, 12, 31)


def decade_of(year: int) -> Period:
    """Return the ten years that ``year`` is one of."""
    return years(year // 10 * 10, year // 10 * 10 + 9)


def week_of(day: date) -> Period:
    """Return the Monday to Sunday around ``day``."""
    monday = add_days(day, -day.weekday())
    return monday, add_days(monday, 6)


def quarter(year: int, number: int) -> Period:
    """Return quarter ``number`` (1 to 4) of ``year``."""
    return months(year, 3 * number - 2, 3 * number)


def season(name: str, year: int) -> Period:
    """Return the northern, meteorological season that begins in ``year``."""
    first = _SEASON_STARTS[name]
    return months(year, first, first + 2)


def period_around(day: date, unit: str) -> Period:
    """Return the calendar ``unit`` that ``day`` lies in; the day itself for units up to a day."""
    if unit == "week":
        return week_of(day)
    if unit == "month":
        return month_of(day)
    if unit == "quarter":
        return quarter(day.year, (day.month + 2) // 3)
    if unit == "year":
        return year_of(day.year)
    if unit == "century":
        return years(day.year // 100 * 100, day.year // 100 * 100 + 99)
    return decade_of(day.year) if unit == "decade" else one_day(day)


def rounded(day: date, unit: str) -> Period:
    """Return what ``day`` is told to when so many units are counted to it: its month or year, else itself."""
    if unit == "decade":
        return year_of(day.year)
    return period_around(day, unit) if unit in ("month", "year") else one_day(day)


def weekday_by(day: date, weekday: int) -> date:
    """Return the latest ``weekday`` (Monday is 0) on or before ``day``."""
    return add_days(day, -((day.weekday() - weekday) % 7))


def weekday_from(day: date, weekday: int) -> date:
    """Return the first ``weekday`` on or after ``day``."""
    return weekday_by(add_days(day, 6), weekday)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """Return the ``nth`` ``weekday`` of a month; -1 is its last."""
    first, last = months(year, month, month)
    if nth < 0:
        return weekday_by(last, weekday)
    return add_days(weekday_from(first, weekday), 7 * (nth - 1))


def easter(year: int) -> date:
    """Return Easter Sunday of the western churches (the anonymous Gregorian computus)."""
    century, rest = divmod(year, 100)
    golden = year % 19
    lift = century - century // 4 - (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + lift + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)
