from collections.abc import Callable
from datetime import date

import pytest

from models.normalise.dates import DateValue, Expression, resolve_event

PUBLISHED = date(2021, 3, 17)


def read(*texts: str, previous: DateValue | None = None) -> tuple[str, str, str] | None:
    """Resolve expressions that stand far apart; show both ends and the words they came from."""
    expressions = [Expression(text=t, start=100 * i, end=100 * i + len(t)) for i, t in enumerate(texts)]
    found = resolve_event(expressions, anchor=PUBLISHED, previous=previous)
    return found and (str(found[0].start), str(found[0].end), found[1].text)


def test_the_first_that_resolves_wins() -> None:
    assert read("recently", "Monday", "Friday") == ("2021-03-15", "2021-03-15", "Monday")


def test_nothing_resolves_to_none() -> None:
    assert read() is None
    assert read("recently", "in recent days") is None


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("last month", "Feb. 10"), "Feb. 10"),
        (("2020", "May"), "May"),
        (("last month", "March 10"), "last month"),
        (("last week", "last Wednesday"), "last Wednesday"),
        (("two weeks ago", "March 4"), "March 4"),
        (("last week", "January 4"), "last week"),
        (("Friday", "Saturday"), "Friday"),
    ],
)
def test_a_later_one_may_say_which_part_is_meant(texts: tuple[str, ...], expected: str) -> None:
    found = read(*texts)
    assert found is not None
    assert found[2] == expected


@pytest.mark.parametrize("weak", ["9:45 p.m.", "around midnight", "earlier in the evening"])
def test_a_time_of_day_gives_way_to_a_date(weak: str) -> None:
    assert read(weak, "Sunday") == ("2021-03-14", "2021-03-14", "Sunday")
    assert read("Sunday", weak) == ("2021-03-14", "2021-03-14", "Sunday")
    assert read(weak) == ("2021-03-17", "2021-03-17", weak)


def test_a_since_that_names_no_date_opens_the_one_that_does() -> None:
    assert read("since the truce collapsed", "Friday") == ("2021-03-12", "2021-03-17", "Friday")


def test_two_that_and_joins_are_one_span() -> None:
    first = Expression(text="December", start=10, end=18, after=" and January")
    second = Expression(text="January", start=23, end=30)
    found = resolve_event([first, second], anchor=PUBLISHED)
    assert found is not None
    assert found[0].period == (date(2020, 12, 1), date(2021, 1, 31))
    assert found[1].start == first.start


def test_the_earlier_date_of_the_article_is_counted_from(earlier: Callable[..., DateValue]) -> None:
    assert read("the following day", previous=earlier("2021-03-01")) == ("2021-03-02",) * 2 + (
        "the following day",
    )


def test_the_words_around_are_read() -> None:
    expression = Expression(text="Friday", start=0, end=6, before="they will march on ")
    found = resolve_event([expression], anchor=PUBLISHED)
    assert found is not None
    assert found[0].start == date(2021, 3, 19)
