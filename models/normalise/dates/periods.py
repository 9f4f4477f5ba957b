"""Calendar arithmetic: days, weeks, months, seasons. Raises ``ValueError`` or ``OverflowError`` off the calendar."""

from calendar import monthrange
from datetime import date, timedelta

Period = tuple[date, date]

_SEASON_STARTS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
SATURDAY = 5


def add_days(day: date, days: int) -> date:
    """Return the date ``days`` after ``day``."""
    return day + timedelta(days=days)


def add_months(day: date, months: int) -> date:
    """Return the same day ``months`` later, or that month's last day."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def months(year: int, first: int, last: int) -> Period:
    """Return from the start of month ``first`` to the end of month ``last`` (counted on past December)."""
    start, end = add_months(date(year, 1, 1), first - 1), add_months(date(year, 1, 1), last - 1)
    return start, end.replace(day=monthrange(end.year, end.month)[1])


def month_of(day: date) -> Period:
    """Return the calendar month of ``day``."""
    return months(day.year, day.month, day.month)


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


def weekend_by(day: date) -> Period:
    """Return the latest Saturday and Sunday begun by ``day``."""
    saturday = weekday_by(day, SATURDAY)
    return saturday, add_days(saturday, 1)


def weekday_by(day: date, weekday: int) -> date:
    """Return the latest ``weekday`` (Monday is 0) on or before ``day``."""
    return add_days(day, -((day.weekday() - weekday) % 7))


def season(name: str, year: int) -> Period:
    """Return the northern, meteorological season that begins in ``year``."""
    first = _SEASON_STARTS[name]
    return months(year, first, first + 2)


def quarter(year: int, number: int) -> Period:
    """Return quarter ``number`` (1 to 4) of ``year``."""
    return months(year, 3 * number - 2, 3 * number)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """Return the ``nth`` ``weekday`` of a month; ``nth`` below zero counts from its end."""
    first, last = months(year, month, month)
    if nth < 0:
        return add_days(weekday_by(last, weekday), 7 * (nth + 1))
    return add_days(weekday_by(add_days(first, 6), weekday), 7 * (nth - 1))


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


def is_month(period: Period) -> bool:
    """Say whether ``period`` is exactly one calendar month."""
    return period == month_of(period[0])


def is_year(period: Period) -> bool:
    """Say whether ``period`` is exactly one calendar year."""
    return period == years(period[0].year, period[0].year)


def is_decade(period: Period) -> bool:
    """Say whether ``period`` is exactly one decade, 1980 to 1989."""
    return period[0].year <= 9990 and period == decade_of(period[0].year)


def is_week(period: Period) -> bool:
    """Say whether ``period`` is exactly one week, Monday to Sunday."""
    return period[0].weekday() == 0 and (period[1] - period[0]).days == 6
