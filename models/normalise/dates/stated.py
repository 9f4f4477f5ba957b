"""Dates that name their day, month or year: "3 March 2019", "Oct. 7", "12/25/98", "summer of 1973", "the 1980s"."""

import re
from datetime import date

from models.normalise.dates.periods import Period, decade_of, months, quarter, season, years
from models.normalise.dates.rules import Rule, rule
from models.normalise.dates.values import PUBLISHED, STATED, DateValue, Frame, value
from models.normalise.dates.vocabulary import (
    DAY,
    MONTH,
    ORDINAL,
    ORDINALS,
    SEASON,
    WEEKDAY,
    YEAR,
    day_number,
    leading_number,
    month_number,
    weekday_number,
)
from models.normalise.dates.yearless import day_without_year, latest_begun, month_without_year

_YEAR_WORDS = {"last": -1, "past": -1, "previous": -1, "this": 0, "same": 0, "next": 1}
_STATED_YEAR = rf"(?P<year>{YEAR}|'[0-9]{{2}}|(?:last|past|previous|this|next) year)"
_SHORT_YEAR = r"(?P<year>[0-9]{2})"
# Two digits are the past or the next few years: a wire of 1990 writes "90", one of 2003 writes "03".
_CENTURY_TURN = 40


def _iso(match: re.Match[str], frame: Frame) -> DateValue | None:
    year, month, day = (int(part) for part in match.groups())
    return _day(date(year, month, day), STATED)


def _full(match: re.Match[str], frame: Frame) -> DateValue | None:
    year = _year(match["year"], frame)
    if year is None:
        return None
    return _day(date(year, month_number(match["month"]), day_number(match["day"])), _basis(match["year"]))


def _numeric(match: re.Match[str], frame: Frame) -> DateValue | None:
    """Both orders are in use, so a day is known only where it cannot be a month (or is the same number)."""
    first, second, year = int(match[1]), int(match[2]), full_year(match[3])
    if first <= 12 and second <= 12 and first != second:
        return None
    month, day = sorted((first, second))
    return _day(date(year, month, day), STATED)


def _partial(match: re.Match[str], frame: Frame) -> DateValue | None:
    weekday = weekday_number(match["weekday"]) if match["weekday"] else None
    return day_without_year(month_number(match["month"]), day_number(match["day"]), frame, weekday)


def _month_of_year(match: re.Match[str], frame: Frame) -> DateValue | None:
    month, year = month_number(match["month"]), _year(match["year"], frame)
    return None if year is None else value(months(year, month, month), _basis(match["year"]))


def _month(match: re.Match[str], frame: Frame) -> DateValue | None:
    return month_without_year(month_number(match["month"]), frame)


def _season(match: re.Match[str], frame: Frame) -> DateValue | None:
    if match["year"]:
        year = _year(match["year"], frame)
        return None if year is None else value(season(match["season"], year), _basis(match["year"]))
    if frame.anchor is None:
        return None
    begun = latest_begun([season(match["season"], frame.anchor.year - back) for back in (0, 1)], frame.anchor)
    return begun and value(begun, PUBLISHED)


def _quarter(match: re.Match[str], frame: Frame) -> DateValue | None:
    number = ORDINALS[match["ordinal"]] if match["ordinal"] else int(match["q"])
    if number > 4:
        return None
    if match["year"]:
        year = _year(match["year"], frame)
        return None if year is None else value(quarter(year, number), _basis(match["year"]))
    if frame.anchor is None:
        return None
    begun = latest_begun([quarter(frame.anchor.year - back, number) for back in (0, 1)], frame.anchor)
    return begun and value(begun, PUBLISHED)


def _decade(match: re.Match[str], frame: Frame) -> DateValue | None:
    digits = match["decade"]
    return value(decade_of(int(digits) if len(digits) == 4 else 1900 + int(digits)), STATED)


def _year_alone(match: re.Match[str], frame: Frame) -> DateValue | None:
    return _stated_years(int(match["year"]), int(match["year"]))


def _year_range(match: re.Match[str], frame: Frame) -> DateValue | None:
    first = int(match[1])
    last = int(match[2]) if len(match[2]) == 4 else first // 100 * 100 + int(match[2])
    return _stated_years(first, last) if first <= last else None


def _day_range(match: re.Match[str], frame: Frame) -> DateValue | None:
    month = month_number(match["month"])
    first, last = day_number(match["first"]), day_number(match["last"])
    if not match["year"]:
        end = day_without_year(month, last, frame)
        return end and value((end.start.replace(day=first), end.end), end.basis) if first <= last else None
    year = _year(match["year"], frame)
    if year is None or first > last:
        return None
    return value((date(year, month, first), date(year, month, last)), _basis(match["year"]))


def _day_of_month(match: re.Match[str], frame: Frame) -> DateValue | None:
    """ "The 12th": the latest one by the anchor."""
    if frame.anchor is None:
        return None
    day = day_number(match["day"])
    first_of_months = [
        months(frame.anchor.year, frame.anchor.month - back, frame.anchor.month - back) for back in (0, 1)
    ]
    found = [start.replace(day=day) for start, end in first_of_months if day <= end.day]
    return _day(max(d for d in found if d <= frame.anchor), PUBLISHED)


def full_year(text: str) -> int:
    """Return the year that two or four digits stand for: 1990 for "90", 2003 for "03"."""
    year = leading_number(text)
    if year >= 100:
        return year
    return 2000 + year if year < _CENTURY_TURN else 1900 + year


def _year(text: str, frame: Frame) -> int | None:
    word = text.split()[0]
    if word not in _YEAR_WORDS:
        return full_year(text)
    return None if frame.anchor is None else frame.anchor.year + _YEAR_WORDS[word]


def _basis(year: str) -> str:
    return PUBLISHED if year.endswith("year") else STATED


def _day(day: date, basis: str) -> DateValue:
    return value((day, day), basis)


def _stated_years(first: int, last: int) -> DateValue:
    period: Period = years(first, last)
    return value(period, STATED)


_MONTH = rf"(?P<month>{MONTH})"
_ONE_DAY = rf"(?P<day>{DAY})"
_DAYS = rf"(?P<first>{DAY})(?:-| to | and | through | until )(?P<last>{DAY})"
_OPTIONAL_YEAR = rf"(?: {_STATED_YEAR})?"
_OPTIONAL_WEEKDAY = rf"(?:(?P<weekday>{WEEKDAY}) )?"

STATED_RULES: tuple[Rule, ...] = (
    rule(r"([0-9]{4})[-/]([0-9]{1,2})[-/]([0-9]{1,2})", _iso),
    rule(rf"{_MONTH} {_DAYS}{_OPTIONAL_YEAR}", _day_range),
    rule(rf"{_DAYS} {_MONTH}{_OPTIONAL_YEAR}", _day_range),
    rule(rf"{_MONTH} {_ONE_DAY} {_STATED_YEAR}", _full),
    rule(rf"{_ONE_DAY}[ -]?{_MONTH}[ -]?{_STATED_YEAR}", _full),
    rule(rf"{_ONE_DAY}[ -]{_MONTH}[ -]{_SHORT_YEAR}", _full),
    rule(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4}|[0-9]{2})", _numeric),
    rule(rf"{_OPTIONAL_WEEKDAY}{_MONTH} {_ONE_DAY}", _partial),
    rule(rf"{_OPTIONAL_WEEKDAY}{_ONE_DAY}[ -]?{_MONTH}", _partial),
    rule(rf"{_MONTH} {_STATED_YEAR}", _month_of_year),
    rule(rf"(?P<season>{SEASON}) {_STATED_YEAR}", _season),
    rule(rf"(?:(?P<ordinal>{ORDINAL}) quarter|q(?P<q>[1-4])){_OPTIONAL_YEAR}", _quarter),
    rule(r"'?(?P<decade>[0-9]{0,2}[2-9]0)s", _decade),
    rule(r"(?P<decade>(?:20|1[5-9])10|2000)s", _decade),
    rule(rf"({YEAR})(?:-|/)({YEAR}|[0-9]{{2}})", _year_range),
)

LOOSE_RULES: tuple[Rule, ...] = (
    rule(rf"(?P<year>{YEAR})", _year_alone),
    rule(_MONTH, _month),
    rule(rf"(?P<season>{SEASON})(?P<year>)", _season),
    rule(r"(?P<day>[0-9]{1,2}(?:st|nd|rd|th))", _day_of_month),
)
