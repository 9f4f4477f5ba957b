"""The words that time expressions are made of, as tables and as pieces of regular expressions."""

from collections.abc import Iterable

from models.normalise.numbers import SMALL

_MONTH_NAMES = "january february march april may june july august september october november december".split()
_WEEKDAY_NAMES = "monday tuesday wednesday thursday friday saturday sunday".split()
_ORDINAL_NAMES = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth".split()
)
_DECADE_NAMES = "twenties thirties forties fifties sixties seventies eighties nineties".split()

MONTHS = {name[:3]: i for i, name in enumerate(_MONTH_NAMES, 1)}
WEEKDAYS = {name[:3]: i for i, name in enumerate(_WEEKDAY_NAMES)}
ORDINALS = {name: i for i, name in enumerate(_ORDINAL_NAMES, 1)}
DECADES = {name: 1900 + 10 * i for i, name in enumerate(_DECADE_NAMES, 2)}
_COUNTS = (
    SMALL
    | ORDINALS
    | {"a": 1, "an": 1, "couple": 2, "a couple": 2, "dozen": 12, "a dozen": 12, "two dozen": 24}
)
# Two digits are the past or the next few years: a wire of 1990 writes "90", one of 2003 writes "03".
_CENTURY_TURN = 50


def any_of(words: Iterable[str]) -> str:
    """Return a regular expression for one of ``words``, the longest first."""
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")"


_TENS = any_of(word for word, n in SMALL.items() if n >= 20)
_ONES = any_of(word for word, n in SMALL.items() if 0 < n < 10)

MONTH = any_of([*_MONTH_NAMES, *MONTHS, "sept"])
WEEKDAY = any_of([*_WEEKDAY_NAMES, *"mon tue tues wed weds thu thur thurs fri".split()]) + "s?"
SEASON = "(?:spring|summer|autumn|fall|winter)"
YEAR = "(?:1[5-9][0-9]{2}|20[0-9]{2})"
DAY = "(?:0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?"
UNIT = "(?:second|minute|hour|day|week|month|year|decade)"
ORDINAL = any_of(ORDINALS)
NUMBER = f"(?:[1-9][0-9]{{0,2}}|{_TENS} {_ONES}|{any_of(_COUNTS.keys() - ORDINALS)})"


def month_number(name: str) -> int:
    """Return 1 to 12 for a word that ``MONTH`` matches."""
    return MONTHS[name[:3]]


def weekday_number(name: str) -> int:
    """Return 0 (Monday) to 6 for a word that ``WEEKDAY`` matches."""
    return WEEKDAYS[name[:3]]


def day_number(text: str) -> int:
    """Return the number in what ``DAY`` matches: 3 for "3rd"."""
    return int(text.rstrip("stndrh"))


def full_year(text: str) -> int:
    """Return the year that two or four digits stand for: 1990 for "90" and "'90", 2003 for "03"."""
    year = int(text.lstrip("'"))
    if year >= 100:
        return year
    return 2000 + year if year < _CENTURY_TURN else 1900 + year


def number(text: str) -> int:
    """Return the value of what ``NUMBER`` or ``ORDINAL`` matches: 21 for "twenty one", 2 for "a couple"."""
    if text.isdigit():
        return int(text)
    return _COUNTS[text] if text in _COUNTS else sum(_COUNTS[word] for word in text.split())
