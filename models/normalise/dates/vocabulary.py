"""The words that date expressions are made of, as tables and as pieces of regular expressions."""

import re

_MONTH_NAMES = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_WEEKDAY_NAMES = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ORDINALS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
]

MONTHS = {name[:3]: i for i, name in enumerate(_MONTH_NAMES, 1)}
WEEKDAYS = {name[:3]: i for i, name in enumerate(_WEEKDAY_NAMES)}
ORDINALS = {name: i for i, name in enumerate(_ORDINALS, 1)}
_NUMBERS = {
    **{name: i for i, name in enumerate(_ONES)},
    **{name: 10 * i for i, name in enumerate(_TENS, 2)},
    **{"a": 1, "an": 1, "couple": 2, "dozen": 12},
}


def any_of(words: list[str]) -> str:
    """Return a regular expression for one of ``words``, the longest first."""
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")"


MONTH = any_of([*_MONTH_NAMES, *MONTHS, "sept"])
WEEKDAY = any_of([*_WEEKDAY_NAMES, "mon", "tue", "tues", "wed", "weds", "thu", "thur", "thurs", "fri", "sat"])
SEASON = "(?:spring|summer|autumn|fall|winter)"
YEAR = "(?:1[0-9]{3}|20[0-9]{2})"
DAY = "(?:0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?"
UNIT = "(?:second|minute|hour|day|week|month|year|decade)"
ORDINAL = any_of(_ORDINALS)
NUMBER = (
    "(?:[0-9]{1,4}|" + any_of(_TENS) + " " + any_of(_ONES[1:10]) + "|(?:a )?" + any_of(list(_NUMBERS)) + ")"
)

_DIGITS = re.compile("[0-9]+")


def month_number(name: str) -> int:
    """Return 1 to 12 for a word that ``MONTH`` matches."""
    return MONTHS[name[:3]]


def weekday_number(name: str) -> int:
    """Return 0 (Monday) to 6 for a word that ``WEEKDAY`` matches."""
    return WEEKDAYS[name[:3]]


def day_number(text: str) -> int:
    """Return the number in what ``DAY`` matches: 3 for "3rd"."""
    return leading_number(text)


def leading_number(text: str) -> int:
    """Return the first run of digits as a number; raises ``ValueError`` where there is none."""
    found = _DIGITS.search(text)
    if found is None:
        raise ValueError(f"no digits in {text!r}")
    return int(found.group())


def number(text: str) -> int:
    """Return the value of what ``NUMBER`` matches: 21 for "twenty one", 2 for "a couple"."""
    if text.isdigit():
        return int(text)
    words = text.removeprefix("a ").split()
    return sum(_NUMBERS[word] for word in words)
