"""Holidays and days known by name; only those that fall on one day wherever they are kept."""

import re
from collections.abc import Callable
from datetime import date

from models.normalise.dates.periods import add_days, easter, nth_weekday
from models.normalise.dates.rules import Rule, rule
from models.normalise.dates.values import PUBLISHED, STATED, DateValue, Frame, value
from models.normalise.dates.vocabulary import YEAR
from models.normalise.dates.yearless import latest_begun

_YEARLY: dict[str, Callable[[int], date]] = {
    "new years? eve": lambda year: date(year, 12, 31),
    "new years?(?: day)?": lambda year: date(year, 1, 1),
    "orthodox christmas": lambda year: date(year, 1, 7),
    "(?:martin luther king(?: jr)?|mlk) day": lambda year: nth_weekday(year, 1, 0, 3),
    "valentines? day": lambda year: date(year, 2, 14),
    "presidents? day": lambda year: nth_weekday(year, 2, 0, 3),
    "(?:st|saint) patricks? day": lambda year: date(year, 3, 17),
    "palm sunday": lambda year: add_days(easter(year), -7),
    "good friday": lambda year: add_days(easter(year), -2),
    "easter monday": lambda year: add_days(easter(year), 1),
    "easter(?: sunday)?": easter,
    "may day": lambda year: date(year, 5, 1),
    "memorial day": lambda year: nth_weekday(year, 5, 0, -1),
    "juneteenth": lambda year: date(year, 6, 19),
    "(?:fourth|4th) (?:of )?july|july fourth": lambda year: date(year, 7, 4),
    "bastille day": lambda year: date(year, 7, 14),
    "labor day": lambda year: nth_weekday(year, 9, 0, 1),
    "halloween": lambda year: date(year, 10, 31),
    "election day": lambda year: add_days(nth_weekday(year, 11, 0, 1), 1),
    "(?:veterans?|armistice|remembrance) day": lambda year: date(year, 11, 11),
    "black friday": lambda year: add_days(nth_weekday(year, 11, 3, 4), 1),
    "thanksgiving(?: day)?": lambda year: nth_weekday(year, 11, 3, 4),
    "christmas eve": lambda year: date(year, 12, 24),
    "(?:christmas|xmas)(?: day)?": lambda year: date(year, 12, 25),
    "boxing day": lambda year: date(year, 12, 26),
}

_ONCE = {
    "9/11": date(2001, 9, 11),
    "7/7": date(2005, 7, 7),
    "26/11": date(2008, 11, 26),
    "d day": date(1944, 6, 6),
}


def _yearly(of_year: Callable[[int], date]) -> Callable[[re.Match[str], Frame], DateValue | None]:
    def read(match: re.Match[str], frame: Frame) -> DateValue | None:
        if match["year"]:
            day = of_year(int(match["year"]))
            return value((day, day), STATED)
        if frame.anchor is None:
            return None
        begun = latest_begun([(day, day) for day in _around(of_year, frame.anchor.year)], frame.anchor)
        return begun and value(begun, PUBLISHED)

    return read


def _around(of_year: Callable[[int], date], year: int) -> list[date]:
    return [of_year(year - 1), of_year(year)]


def _once(match: re.Match[str], frame: Frame) -> DateValue | None:
    day = _ONCE[match.group()]
    return value((day, day), STATED)


HOLIDAY_RULES: tuple[Rule, ...] = (
    *(rule(rf"(?:{name})(?: (?P<year>{YEAR}))?", _yearly(of_year)) for name, of_year in _YEARLY.items()),
    rule("(?:" + "|".join(map(re.escape, _ONCE)) + ")", _once),
)
