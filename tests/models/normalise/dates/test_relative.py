from collections.abc import Callable
from datetime import date

import pytest

When = Callable[..., str | None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("today", "2021-03-17"),
        ("this morning", "2021-03-17"),
        ("tonight", "2021-03-17"),
        ("yesterday", "2021-03-16"),
        ("yesterday evening", "2021-03-16"),
        ("last night", "2021-03-16"),
        ("tomorrow", "2021-03-18"),
        ("the day before yesterday", "2021-03-15"),
        ("the day after tomorrow", "2021-03-19"),
        ("overnight", "2021-03-16/2021-03-17"),
    ],
)
def test_day_words(when: When, text: str, expected: str) -> None:
    assert when(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wednesday", "2021-03-17"),
        ("Monday", "2021-03-15"),
        ("on Thursday", "2021-03-11"),
        ("late Tuesday", "2021-03-16"),
        ("Friday evening local time", "2021-03-12"),
        ("the early hours of Sunday", "2021-03-14"),
        ("Tues.", "2021-03-16"),
        ("Saturdays", "2021-03-13"),
        ("around 9:30 p.m. EST Friday", "2021-03-12"),
        ("just before dawn on Friday", "2021-03-12"),
        ("next Monday", "2021-03-22"),
        ("next Wednesday", "2021-03-24"),
        ("this past Sunday", "2021-03-14"),
        ("Tuesday last week", "2021-03-09"),
        ("last week Tuesday", "2021-03-09"),
        ("two weeks ago Tuesday", "2021-03-02"),
        ("Tuesday a week ago", "2021-03-09"),
        ("overnight Monday", "2021-03-15/2021-03-16"),
        ("overnight Wednesday", "2021-03-16/2021-03-17"),
        ("overnight into Tuesday", "2021-03-15/2021-03-16"),
        ("overnight and into Tuesday", "2021-03-15/2021-03-16"),
    ],
)
def test_weekdays(when: When, text: str, expected: str) -> None:
    assert when(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("last Wednesday", "2021-03-10"), ("last Tuesday", "2021-03-09"), ("last Monday", "2021-03-15")],
)
def test_a_last_weekday_is_never_today_nor_yesterday(when: When, text: str, expected: str) -> None:
    assert when(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("last week", "2021-03-08/2021-03-14"),
        ("last month", "2021-02-01/2021-02-28"),
        ("last quarter", "2020-10-01/2020-12-31"),
        ("last year", "2020-01-01/2020-12-31"),
        ("several months last year", "2020-01-01/2020-12-31"),
        ("next week", "2021-03-22/2021-03-28"),
        ("next month", "2021-04-01/2021-04-30"),
        ("last May", "2020-05-01/2020-05-31"),
        ("last March", "2020-03-01/2020-03-31"),
        ("next March", "2022-03-01/2022-03-31"),
        ("this November", "2021-11-01/2021-11-30"),
        ("last winter", "2020-12-01/2021-02-28"),
        ("last summer", "2020-06-01/2020-08-31"),
        ("next summer", "2021-06-01/2021-08-31"),
        ("this winter", "2020-12-01/2021-02-28"),
    ],
)
def test_the_calendar_unit_before_or_after(when: When, text: str, expected: str) -> None:
    assert when(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("this week", "2021-03-15/2021-03-17"),
        ("earlier this week", "2021-03-15/2021-03-17"),
        ("most of the week", "2021-03-15/2021-03-17"),
        ("this month", "2021-03-01/2021-03-17"),
        ("earlier this year", "2021-01-01/2021-03-17"),
        ("early this year", "2021-01-01/2021-03-17"),
    ],
)
def test_the_current_unit_ends_on_the_publication_date(when: When, text: str, expected: str) -> None:
    assert when(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("later this month", "2021-03-17/2021-03-31"), ("by the end of the month", "2021-03-17/2021-03-31")],
)
def test_the_rest_of_the_current_unit(when: When, text: str, expected: str) -> None:
    assert when(text) == expected


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("over the weekend", date(2021, 3, 17), "2021-03-13/2021-03-14"),
        ("this past weekend", date(2021, 3, 17), "2021-03-13/2021-03-14"),
        ("last weekend", date(2021, 3, 14), "2021-03-06/2021-03-07"),
        ("the weekend", date(2021, 3, 13), "2021-03-13"),
        ("next weekend", date(2021, 3, 17), "2021-03-20/2021-03-21"),
    ],
)
def test_weekends(when: When, text: str, published: date, expected: str) -> None:
    assert when(text, anchor=published) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("nine days ago", "2021-03-08"),
        ("twenty-three days ago", "2021-02-22"),
        ("a week ago", "2021-03-10"),
        ("three weeks ago", "2021-02-22/2021-02-28"),
        ("two months ago", "2021-01-01/2021-01-31"),
        ("a year ago", "2020-01-01/2020-12-31"),
        ("Two years ago", "2019-01-01/2019-12-31"),
        ("a decade ago", "2011-01-01/2011-12-31"),
        ("48 hours ago", "2021-03-15"),
        ("five hours ago", "2021-03-17"),
        ("a couple of days ago", "2021-03-15"),
    ],
)
def test_so_long_ago(when: When, text: str, expected: str) -> None:
    assert when(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the past 24 hours", "2021-03-16/2021-03-17"),
        ("previous 24 hours", "2021-03-16/2021-03-17"),
        ("24 hours", "2021-03-16/2021-03-17"),
        ("the last 10 days", "2021-03-07/2021-03-17"),
        ("past two weeks", "2021-03-03/2021-03-17"),
        ("the past day", "2021-03-16/2021-03-17"),
        ("over the past year", "2020-03-17/2021-03-17"),
        ("over the last year", "2020-03-17/2021-03-17"),
        ("in the past decade", "2011-03-17/2021-03-17"),
        ("the next three days", "2021-03-17/2021-03-20"),
        ("for three days", "2021-03-15/2021-03-17"),
        ("third day", "2021-03-15/2021-03-17"),
    ],
)
def test_a_stretch_up_to_or_from_the_publication_date(when: When, text: str, expected: str) -> None:
    assert when(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "in recent days",
        "a few weeks ago",
        "the coming days",
        "in two weeks",
        "six hours",
        "days",
        "recently",
        "past years",
        "1,000 years ago",
        "1 1/2 years ago",
    ],
)
def test_what_cannot_be_known_is_none(when: When, text: str) -> None:
    assert when(text) is None


@pytest.mark.parametrize(
    "text", ["at 7 a.m.", "around midnight", "03:45", "8:40 p.m. EDT", "0300 GMT", "at 1830", "rush hour"]
)
def test_a_time_of_day_alone_is_the_publication_date(when: When, text: str) -> None:
    assert when(text) == "2021-03-17"


@pytest.mark.parametrize(
    "text", ["Tuesday", "yesterday", "last week", "two days ago", "this month", "at 7 a.m."]
)
def test_nothing_relative_is_read_without_an_anchor(when: When, text: str) -> None:
    assert when(text, anchor=None) is None
