from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.normalise.dates import DateValue, resolve

WORDS = (
    "since between and to from early mid late last next this past the of first second half week "
    "weeks month  months year decade quarter monday friday sept march 31 29 feb may 2012 1999 9999 2 "
    "12 3rd 13th 99 twenty  one a dozen days hours ago later earlier after before day yesterday "
    "overnight into weekend winter easter  9/11 12/03/2024 00/00/0000 2003-05 0000-00-00 7 a.m. "
    "23:59 noon then that same following end ' - / nineties"
)
PHRASES = st.lists(st.sampled_from(WORDS.split()), max_size=9).map(" ".join)
DAYS = st.one_of(st.dates(), st.sampled_from([date.min, date.max, date(2024, 2, 29)]))
ANCHORS = st.one_of(st.none(), DAYS)
EARLIER = st.one_of(
    st.none(),
    st.tuples(DAYS, DAYS).map(
        lambda ends: DateValue(start=min(ends), end=max(ends), precision="range", basis="stated in full")
    ),
)


@given(st.one_of(PHRASES, st.text(max_size=200)), ANCHORS, EARLIER, PHRASES, PHRASES)
def test_no_text_raises_and_no_value_runs_backwards(
    text: str, anchor: date | None, previous: DateValue | None, before: str, after: str
) -> None:
    value = resolve(text, anchor=anchor, previous=previous, before=before, after=after)
    assert value is None or value.start <= value.end


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "1" * 10_000,
        "Monday " * 2000,
        "٣ مايو ٢٠٢٤",
        "३ March 2019",
        "\u202e\u200f",
        "\x00",
        "Mayor",
        "sunny",
    ],
)
def test_bad_input_is_none(text: str) -> None:
    assert resolve(text, anchor=date(2021, 3, 17)) is None


@pytest.mark.parametrize(
    "text", ["January 1", "yesterday", "three weeks ago", "last winter", "the past decade"]
)
def test_the_beginning_of_the_calendar_is_none_or_within_it(text: str) -> None:
    value = resolve(text, anchor=date.min)
    assert value is None or value.start >= date.min


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("3 March 2019", "stated in full"),
        ("Tuesday", "relative to published_at"),
        ("March 3", "relative to published_at"),
        ("the following day", "relative to an earlier date"),
    ],
)
def test_the_basis_says_what_was_counted_from(text: str, basis: str) -> None:
    previous = DateValue(
        start=date(2020, 1, 1), end=date(2020, 1, 1), precision="day", basis="stated in full"
    )
    value = resolve(text, anchor=date(2021, 3, 17), previous=previous)
    assert value is not None
    assert value.basis == basis
