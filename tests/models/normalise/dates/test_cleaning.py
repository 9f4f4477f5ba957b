import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.normalise.dates.cleaning import clean


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sept. 3, 2019", "sept 3 2019"),
        ("  the  Fourth of July ", "fourth july"),
        ("New Year’s Eve", "new year eve"),
        ("mid-March", "mid march"),
        ("Monday–Friday", "monday to friday"),
        ("Nov. 14-Dec. 3", "nov 14 to dec 3"),
        ("last\u00a0week", "last week"),
        ("tonight", "today"),
        ("last night", "yesterday"),
        ("that same evening", "that day"),
        ("the last year", "past year"),
    ],
)
def test_one_spelling(text: str, expected: str) -> None:
    assert clean(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Saturday night, July 26", "saturday july 26 daytime"),
        ("about 9:30 p.m. EST Friday", "friday daytime"),
        ("just before dawn", "daytime"),
        ("0300 GMT", "daytime"),
        ("early morning hours of Friday", "friday daytime"),
        ("the past 24 hours", "past 24 hours"),
    ],
)
def test_a_time_of_day_parts_no_date(text: str, expected: str) -> None:
    assert clean(text) == expected


@pytest.mark.parametrize("text", ["", "  ", "x" * 10_000, "٣ March 2019", "１２ May"])
def test_what_can_be_no_time_expression_is_empty(text: str) -> None:
    assert clean(text) == ""


@given(st.text(max_size=150))
def test_cleaned_text_holds_no_capitals_and_no_double_blanks(text: str) -> None:
    cleaned = clean(text)
    assert cleaned == cleaned.lower()
    assert "  " not in cleaned
