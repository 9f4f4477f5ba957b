import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.normalise.tolls import toll_value, who
from models.records import Range


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("12 children", 12, 12),
        ("at least 12 people", 12, None),
        ("her husband", 1, 1),
        ("a woman", 1, 1),
        ("Hezbollah commander", 1, 1),
        ("Rafael Montoya", 1, 1),
        ("one man and two women", 3, 3),
        ("a 17-year-old boy", 1, 1),
        ("two teachers, 34", 2, 2),
        ("no one", 0, 0),
        ("unhurt", 0, 0),
        ("dozens", 24, None),
    ],
)
def test_counts_as_the_guideline_reads_them(text, least, most):
    assert toll_value(text) == Range(min=least, max=most)


@pytest.mark.parametrize("text", ["soldiers", "civilians", "people"])
def test_a_bare_plural_gives_no_count(text):
    assert toll_value(text) is None


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("at least 12 children", "children"),
        ("three U.S. soldiers", "soldiers"),
        ("a 17-year-old boy", "boy"),
        ("23", None),
        ("two members of the family", "members"),
    ],
)
def test_the_group_in_a_word_or_two(text, group):
    found = who(text)
    assert found == group or (group and found and found.endswith(group))


@given(st.text(max_size=200))
def test_no_text_is_an_error(text):
    toll_value(text)
    who(text)
