"""Expressions made of others: "since mid-May", "between A and B", "early last year", "two days after A"."""

import re
from dataclasses import replace

from models.normalise.dates.earlier import EARLIER_RULES
from models.normalise.dates.holidays import HOLIDAY_RULES
from models.normalise.dates.parts import PART, opening_of, part_of
from models.normalise.dates.periods import add_units, one_day, rounded
from models.normalise.dates.relative import DAYTIME_RULES, RELATIVE_RULES
from models.normalise.dates.rules import Frame, read_first
from models.normalise.dates.stated import LOOSE_RULES, STATED_RULES
from models.normalise.dates.value import RELATIVE, DateValue, value_of
from models.normalise.dates.vocabulary import NUMBER, UNIT, number

_SIMPLE_RULES = (*HOLIDAY_RULES, *STATED_RULES, *EARLIER_RULES, *RELATIVE_RULES, *LOOSE_RULES)

_ALL_RULES = (*_SIMPLE_RULES, *DAYTIME_RULES)

_SINCE = re.compile(r"\bsince (?P<rest>.+)")
_SPAN = re.compile(
    r"^(?!overnight into)(?:between |from )?(?P<first>.+?) (?:to|and|until|till|through|into) (?P<last>.+)"
)
_PART = re.compile(rf"\b(?P<part>{PART}) (?P<rest>.+)")
_OFFSET = re.compile(
    rf"(?P<lead>.*?)\b(?:(?P<number>{NUMBER}) (?P<unit>{UNIT})s?|day) (?P<side>after|before)\b ?(?P<rest>.*)"
)


def read(text: str, frame: Frame) -> DateValue | None:
    """Read cleaned text, compound forms first."""
    for compound in (_since, _span, _offset):
        value = compound(text, frame)
        if value is not None:
            return value
    return _part(text, frame) or read_first(_ALL_RULES, text, frame)


def _single(text: str, frame: Frame) -> DateValue | None:
    return _part(text, frame) or read_first(_SIMPLE_RULES, text, frame)


def _since(text: str, frame: Frame) -> DateValue | None:
    match = _SINCE.search(text)
    if match is None or frame.anchor is None:
        return None
    part = _PART.search(match["rest"])
    value = read_first(_SIMPLE_RULES, part["rest"] if part else match["rest"], frame)
    if value is None:
        return None
    start = opening_of(part["part"], value.period) if part else value.start
    return value_of((start, frame.anchor), value.basis)


def _span(text: str, frame: Frame) -> DateValue | None:
    """From the first to the last; a first that seems later than the last is the latest one before that."""
    match = _SPAN.search(text)
    last = match and _single(match["last"], frame)
    if match is None or last is None:
        return None
    first = _single(match["first"], frame)
    if first is not None and first.start > last.end:
        first = _single(match["first"], replace(frame, anchor=last.end, ahead=False))
    return first and value_of((first.start, last.end), last.basis)


def _part(text: str, frame: Frame) -> DateValue | None:
    match = _PART.search(text)
    value = match and read_first(_SIMPLE_RULES, match["rest"], frame)
    return value and match and value_of(part_of(match["part"], value.period), value.basis)


def _offset(text: str, frame: Frame) -> DateValue | None:
    match = _OFFSET.search(text)
    if match is None:
        return None
    count, unit = number(match["number"] or "a"), match["unit"] or "day"
    value = _single(match["rest"], frame)
    if value is not None:
        day, count = (value.end, count) if match["side"] == "after" else (value.start, -count)
        return value_of(rounded(add_units(day, count, unit), unit), value.basis)
    if match["side"] == "before" or match["number"] is None:
        return None
    return _what_came_before(match["lead"], count, unit, frame)


def _what_came_before(lead: str, count: int, unit: str, frame: Frame) -> DateValue | None:
    """Date what the text says something else came ``count`` units after."""
    later = _single(lead, frame)
    if later is None and frame.anchor is not None:
        later = value_of(one_day(frame.anchor), RELATIVE)
    return later and value_of(rounded(add_units(later.start, -count, unit), unit), later.basis)
