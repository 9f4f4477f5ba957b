"""Dates that name their day, month or year: "3 March 2019", "Oct. 7", "summer of 1973", "the 1980s"."""

from collections.abc import Callable
from datetime import date

from models.normalise.dates.periods import (
    Period,
    add_days,
    decade_of,
    month_of,
    one_day,
    quarter,
    season,
    week_of,
    weekday_by,
    year_of,
    years,
)
from models.normalise.dates.rules import Frame, Match, Reader, Rule, anchored, framed, stated
from models.normalise.dates.vocabulary import (
    DAY,
    DECADES,
    MONTH,
    ORDINAL,
    ORDINALS,
    SEASON,
    WEEKDAY,
    YEAR,
    any_of,
    day_number,
    full_year,
    month_number,
    weekday_number,
)
from models.normalise.dates.yearless import choose, yearless_day, yearless_month

InYear = Callable[[Match, int], Period | None]

_YEAR_WORDS = {"last": -1, "past": -1, "previous": -1, "this": 0, "same": 0, "next": 1}


def _iso(m: Match) -> Period:
    return one_day(date(int(m["year"]), int(m["month"]), int(m["day"])))


def _day(m: Match, year: int) -> Period:
    return one_day(date(year, month_number(m["month"]), day_number(m["day"])))


def _month(m: Match, year: int) -> Period:
    return month_of(date(year, month_number(m["month"]), 1))


def _season(m: Match, year: int) -> Period:
    return season(m["season"], year)


def _quarter(m: Match, year: int) -> Period | None:
    number = ORDINALS[m["ordinal"]] if m["ordinal"] else int(m["digit"])
    return quarter(year, number) if number <= 4 else None


def _of_year(read: InYear) -> Callable[[Match], Period | None]:
    """Read a day, month or season of the year that is named."""
    return lambda m: read(m, full_year(m["year"]))


def _of_worded_year(read: InYear) -> Reader:
    """Read it "of last year"; "that year" is an earlier date's."""

    def reader(m: Match, frame: Frame) -> Period | None:
        if m["step"] == "same":
            return None if frame.previous is None else read(m, frame.previous.start.year)
        return None if frame.anchor is None else read(m, frame.anchor.year + _YEAR_WORDS[m["step"]])

    return reader


def _of_nearest_year(read: InYear) -> Reader:
    """Read the one that is meant where no year is given."""

    def reader(m: Match, frame: Frame) -> Period | None:
        if frame.anchor is None:
            return None
        around = range(frame.anchor.year - 1, frame.anchor.year + 2)
        periods = [period for year in around if (period := read(m, year))]
        return choose(periods, frame.anchor, ahead=frame.ahead) if periods else None

    return reader


def _days_of_year(m: Match) -> Period:
    month, year = month_number(m["month"]), full_year(m["year"])
    return date(year, month, day_number(m["first"])), date(year, month, day_number(m["last"]))


def _decade(m: Match) -> Period:
    digits = m["decade"]
    return decade_of(int(digits) if len(digits) == 4 else 1900 + int(digits))


def _named_decade(m: Match) -> Period:
    return decade_of(DECADES[m["decade"]])


def _years(m: Match) -> Period:
    return years(int(m["first"]), int(m["last"]))


def _short_years(m: Match) -> Period | None:
    """1991-95 are years, 2015-04 is a month, and 2003-05 may be either."""
    first, last = int(m["first"]), int(m["last"])
    is_month, is_later = 1 <= last <= 12, last > first % 100
    if is_month == is_later:
        return None
    return month_of(date(first, last, 1)) if is_month else years(first, first // 100 * 100 + last)


def _week_of_month(m: Match, frame: Frame) -> Period | None:
    month = month_number(m["month"])
    period = month_of(date(int(m["year"]), month, 1)) if m["year"] else yearless_month(month, frame)
    if period is None:
        return None
    if m["nth"] == "last":
        return add_days(period[1], -6), period[1]
    first = period[0].replace(day=7 * ORDINALS[m["nth"]] - 6)
    return first, min(add_days(first, 6), period[1])


def _weekday_the_day(m: Match, anchor: date) -> Period | None:
    """Friday the 13th: the latest one within a year, None where there was none."""
    day, weekday = day_number(m["day"]), weekday_number(m["weekday"])
    recent = (add_days(anchor, -back) for back in range(366))
    found = next((d for d in recent if d.day == day and d.weekday() == weekday), None)
    return None if found is None else one_day(found)


def _numeric(m: Match, frame: Frame) -> Period | None:
    """Both orders are in use: the article must rule one out, as later than itself or by naming the other."""
    first, second, year = int(m["first"]), int(m["second"]), full_year(m["year"])
    days = {date(year, month, day) for month, day in ((first, second), (second, first)) if month <= 12}
    known = {frame.anchor, frame.previous and frame.previous.start} & days
    if len(known) == 1:
        days = {day for day in days if day in known}
    elif len(days) > 1 and frame.anchor is not None:
        days = {day for day in days if day <= frame.anchor}
    return one_day(days.pop()) if len(days) == 1 else None


def _partial(m: Match, frame: Frame) -> Period | None:
    weekday = weekday_number(m["weekday"]) if m["weekday"] else None
    return yearless_day(month_number(m["month"]), day_number(m["day"]), frame, weekday=weekday)


def _partial_days(m: Match, frame: Frame) -> Period | None:
    end = yearless_day(month_number(m["month"]), day_number(m["last"]), frame)
    return end and (end[0].replace(day=day_number(m["first"])), end[0])


def _partial_month(m: Match, frame: Frame) -> Period | None:
    return yearless_month(month_number(m["month"]), frame)


def _week_of_day(m: Match, frame: Frame) -> Period | None:
    found = yearless_day(month_number(m["month"]), day_number(m["day"]), frame)
    return found and week_of(found[0])


def _day_of_month(m: Match, anchor: date) -> Period:
    """The 12th: the latest one by the anchor."""
    day = day_number(m["day"])
    recent = (add_days(anchor, -back) for back in range(62))
    return one_day(next(d for d in recent if d.day == day))


def _year(m: Match) -> Period:
    return year_of(int(m["year"]))


def _nth_weekday(m: Match) -> Period:
    day = date(int(m["year"]), month_number(m["month"]), 7 * ORDINALS[m["ordinal"]])
    return one_day(weekday_by(day, weekday_number(m["weekday"])))


_MONTH = rf"(?P<month>{MONTH})"
_DAY = rf"(?P<day>{DAY})"
_NTH = "(?:[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)"
_DAYS = rf"(?P<first>{DAY}) ?(?:-|to|and|through|thru|until) ?(?P<last>{DAY})"
_YEAR = rf"(?P<year>{YEAR})"
_ANY_YEAR = rf"(?P<year>{YEAR}|'[0-9]{{2}})"
_SHORT_YEAR = r"(?P<year>[0-9]{2})"
_SEASON = rf"(?P<season>{SEASON})"
_QUARTER = rf"(?:(?P<ordinal>{ORDINAL}) quarter|q(?P<digit>[1-4]))"
_OPTIONAL_WEEKDAY = rf"(?:(?P<weekday>{WEEKDAY}) )?"
_WORDED_YEAR = rf"(?P<step>{any_of(_YEAR_WORDS)}) year"
_SEPARATED = r"(?P<first>[0-9]{1,2})[-/.](?P<second>[0-9]{1,2})[-/.](?P<year>[0-9]{4}|[0-9]{2})"

STATED_RULES: tuple[Rule, ...] = (
    stated(r"(?P<year>[0-9]{4})[-/](?P<month>[0-9]{1,2})[-/](?P<day>[0-9]{1,2})(?:t[0-9:.z+-]*)?", _iso),
    stated(rf"{_MONTH} {_DAYS} {_ANY_YEAR}", _days_of_year),
    stated(rf"{_DAYS} {_MONTH} {_ANY_YEAR}", _days_of_year),
    stated(rf"{_MONTH} {_DAY} {_ANY_YEAR}", _of_year(_day)),
    stated(rf"{_DAY}[ -]?{_MONTH}[ -]?{_ANY_YEAR}", _of_year(_day)),
    stated(rf"{_DAY}[ -]{_MONTH}[ -]{_SHORT_YEAR}", _of_year(_day)),
    framed(_SEPARATED, _numeric),
    framed(rf"{_MONTH} {_DAY} {_WORDED_YEAR}", _of_worded_year(_day)),
    framed(rf"{_DAY} {_MONTH} {_WORDED_YEAR}", _of_worded_year(_day)),
    framed(rf"{_MONTH} {_WORDED_YEAR}", _of_worded_year(_month)),
    framed(rf"{_SEASON} {_WORDED_YEAR}", _of_worded_year(_season)),
    framed(rf"{_QUARTER} {_WORDED_YEAR}", _of_worded_year(_quarter)),
    framed(rf"week {_MONTH} {_DAY}", _week_of_day),
    framed(rf"(?P<nth>{ORDINAL}|last) week {_MONTH}(?: {_YEAR})?", _week_of_month),
    framed(rf"{_MONTH} {_DAYS}", _partial_days),
    framed(rf"{_DAYS} {_MONTH}", _partial_days),
    framed(rf"{_OPTIONAL_WEEKDAY}{_MONTH} {_DAY}", _partial),
    framed(rf"{_OPTIONAL_WEEKDAY}{_DAY}[ -]?{_MONTH}", _partial),
    stated(rf"(?P<ordinal>{ORDINAL}) (?P<weekday>{WEEKDAY}) {_MONTH} {_YEAR}", _nth_weekday),
    stated(rf"{_MONTH} {_ANY_YEAR}", _of_year(_month)),
    stated(rf"{_MONTH} (?P<year>[4-9][0-9])", _of_year(_month)),
    stated(rf"{_SEASON} {_YEAR}", _of_year(_season)),
    stated(rf"{_QUARTER} {_YEAR}", _of_year(_quarter)),
    framed(_QUARTER, _of_nearest_year(_quarter)),
    stated(r"'?(?P<decade>(?:1[5-9]|20)[0-9]0|[2-9]0)s", _decade),
    stated(rf"(?P<decade>{any_of(DECADES)})", _named_decade),
    stated(rf"(?P<first>{YEAR})[-/](?P<last>{YEAR})", _years),
    stated(rf"(?P<first>{YEAR})[-/](?P<last>[0-9]{{2}})", _short_years),
    anchored(rf"(?P<weekday>{WEEKDAY}) (?P<day>{_NTH})", _weekday_the_day),
)

LOOSE_RULES: tuple[Rule, ...] = (
    stated(_YEAR, _year),
    framed(_MONTH, _partial_month),
    framed(_SEASON, _of_nearest_year(_season)),
    anchored(rf"(?P<day>{_NTH})", _day_of_month),
)
