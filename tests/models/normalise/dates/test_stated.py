from collections.abc import Callable
from datetime import date

import pytest

from models.normalise.dates import DateValue

When = Callable[..., str | None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3 March 2019", "2019-03-03"),
        ("3rd of March 2019", "2019-03-03"),
        ("March 3, 2019", "2019-03-03"),
        ("Sunday, March 3, 2019", "2019-03-03"),
        ("Sept. 30, 1989", "1989-09-30"),
        ("3 JAN 90", "1990-01-03"),
        ("03-Jan-1990", "1990-01-03"),
        ("3 January '90", "1990-01-03"),
        ("2019-03-03", "2019-03-03"),
        ("2019-03-03T10:00:00Z", "2019-03-03"),
        ("2019/3/3", "2019-03-03"),
    ],
)
def test_a_full_date_needs_no_anchor(when: When, text: str, expected: str) -> None:
    assert when(text, anchor=None) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("May 3-7, 2019", "2019-05-03/2019-05-07"),
        ("3-7 May 2019", "2019-05-03/2019-05-07"),
        ("between 3 and 7 May 2019", "2019-05-03/2019-05-07"),
        ("Jan. 3 to 7", "2021-01-03/2021-01-07"),
        ("between 3 and 7 January", "2021-01-03/2021-01-07"),
        ("from the 3rd to the 7th of January", "2021-01-03/2021-01-07"),
    ],
)
def test_days_of_one_month_are_a_range(when: When, text: str, expected: str) -> None:
    assert when(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("March 2019", "2019-03-01/2019-03-31"),
        ("February of 2020", "2020-02-01/2020-02-29"),
        ("2019", "2019-01-01/2019-12-31"),
        ("summer of 1973", "1973-06-01/1973-08-31"),
        ("winter 2019", "2019-12-01/2020-02-29"),
        ("the third quarter of 2019", "2019-07-01/2019-09-30"),
        ("Q3 2019", "2019-07-01/2019-09-30"),
        ("the 1980s", "1980-01-01/1989-12-31"),
        ("the 1990's", "1990-01-01/1999-12-31"),
        ("May 98", "1998-05-01/1998-05-31"),
        ("the '80s", "1980-01-01/1989-12-31"),
        ("the eighties", "1980-01-01/1989-12-31"),
        ("2003-2005", "2003-01-01/2005-12-31"),
        ("1991-95", "1991-01-01/1995-12-31"),
        ("2015-04", "2015-04-01/2015-04-30"),
        ("the first Monday of May 2019", "2019-05-06"),
        ("the last week of June 2019", "2019-06-24/2019-06-30"),
    ],
)
def test_a_stated_period_is_the_whole_of_it(when: When, text: str, expected: str) -> None:
    assert when(text, anchor=None) == expected


def test_years_that_may_be_a_month_stay_unread(when: When) -> None:
    assert when("2003-05") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jan. 5", "2021-01-05"),
        ("5 January", "2021-01-05"),
        ("5th of October", "2020-10-05"),
        ("March 17", "2021-03-17"),
        ("March 30", "2021-03-30"),
        ("May 20", "2020-05-20"),
        ("January", "2021-01-01/2021-01-31"),
        ("in April", "2020-04-01/2020-04-30"),
        ("March", "2021-03-01/2021-03-31"),
        ("autumn", "2020-09-01/2020-11-30"),
        ("the first quarter", "2021-01-01/2021-03-31"),
        ("the fourth quarter", "2020-10-01/2020-12-31"),
        ("the first week of February", "2021-02-01/2021-02-07"),
        ("the week of Feb. 10", "2021-02-08/2021-02-14"),
        ("the 12th", "2021-03-12"),
        ("the 20th", "2021-02-20"),
        ("Friday the 12th", "2021-03-12"),
        ("Friday the 13th", "2020-11-13"),
    ],
)
def test_without_a_year_the_latest_one_is_meant(when: When, text: str, expected: str) -> None:
    assert when(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("May of last year", "2020-05-01/2020-05-31"),
        ("November last year", "2020-11-01/2020-11-30"),
        ("May 4 last year", "2020-05-04"),
        ("4 May next year", "2022-05-04"),
        ("summer of last year", "2020-06-01/2020-08-31"),
        ("the second quarter of last year", "2020-04-01/2020-06-30"),
    ],
)
def test_a_month_of_a_worded_year(when: When, text: str, expected: str) -> None:
    assert when(text) == expected


def test_that_year_is_the_earlier_dates(when: When, earlier: Callable[..., DateValue]) -> None:
    assert when("May of the same year", previous=earlier("2011-02-02")) == "2011-05-01/2011-05-31"
    assert when("May of the same year") is None


@pytest.mark.parametrize("text", ["12/03/2019", "3.12.2019", "12-3-19"])
def test_a_numeric_date_with_two_readings_stays_unread(when: When, text: str) -> None:
    assert when(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("25/03/2019", "2019-03-25"),
        ("03/25/2019", "2019-03-25"),
        ("3/3/2019", "2019-03-03"),
        ("12/03/2021", "2021-03-12"),
        ("17/03/21", "2021-03-17"),
    ],
)
def test_a_numeric_date_is_read_where_one_order_is_ruled_out(when: When, text: str, expected: str) -> None:
    assert when(text) == expected


def test_the_article_decides_between_two_readings(when: When, earlier: Callable[..., DateValue]) -> None:
    assert when("12/03/2019", previous=earlier("2019-12-03")) == "2019-12-03"
    assert when("12/03/2019", anchor=date(2019, 3, 12)) == "2019-03-12"


@pytest.mark.parametrize(
    "text",
    ["31 June", "Feb. 30, 2012", "2019-13-01", "0000-00-00", "99/99/2019", "the fifth quarter of 2019"],
)
def test_a_day_that_no_calendar_has_is_none(when: When, text: str) -> None:
    assert when(text) is None
