from collections.abc import Callable

import pytest

from models.normalise.dates import DateValue

When = Callable[..., str | None]
Earlier = Callable[..., DateValue]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("that day", "2020-07-07"),
        ("the same evening", "2020-07-07"),
        ("that night", "2020-07-07"),
        ("later that day", "2020-07-07"),
        ("earlier in the day", "2020-07-07"),
        ("the following day", "2020-07-08"),
        ("the next morning", "2020-07-08"),
        ("the day after", "2020-07-08"),
        ("the night before", "2020-07-06"),
        ("the previous day", "2020-07-06"),
        ("the following Monday", "2020-07-13"),
        ("the previous Friday", "2020-07-03"),
        ("two days later", "2020-07-09"),
        ("a week later", "2020-07-14"),
        ("two months later", "2020-09-01/2020-09-30"),
        ("three days earlier", "2020-07-04"),
        ("two days before", "2020-07-05"),
        ("hours later", "2020-07-07"),
        ("minutes after", "2020-07-07"),
        ("later", "2020-07-07"),
        ("that month", "2020-07-01/2020-07-31"),
        ("later that month", "2020-07-08/2020-07-31"),
        ("the same year", "2020-01-01/2020-12-31"),
        ("the following week", "2020-07-13/2020-07-19"),
        ("the previous month", "2020-06-01/2020-06-30"),
        ("at the same time", "2020-07-07"),
        ("since then", "2020-07-07/2021-03-17"),
    ],
)
def test_counts_from_the_earlier_date(when: When, earlier: Earlier, text: str, expected: str) -> None:
    assert when(text, previous=earlier("2020-07-07")) == expected


@pytest.mark.parametrize(
    "text", ["that day", "the following day", "two days later", "that month", "since then"]
)
def test_nothing_is_read_without_an_earlier_date(when: When, text: str) -> None:
    assert when(text) is None


def test_earlier_in_the_day_is_today_without_an_earlier_date(when: When) -> None:
    assert when("earlier in the day") == "2021-03-17"


def test_that_day_after_a_night_is_the_day_it_ended_on(when: When, earlier: Earlier) -> None:
    assert when("later that day", previous=earlier("2020-07-06", "2020-07-07")) == "2020-07-07"


def test_that_day_after_a_longer_period_is_none(when: When, earlier: Earlier) -> None:
    assert when("that day", previous=earlier("2020-07-01", "2020-07-31")) is None
