import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.text.words import SHAPES, shape_of, split_words


def test_words_keep_their_offsets_past_emoji_and_accents() -> None:
    text = "🚨 Attack in São Paulo!"
    words = split_words(text)
    assert [text[s:e] for s, e in words.spans] == ["🚨", "Attack", "in", "São", "Paulo", "!"]


@given(st.text())
def test_any_text_splits_into_ordered_spans_that_hold_every_letter(text: str) -> None:
    words = split_words(text)
    ends = [0]
    for start, end in words.spans:
        assert ends[-1] <= start < end <= len(text)
        ends.append(end)
    assert sum(c.isalnum() for c in text) == sum(c.isalnum() for s, e in words.spans for c in text[s:e])
    assert list(words.sentences) == sorted(words.sentences)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Gunmen attacked. Police fled.", 2),
        ("Lt. Gen. James Orr of the U.S. Army spoke.", 1),
        ("He said: “Stop!” They did not.", 2),
        ("Headline without a stop\nThe body begins here.", 2),
        ("It was 3.5 km away.", 1),
    ],
)
def test_sentences(text: str, count: int) -> None:
    assert split_words(text).sentences[-1] + 1 == count


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("bomb", "lower"),
        ("Kabul", "title"),
        ("ISIS", "upper"),
        ("McGee", "mixed"),
        ("12", "digits"),
        ("-", "punctuation"),
        ("A", "title"),
    ],
)
def test_shapes(word: str, shape: str) -> None:
    assert SHAPES[shape_of(word)] == shape
