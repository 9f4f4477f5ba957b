"""Dates counted from the publication date: "yesterday", "last week", "two months ago", "the past 24 hours"."""

import re
from datetime import date

from models.normalise.dates.periods import (
    Period,
    add_days,
    add_months,
    decade_of,
    month_of,
    quarter,
    season,
    week_of,
    weekday_by,
    weekend_by,
    years,
)
from models.normalise.dates.rules import Rule, rule
from models.normalise.dates.values import PUBLISHED, DateValue, Frame, value
from models.normalise.dates.vocabulary import (
    MONTH,
    NUMBER,
    SEASON,
    UNIT,
    WEEKDAY,
    month_number,
    number,
    weekday_number,
)
from models.normalise.dates.yearless import month_without_year, weekday_at

_DAYS = {"day before yesterday": -2, "yesterday": -1, "today": 0, "day after tomorrow": 2, "tomorrow": 1}
_STEPS = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "this": 0,
    "current": 0,
    "next": 1,
    "coming": 1,
    "upcoming": 1,
}
_STEP = r"(?P<step>last|past|previous|this|current|next|coming|upcoming)"
_DAYS_OF = {"day": 1, "week": 7}
_MONTHS_OF = {"month": 1, "year": 12, "decade": 120}
_HOURS_A_DAY = 24


def _day_word(match: re.Match[str], frame: Frame) -> DateValue | None:
    if frame.anchor is None:
        return None
    day = add_days(frame.anchor, _DAYS[match.group()])
    return value((day, day), PUBLISHED)


def _overnight(match: re.Match[str], frame: Frame) -> DateValue | None:
    if frame.anchor is None:
        return None
    return value((add_days(frame.anchor, -1), frame.anchor), PUBLISHED)


def _weekday(match: re.Match[str], frame: Frame) -> DateValue | None:
    return weekday_at(weekday_number(match["weekday"]), frame)


def _stepped_weekday(match: re.Match[str], frame: Frame) -> DateValue | None:
    """ "Last Monday" is never today nor yesterday, which newswire calls by "Monday" alone."""
    if frame.anchor is None:
        return None
    weekday, step = weekday_number(match["weekday"]), match["step"]
    back = {"last": -2, "past": -1, "previous": -1}.get(step, 0) if _STEPS[step] < 1 else 7
    day = weekday_by(add_days(frame.anchor, back), weekday)
    return value((day, day), PUBLISHED)


def _weekday_of_week(match: re.Match[str], frame: Frame) -> DateValue | None:
    if frame.anchor is None:
        return None
    monday, _ = week_of(add_days(frame.anchor, 7 * _STEPS[match["step"]]))
    day = add_days(monday, weekday_number(match["weekday"]))
    return value((day, day), PUBLISHED)


def _stepped_month(match: re.Match[str], frame: Frame) -> DateValue | None:
    """ "Last May" is the latest May before the current month, "next May" the one after it."""
    if frame.anchor is None:
        return None
    step, month = _STEPS[match["step"]], month_number(match["month"])
    back = -1 if step < 0 else 12 if step else 0
    limit = add_months(frame.anchor.replace(day=1), back)
    return month_without_year(month, Frame(anchor=limit))


def _stepped_season(match: re.Match[str], frame: Frame) -> DateValue | None:
    if frame.anchor is None:
        return None
    name, step, year = match["season"], _STEPS[match["step"]], frame.anchor.year
    seasons = [season(name, year + shift) for shift in (-2, -1, 0, 1)]
    if step < 0:
        return value(max(s for s in seasons if s[1] < frame.anchor), PUBLISHED)
    if step:
        return value(min(s for s in seasons if s[0] > frame.anchor), PUBLISHED)
    return value(min(s for s in seasons if s[1] >= frame.anchor), PUBLISHED)


def _stepped_unit(match: re.Match[str], frame: Frame) -> DateValue | None:
    """The calendar week, month or year before, around or after the anchor; the current one ends at the anchor."""
    if frame.anchor is None:
        return None
    step = _STEPS[match["step"]]
    start, end = period_around(_stepped(frame.anchor, match["unit"], step), match["unit"])
    return value((start, end if step else max(start, min(end, frame.anchor))), PUBLISHED)


def _weekend(match: re.Match[str], frame: Frame) -> DateValue | None:
    if frame.anchor is None:
        return None
    step = _STEPS[match["step"]] if match["step"] else 0
    saturday, sunday = weekend_by(add_days(frame.anchor, 7 if step > 0 else 0))
    if step > 0:
        return value((saturday, sunday), PUBLISHED)
    return value((saturday, min(sunday, frame.anchor)), PUBLISHED)


def _trailing(match: re.Match[str], frame: Frame) -> DateValue | None:
    """ "The past three days": so many back from the anchor, which is included."""
    if frame.anchor is None:
        return None
    count = number(match["number"]) if match["number"] else 1
    return value((_back(frame.anchor, count, match["unit"]), frame.anchor), PUBLISHED)


def _ago(match: re.Match[str], frame: Frame) -> DateValue | None:
    if frame.anchor is None:
        return None
    count, unit = number(match["number"]), match["unit"]
    day = _back(frame.anchor, count, unit)
    # Several weeks, months or years ago are told to the nearest one; "a week ago" means the day.
    vague = unit in _MONTHS_OF or (unit == "week" and count > 1)
    return value(period_around(day, "year" if unit == "decade" else unit) if vague else (day, day), PUBLISHED)


def _week_around(match: re.Match[str], frame: Frame) -> DateValue | None:
    found = month_without_year(month_number(match["month"]), frame)
    if found is None:
        return None
    return value(week_of(found.start.replace(day=int(match["day"]))), PUBLISHED)


def period_around(day: date, unit: str) -> Period:
    """Return the calendar ``unit`` that ``day`` lies in."""
    if unit == "week":
        return week_of(day)
    if unit == "month":
        return month_of(day)
    if unit == "quarter":
        return quarter(day.year, (day.month + 2) // 3)
    if unit == "year":
        return years(day.year, day.year)
    return decade_of(day.year) if unit == "decade" else (day, day)


def shifted(day: date, count: int, unit: str) -> date:
    """Return ``day`` moved by ``count`` units; hours and shorter ones count as whole days begun."""
    if unit in _MONTHS_OF:
        return add_months(day, count * _MONTHS_OF[unit])
    if unit in _DAYS_OF:
        return add_days(day, count * _DAYS_OF[unit])
    return add_days(day, -(-count // _HOURS_A_DAY) if unit == "hour" else 0)


def _back(day: date, count: int, unit: str) -> date:
    if unit == "hour":
        return add_days(day, -(count // _HOURS_A_DAY))
    return shifted(day, -count, unit)


def _stepped(day: date, unit: str, step: int) -> date:
    return add_months(day, 3 * step) if unit == "quarter" else shifted(day, step, unit)


_COUNT = rf"(?P<number>{NUMBER})"
_UNITS = rf"(?P<unit>{UNIT})s?"
_WEEKDAY = rf"(?P<weekday>{WEEKDAY})"

RELATIVE_RULES: tuple[Rule, ...] = (
    rule("(?:" + "|".join(_DAYS) + ")", _day_word),
    rule(rf"{_WEEKDAY} {_STEP} week", _weekday_of_week),
    rule(rf"{_STEP} week {_WEEKDAY}", _weekday_of_week),
    rule(rf"{_STEP} {_WEEKDAY}", _stepped_weekday),
    rule(rf"week (?P<month>{MONTH}) (?P<day>[0-9]{{1,2}})", _week_around),
    rule(rf"{_STEP} (?P<month>{MONTH})", _stepped_month),
    rule(rf"{_STEP} (?P<season>{SEASON})", _stepped_season),
    rule(rf"(?:past|last|previous|preceding) {_COUNT} {_UNITS}", _trailing),
    rule(rf"past (?P<number>){_UNITS}", _trailing),
    rule(rf"{_COUNT} {_UNITS} (?:ago|earlier)", _ago),
    rule(rf"{_STEP} weekend", _weekend),
    rule(rf"{_STEP} (?P<unit>week|month|quarter|year|decade)", _stepped_unit),
    rule("(?P<step>)weekend", _weekend),
    rule("overnight", _overnight),
)

WEEKDAY_RULES: tuple[Rule, ...] = (rule(_WEEKDAY, _weekday),)
