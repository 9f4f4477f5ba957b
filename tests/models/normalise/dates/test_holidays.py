from collections.abc import Callable
from datetime import date

import pytest

When = Callable[..., str | None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Christmas Eve", "2020-12-24"),
        ("Christmas Day 2016", "2016-12-25"),
        ("Boxing Day", "2020-12-26"),
        ("New Year’s Eve", "2020-12-31"),
        ("early on New Year's Day", "2021-01-01"),
        ("New Year's celebrations", "2020-12-31/2021-01-01"),
        ("Valentine's Day", "2021-02-14"),
        ("early Thanksgiving morning", "2020-11-26"),
        ("last Thanksgiving", "2020-11-26"),
        ("Election Day", "2020-11-03"),
        ("Memorial Day", "2020-05-25"),
        ("Labor Day", "2020-09-07"),
        ("Martin Luther King Jr. Day", "2021-01-18"),
        ("the Fourth of July", "2020-07-04"),
        ("Bastille Day", "2020-07-14"),
        ("Easter Sunday 2019", "2019-04-21"),
        ("Holy Thursday", "2020-04-09"),
        ("Good Friday", "2020-04-10"),
        ("St. Patrick's Day", "2021-03-17"),
    ],
)
def test_the_latest_such_day_is_meant(when: When, text: str, expected: str) -> None:
    assert when(text) == expected


def test_a_holiday_about_to_come_is_the_one_meant(when: When) -> None:
    assert when("New Year's holiday", anchor=date(2020, 12, 20)) == "2020-12-31/2021-01-01"
    assert when("Holy Week") == "2021-03-29/2021-04-04"
    assert when("Easter", before="the truce will hold until ") == "2021-04-04"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9/11", "2001-09-11"),
        ("Sept. 11 attacks", "2001-09-11"),
        ("7/7", "2005-07-07"),
        ("D-Day", "1944-06-06"),
    ],
)
def test_a_day_that_made_its_name(when: When, text: str, expected: str) -> None:
    assert when(text) == expected


def test_a_name_means_nothing_before_its_day(when: When) -> None:
    assert when("10/7") is None


def test_sept_11_alone_is_the_latest_one(when: When) -> None:
    assert when("Sept. 11") == "2020-09-11"
    assert when("Sept. 11", after=" hijackers trained abroad") == "2001-09-11"
