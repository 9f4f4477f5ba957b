"""Holidays and days known by name; only those that fall on one day wherever they are kept."""

from collections.abc import Callable
from datetime import date

from models.normalise.dates.periods import Period, add_days, easter, nth_weekday, one_day, week_of
from models.normalise.dates.rules import Frame, Match, Reader, Rule, framed, stated
from models.normalise.dates.vocabulary import YEAR
from models.normalise.dates.yearless import choose

_SOON_DAYS = 14

_YEARLY: dict[str, Callable[[int], date]] = {
    "new years? eve": lambda year: date(year, 12, 31),
    "new years? day": lambda year: date(year, 1, 1),
    "orthodox christmas": lambda year: date(year, 1, 7),
    "(?:martin luther king(?: jr)?|mlk) day": lambda year: nth_weekday(year, 1, 0, 3),
    "valentines? day": lambda year: date(year, 2, 14),
    "presidents? day": lambda year: nth_weekday(year, 2, 0, 3),
    "(?:st|saint) patricks? day": lambda year: date(year, 3, 17),
    "palm sunday": lambda year: add_days(easter(year), -7),
    "(?:holy|maundy) thursday": lambda year: add_days(easter(year), -3),
    "good friday": lambda year: add_days(easter(year), -2),
    "easter monday": lambda year: add_days(easter(year), 1),
    "easter(?: sunday)?": easter,
    "may day": lambda year: date(year, 5, 1),
    "memorial day": lambda year: nth_weekday(year, 5, 0, -1),
    "juneteenth": lambda year: date(year, 6, 19),
    "(?:fourth|4th) july|july fourth|us independence day": lambda year: date(year, 7, 4),
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
    "9/11|(?:september|sept?) 11 (?:attacks?|hijack(?:ers?|ings?)|terror)": date(2001, 9, 11),
    "7/7": date(2005, 7, 7),
    "10/7": date(2023, 10, 7),
    "26/11": date(2008, 11, 26),
    "d day": date(1944, 6, 6),
}


def _on(of_year: Callable[[int], date]) -> Callable[[int], Period]:
    return lambda year: one_day(of_year(year))


def _easter_week(year: int) -> Period:
    return week_of(add_days(easter(year), -1))


def _new_year(year: int) -> Period:
    """The celebrations begin on the eve."""
    return date(year - 1, 12, 31), date(year, 1, 1)


def _stated(of_year: Callable[[int], Period]) -> Callable[[Match], Period]:
    return lambda m: of_year(int(m["year"]))


def _nearest(of_year: Callable[[int], Period]) -> Reader:
    """Read the latest one, or the next where it is near or looked ahead to."""

    def read(m: Match, frame: Frame) -> Period | None:
        if frame.anchor is None:
            return None
        days = [of_year(frame.anchor.year + shift) for shift in (-1, 0, 1)]
        limit = frame.anchor if frame.ahead else add_days(frame.anchor, _SOON_DAYS)
        return choose(days, limit, ahead=frame.ahead)

    return read


def _once(day: date) -> Reader:
    """Read a day that made its name; before it, the name means nothing."""
    return lambda m, frame: None if frame.anchor and frame.anchor < day else one_day(day)


_YEARLY_PERIODS: dict[str, Callable[[int], Period]] = {
    "(?:easter|holy) week": _easter_week,
    **{name: _on(of_year) for name, of_year in _YEARLY.items()},
    "new years?(?= (?:celebrations?|holidays?|festivities)|$)": _new_year,
}

HOLIDAY_RULES: tuple[Rule, ...] = (
    *(stated(rf"(?:{name}) (?P<year>{YEAR})", _stated(read)) for name, read in _YEARLY_PERIODS.items()),
    *(framed(f"(?:{name})", _nearest(read)) for name, read in _YEARLY_PERIODS.items()),
    *(framed(f"(?:{names})", _once(day)) for names, day in _ONCE.items()),
)
