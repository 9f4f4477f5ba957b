import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.normalise.numbers import parse_quantity
from models.records import Range

SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()


def in_words(number: int) -> str:
    if number < 20:
        return SMALL[number]
    if number < 100:
        return TENS[number // 10] + (f"-{SMALL[number % 10]}" if number % 10 else "")
    for size, word in ((1_000_000, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= size:
            rest = f" {in_words(number % size)}" if number % size else ""
            return f"{in_words(number // size)} {word}{rest}"
    raise AssertionError(number)


@given(st.integers(min_value=1, max_value=1_000_000))
def test_every_integer_in_words_comes_back(number):
    assert parse_quantity(f"{in_words(number)} people") == Range(min=number, max=number)


@given(st.integers(min_value=1, max_value=10**9))
def test_every_integer_with_thousands_separators_comes_back(number):
    assert parse_quantity(f"{number:,} people") == Range(min=number, max=number)


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("12 people", 12, 12),
        ("at least 12 people", 12, None),
        ("more than 12", 12, None),
        ("over 12", 12, None),
        ("no fewer than seven", 7, None),
        ("up to 30", 0, 30),
        ("two and a half million", 2_500_000, 2_500_000),
        ("two to three dozen", 24, 36),
        ("five or six hundred", 500, 600),
        ("100 to 1 million", 100, 1_000_000),
        ("no more than five", 0, 5),
        ("not more than 5", 0, 5),
        ("fewer than ten", 0, 10),
        ("as many as 30", 0, 30),
        ("between 6 and 8", 6, 8),
        ("six to eight soldiers", 6, 8),
        ("6-8 soldiers", 6, 8),
        ("a dozen", 12, 12),
        ("half a dozen", 6, 6),
        ("half-dozen", 6, 6),
        ("dozen soldiers", 12, 12),
        ("two dozen villagers", 24, 24),
        ("at least a dozen", 12, None),
        ("several dozen", 24, None),
        ("a few dozen", 24, None),
        ("dozens of people", 24, None),
        ("scores", 40, None),
        ("several soldiers", 3, None),
        ("tens of fighters", 20, None),
        ("tens of thousands", 20_000, None),
        ("hundreds", 200, None),
        ("several hundred people", 200, None),
        ("some people", 2, None),
        ("some 80 people", 80, 80),
        ("a couple", 2, 2),
        ("half a million", 500_000, 500_000),
        ("1.2 million people", 1_200_000, 1_200_000),
        ("1.13 million people", 1_130_000, 1_130_000),
        ("two hundred and five", 205, 205),
        ("nobody", 0, 0),
        ("no one", 0, 0),
    ],
)
def test_newswire_quantities(text, least, most):
    assert parse_quantity(text) == Range(min=least, max=most)


def test_bounds_may_stand_outside_the_span():
    assert parse_quantity("12 people", before="killing at least ") == Range(min=12, max=None)
    assert parse_quantity("12", after=" or more people") == Range(min=12, max=None)


@pytest.mark.parametrize("text", ["people", "", "the soldiers"])
def test_what_gives_no_number_is_none(text):
    assert parse_quantity(text) is None


@given(st.text(max_size=300), st.text(max_size=50), st.text(max_size=50))
def test_no_text_is_an_error(text, before, after):
    parse_quantity(text, before=before, after=after)


@pytest.mark.parametrize(
    "text",
    [
        "9" * 10_000,
        "million " * 2000,
        "²³",
        "١٢",
        " " * 10_000,
        "٣ " * 5000,
        "some " * 2000,
        "one hundred and " * 600,
        "\u200f12\u200f people",
        "1,2,3,4",
    ],
)
def test_absurd_numbers_are_no_error(text):
    parse_quantity(text)
