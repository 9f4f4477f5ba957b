from collections.abc import Callable

import pytest

When = Callable[..., str | None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("since Monday", "2021-03-15/2021-03-17"),
        ("since Monday morning", "2021-03-15/2021-03-17"),
        ("Since 2009", "2009-01-01/2021-03-17"),
        ("since last week", "2021-03-08/2021-03-17"),
        ("since the war began on 7 October", "2020-10-07/2021-03-17"),
        ("since mid-January", "2021-01-15/2021-03-17"),
        ("since mid-2019", "2019-06-01/2021-03-17"),
        ("since early 2019", "2019-01-01/2021-03-17"),
        ("since late 2019", "2019-09-01/2021-03-17"),
    ],
)
def test_since_opens_up_to_the_publication_date(when: When, text: str, expected: str) -> None:
    assert when(text) == expected


def test_since_needs_an_anchor(when: When) -> None:
    assert when("since Monday", anchor=None) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("between Feb. 14 to Feb. 17", "2021-02-14/2021-02-17"),
        ("between September 29 and December 29 last year", "2020-09-29/2020-12-29"),
        ("from 2013 until 2015", "2013-01-01/2015-12-31"),
        ("from around 2013 until 2015", "2013-01-01/2015-12-31"),
        ("November and December 2014", "2014-11-01/2014-12-31"),
        ("Nov. 14-Dec. 3", "2020-11-14/2020-12-03"),
        ("Friday and Saturday", "2021-03-12/2021-03-13"),
        ("Wednesday and Thursday", "2021-03-10/2021-03-11"),
        ("Saturday night into Sunday", "2021-03-13/2021-03-14"),
        ("Monday-Wednesday", "2021-03-15/2021-03-17"),
        ("today and tomorrow", "2021-03-17/2021-03-18"),
    ],
)
def test_a_span_runs_from_its_first_to_its_last(when: When, text: str, expected: str) -> None:
    assert when(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("early December", "2020-12-01/2020-12-10"),
        ("mid-December", "2020-12-11/2020-12-20"),
        ("late December", "2020-12-21/2020-12-31"),
        ("the end of last month", "2021-02-21/2021-02-28"),
        ("early last year", "2020-01-01/2020-04-30"),
        ("in early 2017", "2017-01-01/2017-04-30"),
        ("the first half of 2012", "2012-01-01/2012-06-30"),
        ("the latter part of 2016", "2016-07-01/2016-12-31"),
        ("the late 1980s", "1987-01-01/1989-12-31"),
        ("late Tuesday", "2021-03-16"),
    ],
)
def test_a_part_of_a_period(when: When, text: str, expected: str) -> None:
    assert when(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the day after Christmas", "2020-12-26"),
        ("two days before Christmas", "2020-12-23"),
        ("a week after the Oct. 7 raid", "2020-10-14"),
        ("the day before last Monday", "2021-03-14"),
        ("two months after March 3, 2019", "2019-05-01/2019-05-31"),
    ],
)
def test_counts_from_the_date_that_is_named(when: When, text: str, expected: str) -> None:
    assert when(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("two days after", "2021-03-15"),
        ("three days after the bombings", "2021-03-14"),
        ("six months after", "2020-09-01/2020-09-30"),
        ("March 9, four days after", "2021-03-05"),
    ],
)
def test_what_something_came_after_lies_so_far_back(when: When, text: str, expected: str) -> None:
    assert when(text) == expected
