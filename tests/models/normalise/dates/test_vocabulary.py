import re

import pytest

from models.normalise.dates import vocabulary as v


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("7", 7),
        ("two", 2),
        ("twenty one", 21),
        ("an", 1),
        ("a couple", 2),
        ("a dozen", 12),
        ("two dozen", 24),
    ],
)
def test_numbers(text: str, expected: int) -> None:
    assert re.fullmatch(v.NUMBER, text)
    assert v.number(text) == expected


def test_ordinals_are_numbers_too() -> None:
    assert v.number("third") == 3


@pytest.mark.parametrize(("text", "expected"), [("january", 1), ("sept", 9), ("dec", 12)])
def test_months(text: str, expected: int) -> None:
    assert re.fullmatch(v.MONTH, text)
    assert v.month_number(text) == expected


@pytest.mark.parametrize(("text", "expected"), [("monday", 0), ("tues", 1), ("sundays", 6)])
def test_weekdays(text: str, expected: int) -> None:
    assert re.fullmatch(v.WEEKDAY, text)
    assert v.weekday_number(text) == expected


@pytest.mark.parametrize(("text", "expected"), [("3rd", 3), ("22nd", 22), ("07", 7), ("30", 30)])
def test_days(text: str, expected: int) -> None:
    assert re.fullmatch(v.DAY, text)
    assert v.day_number(text) == expected


@pytest.mark.parametrize("text", ["0", "32", "99th"])
def test_no_days(text: str) -> None:
    assert not re.fullmatch(v.DAY, text)


@pytest.mark.parametrize(
    ("text", "expected"), [("2019", 2019), ("90", 1990), ("'98", 1998), ("03", 2003), ("49", 2049)]
)
def test_two_digits_are_a_year_near_now(text: str, expected: int) -> None:
    assert v.full_year(text) == expected


def test_the_longest_word_wins() -> None:
    assert re.match(v.any_of(["sep", "sept", "september"]), "september").group() == "september"  # type: ignore[union-attr]
