from collections.abc import Callable
from datetime import date

import pytest

from models.normalise.dates import DateValue
from models.normalise.dates.periods import one_day
from models.normalise.dates.rules import Frame, anchored, following, framed, read_first, stated
from models.normalise.dates.value import EARLIER, FULL, RELATIVE

DAY = date(2021, 3, 17)
OTHER = date(2001, 1, 1)


def test_the_first_rule_that_matches_decides() -> None:
    rules = [
        stated("b", lambda m: one_day(OTHER)),
        stated("a", lambda m: None),
        stated("a", lambda m: one_day(DAY)),
    ]
    assert read_first(rules, "a", Frame()) is None
    assert read_first(rules, "b a", Frame()) is not None
    assert read_first(rules, "c", Frame()) is None


@pytest.mark.parametrize("text", ["xa", "ax", "1/a", "a/1", "3.a"])
def test_a_pattern_matches_whole_words_only(text: str) -> None:
    assert read_first([stated("a|zz", lambda m: one_day(DAY))], text, Frame()) is None


def test_an_anchored_rule_needs_the_publication_date() -> None:
    rules = [anchored("a", lambda m, anchor: one_day(anchor), weak=True)]
    value = read_first(rules, "a", Frame(anchor=DAY))
    assert value is not None
    assert (value.start, value.basis, value.weak) == (DAY, RELATIVE, True)
    assert read_first(rules, "a", Frame()) is None


def test_a_following_rule_is_passed_over_without_an_earlier_date(earlier: Callable[..., DateValue]) -> None:
    rules = [following("a", lambda m, previous: previous.period), stated("a", lambda m: one_day(DAY))]
    with_previous = read_first(rules, "a", Frame(previous=earlier("2001-01-01")))
    without = read_first(rules, "a", Frame())
    assert with_previous is not None
    assert without is not None
    assert (with_previous.start, with_previous.basis) == (OTHER, EARLIER)
    assert (without.start, without.basis) == (DAY, FULL)


def test_a_framed_rule_without_an_anchor_counts_from_an_earlier_date() -> None:
    value = read_first([framed("a", lambda m, frame: one_day(DAY))], "a", Frame())
    assert value is not None
    assert value.basis == EARLIER
