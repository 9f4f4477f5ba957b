"""Dates counted from the publication date: "yesterday", "last week", "two months ago"."""

from datetime import date

from models.normalise.dates.periods import (
    SATURDAY,
    Period,
    add_days,
    add_units,
    month_of,
    one_day,
    period_around,
    rounded,
    season,
    week_of,
    weekday_by,
    weekday_from,
)
from models.normalise.dates.rules import Frame, Match, Rule, anchored, framed
from models.normalise.dates.vocabulary import (
    MONTH,
    NUMBER,
    ORDINAL,
    SEASON,
    UNIT,
    WEEKDAY,
    any_of,
    month_number,
    number,
    weekday_number,
)
from models.normalise.dates.yearless import bare_weekday

_DAYS = {"day before yesterday": -2, "yesterday": -1, "today": 0, "day after tomorrow": 2, "tomorrow": 1}
_STEPS = {
    "last": -1,
    "latest": -1,
    "past": -1,
    "previous": -1,
    "this": 0,
    "current": 0,
    "next": 1,
    "coming": 1,
    "upcoming": 1,
}


def _day_word(m: Match, anchor: date) -> Period:
    return one_day(add_days(anchor, _DAYS[m["word"]]))


def today(m: Match, anchor: date) -> Period:
    """Return the day of the anchor."""
    return one_day(anchor)


def _overnight(m: Match, anchor: date) -> Period:
    return add_days(anchor, -1), anchor


def _overnight_weekday(m: Match, anchor: date) -> Period:
    """The night that begins on that day, unless it is today's, which has ended."""
    day = weekday_by(anchor, weekday_number(m["weekday"]))
    return (add_days(day, -1), day) if day == anchor else (day, add_days(day, 1))


def _overnight_into(m: Match, anchor: date) -> Period:
    day = weekday_by(anchor, weekday_number(m["weekday"]))
    return add_days(day, -1), day


def _weekday(m: Match, frame: Frame) -> Period | None:
    return bare_weekday(weekday_number(m["weekday"]), frame)


def _stepped_weekday(m: Match, anchor: date) -> Period:
    """Last Monday is never today nor yesterday, which newswire calls "Monday" alone."""
    weekday, step = weekday_number(m["weekday"]), m["step"]
    if _STEPS[step] > 0:
        return one_day(weekday_from(add_days(anchor, 1), weekday))
    return one_day(weekday_by(add_days(anchor, -2 if step == "last" else 0), weekday))


def _weekday_of_week(m: Match, anchor: date) -> Period:
    monday, _ = week_of(add_days(anchor, 7 * _STEPS[m["step"]]))
    return one_day(add_days(monday, weekday_number(m["weekday"])))


def _stepped_month(m: Match, anchor: date) -> Period:
    """Last May is the latest one before this month, next May the first after it."""
    step, month = _STEPS[m["step"]], month_number(m["month"])
    months = [month_of(date(anchor.year + shift, month, 1)) for shift in (-1, 0, 1)]
    return _step_among(months, anchor, step) if step else months[1]


def _stepped_season(m: Match, anchor: date) -> Period:
    seasons = [season(m["season"], anchor.year + shift) for shift in (-2, -1, 0, 1)]
    return _step_among(seasons, anchor, _STEPS[m["step"]])


def _step_among(periods: list[Period], anchor: date, step: int) -> Period:
    if step < 0:
        return [p for p in periods if p[1] < anchor][-1]
    if step > 0:
        return next(p for p in periods if p[0] > anchor)
    return min(periods, key=lambda p: max(p[0] - anchor, anchor - p[1]))


def _stepped_unit(m: Match, anchor: date) -> Period:
    """The calendar unit before, around or after the anchor; the current one only as far as it has come."""
    step = _STEPS[m["step"]]
    start, end = period_around(add_units(anchor, step, m["unit"]), m["unit"])
    return start, end if step else anchor


def _rest_of_unit(m: Match, anchor: date) -> Period:
    return anchor, period_around(anchor, m["unit"])[1]


def _weekend(m: Match, anchor: date) -> Period:
    """The latest begun, as far as it has come; on one, "last weekend" is that before."""
    saturday = weekday_by(anchor, SATURDAY)
    if m["step"] in ("next", "coming", "upcoming"):
        saturday = add_days(saturday, 7)
        return saturday, add_days(saturday, 1)
    if m["step"] == "last" and anchor.weekday() >= SATURDAY:
        saturday = add_days(saturday, -7)
    return saturday, min(add_days(saturday, 1), anchor)


def _trailing(m: Match, anchor: date) -> Period:
    """The past three days: so many back from the anchor, which is included."""
    return add_units(anchor, -number(m["number"]), m["unit"]), anchor


def _trailing_unit(m: Match, anchor: date) -> Period:
    return add_units(anchor, -1, m["unit"]), anchor


def _coming(m: Match, anchor: date) -> Period:
    return anchor, add_units(anchor, number(m["number"]), m["unit"])


def _hours(m: Match, anchor: date) -> Period | None:
    """A bare "24 hours" are the last ones; fewer than a day say nothing of the day."""
    count = number(m["number"])
    return (add_units(anchor, -count, "hour"), anchor) if count >= 24 else None


def _ago(m: Match, anchor: date) -> Period:
    """Three weeks ago is a week, a week ago the day."""
    count, unit = number(m["number"]), m["unit"]
    day = add_units(anchor, -count, unit)
    return week_of(day) if unit == "week" and count > 1 else rounded(day, unit)


def _ago_from_weekday(m: Match, anchor: date) -> Period:
    """A week ago Tuesday: that many weeks before the last one."""
    day = weekday_by(anchor, weekday_number(m["weekday"]))
    return one_day(add_units(day, -number(m["number"]), "week"))


def _running(m: Match, anchor: date) -> Period:
    """For three days, the third day: what goes on at publication, that day included."""
    return add_days(add_units(anchor, -number(m["number"]), m["unit"]), 1), anchor


_COUNT = rf"(?P<number>{NUMBER})"
_UNITS = rf"(?P<unit>{UNIT})s?"
_STEP = rf"(?P<step>{any_of(_STEPS)})"
_WEEKDAY = rf"(?P<weekday>{WEEKDAY})"
_PERIOD = "(?P<unit>week|month|quarter|year|decade|century)"

RELATIVE_RULES: tuple[Rule, ...] = (
    anchored(rf"overnight into {_WEEKDAY}", _overnight_into),
    anchored(rf"overnight (?:from )?{_WEEKDAY}", _overnight_weekday),
    anchored(rf"{_WEEKDAY} overnight", _overnight_weekday),
    anchored(rf"{_COUNT} weeks? ago {_WEEKDAY}", _ago_from_weekday),
    anchored(rf"{_WEEKDAY} {_COUNT} weeks? ago", _ago_from_weekday),
    anchored(rf"{_WEEKDAY} {_STEP} week", _weekday_of_week),
    anchored(rf"{_STEP} week {_WEEKDAY}", _weekday_of_week),
    anchored(rf"{_STEP} {_WEEKDAY}", _stepped_weekday),
    anchored(rf"{_STEP} (?P<month>{MONTH})", _stepped_month),
    anchored(rf"{_STEP} (?P<season>{SEASON})", _stepped_season),
    anchored(rf"(?:past|last|previous|preceding) {_COUNT} {_UNITS}", _trailing),
    anchored(rf"past (?P<unit>{UNIT})", _trailing_unit),
    anchored(rf"(?:next|coming) {_COUNT} {_UNITS}", _coming),
    anchored(rf"{_COUNT} {_UNITS} (?:ago|earlier)", _ago),
    anchored(r"(?:later|end) this (?P<unit>week|month|year|decade)", _rest_of_unit),
    anchored(rf"{_STEP} weekends?", _weekend),
    anchored(rf"{_STEP} {_PERIOD}", _stepped_unit),
    anchored(r"weekends?(?P<step>)", _weekend),
    framed(_WEEKDAY, _weekday),
    anchored(rf"(?P<word>{any_of(_DAYS)})", _day_word),
    anchored("overnight", _overnight),
    anchored(rf"{_COUNT} hours", _hours),
    anchored(rf"^(?:for )?{_COUNT} (?P<unit>day|week)s?$", _running),
    anchored(rf"^(?P<number>{ORDINAL}) (?P<unit>day|week)$", _running),
)

DAYTIME_RULES: tuple[Rule, ...] = (anchored("daytime|now|moments", today, weak=True),)
