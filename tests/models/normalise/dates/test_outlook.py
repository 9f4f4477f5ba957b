from collections.abc import Callable

import pytest

from models.normalise.dates.outlook import completed, looks_ahead

When = Callable[..., str | None]


@pytest.mark.parametrize(
    "before",
    [
        "the talks will resume on ",
        "extended the deadline until ",
        "a vote scheduled for ",
        "could come as early as ",
    ],
)
def test_words_of_the_future_look_ahead(before: str) -> None:
    assert looks_ahead("Friday", before, ".")


@pytest.mark.parametrize("before", ["gunmen struck on ", "He will appeal. The blast on ", ""])
def test_other_words_do_not(before: str) -> None:
    assert not looks_ahead("Friday", before, ".")


def test_until_looks_ahead(when: When) -> None:
    assert when("until Friday") == "2021-03-19"


def test_an_attack_that_is_named_by_its_day_is_past(when: When) -> None:
    assert not looks_ahead("June 3", "the trial will hear of the ", " bombings")
    assert when("June 3", before="the trial will hear of the ", after=" bombings") == "2020-06-03"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Friday", "2021-03-19"),
        ("Wednesday", "2021-03-17"),
        ("June 3", "2021-06-03"),
        ("June", "2021-06-01/2021-06-30"),
        ("summer", "2021-06-01/2021-08-31"),
        ("the second quarter", "2021-04-01/2021-06-30"),
    ],
)
def test_what_is_looked_ahead_to_is_the_next_one(when: When, text: str, expected: str) -> None:
    assert when(text, before="the court will rule on ") == expected


@pytest.mark.parametrize(
    ("text", "before", "after", "expected"),
    [
        ("24 hours", "killed in the past ", "", "past 24 hours"),
        ("last year", "over the ", "", "the last year"),
        ("three days", "", " later, the town fell", "three days later"),
        ("November", "", " last year", "November last year"),
        ("Tuesday", "", " last week", "Tuesday last week"),
        ("Sept. 11", "", " attacks", "Sept. 11 attacks"),
        ("Tuesday", "in the past ", " later", "Tuesday"),
        ("2019", "", " attacks", "2019"),
    ],
)
def test_words_that_the_meaning_hangs_on_are_taken_in(
    text: str, before: str, after: str, expected: str
) -> None:
    assert completed(text, before, after) == expected


def test_a_last_year_with_an_article_runs_up_to_the_publication_date(when: When) -> None:
    assert when("last year", before="dozens of raids over the ") == "2020-03-17/2021-03-17"
    assert when("last year", before="dozens of raids ") == "2020-01-01/2020-12-31"
