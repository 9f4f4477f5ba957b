"""Dates counted from an earlier date of the article: "the following day", "two days later", "that month"."""

from models.normalise.dates.periods import (
    Period,
    add_days,
    add_units,
    one_day,
    period_around,
    rounded,
    weekday_by,
    weekday_from,
)
from models.normalise.dates.relative import today
from models.normalise.dates.rules import Match, Rule, anchored, following
from models.normalise.dates.value import DateValue
from models.normalise.dates.vocabulary import NUMBER, UNIT, WEEKDAY, number, weekday_number

_STEPS = {"that": 0, "same": 0, "following": 1, "next": 1, "previous": -1, "preceding": -1}
# A night and the day it ends on still are a "that day"; a week is not.
_LONGEST_DAY = 1


def _then(m: Match, previous: DateValue) -> Period:
    return previous.period


def _that_day(m: Match, previous: DateValue) -> Period | None:
    if (previous.end - previous.start).days > _LONGEST_DAY:
        return None
    return one_day(previous.end)


def _stepped_day(m: Match, previous: DateValue) -> Period | None:
    step = _STEPS[m["step"]]
    return one_day(add_days(previous.end if step > 0 else previous.start, step))


def _stepped_weekday(m: Match, previous: DateValue) -> Period:
    weekday = weekday_number(m["weekday"])
    if _STEPS[m["step"]] > 0:
        return one_day(weekday_from(add_days(previous.end, 1), weekday))
    return one_day(weekday_by(add_days(previous.start, -1), weekday))


def _day_around(m: Match, previous: DateValue) -> Period:
    return one_day(add_days(previous.end, 1) if m["side"] == "after" else add_days(previous.start, -1))


def _stepped_unit(m: Match, previous: DateValue) -> Period:
    step, unit = _STEPS[m["step"]], m["unit"]
    return period_around(add_units(previous.start, step, unit), unit)


def _rest_of_unit(m: Match, previous: DateValue) -> Period:
    return add_days(previous.end, 1), period_around(previous.end, m["unit"])[1]


def _later(m: Match, previous: DateValue) -> Period:
    return rounded(add_units(previous.end, number(m["number"]), m["unit"]), m["unit"])


def _before(m: Match, previous: DateValue) -> Period:
    return rounded(add_units(previous.start, -number(m["number"]), m["unit"]), m["unit"])


_COUNT = rf"(?P<number>{NUMBER}) (?P<unit>{UNIT})s?"
_PERIOD = "(?P<unit>week|month|quarter|year|decade)"

EARLIER_RULES: tuple[Rule, ...] = (
    following("(?:that|same|earlier|later) day", _that_day),
    anchored("(?:earlier|later) day", today, weak=True),
    following("(?P<step>next|following|previous|preceding) day", _stepped_day),
    following(rf"(?P<step>following|previous|preceding) (?P<weekday>{WEEKDAY})", _stepped_weekday),
    following("day (?P<side>before|after)(?! yesterday| tomorrow)", _day_around),
    following(rf"later (?:that|same) {_PERIOD}", _rest_of_unit),
    following(rf"(?P<step>that|same|following|previous|preceding) {_PERIOD}", _stepped_unit),
    following("(?:hours|minutes|moments) (?:later|after)|^later$", _that_day, weak=True),
    following(rf"{_COUNT} later", _later),
    following(rf"{_COUNT} (?:earlier|before)", _before),
    following("then", _then),
    following("that time|same time|meanwhile", _then, weak=True),
)
