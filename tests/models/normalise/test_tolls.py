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
        ("her husband and son", 2, 2),
        ("his wife and two children", 3, 3),
        ("her brother, Tomas", 1, 1),
        ("three people, including a child", 3, 3),
        ("five people with no papers", 5, 5),
        ("no one", 0, 0),
        ("no one was hurt", 0, 0),
        ("there were no casualties", 0, 0),
        ("unhurt", 0, 0),
        ("more than 12 people", 12, None),
        ("up to 30 people", 0, 30),
        ("between 6 and 8 people", 6, 8),
        ("a dozen people", 12, 12),
        ("dozens of people", 24, None),
        ("several people", 3, None),
        ("a handful of people", 3, None),
        ("scores of people", 40, None),
        ("tens of people", 20, None),
        ("hundreds of people", 200, None),
    ],
)
def test_counts_as_the_guideline_reads_them(text, least, most):
    assert toll_value(text) == Range(min=least, max=most)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("a 17-year-old boy", 1),
        ("an 8-year-old", 1),
        ("six-month-old baby", 1),
        ("two teachers, 34", 2),
        ("Maria Lopez, 34", 1),
        ("a woman in her 30s", 1),
        ("two girls aged 6 and 8", 2),
        ("three teenagers aged 15 to 17", 3),
    ],
)
def test_ages_are_no_counts(text, count):
    assert toll_value(text) == Range(min=count, max=count)


def test_bounds_may_stand_outside_the_span():
    assert toll_value("12 people", before="killing at least ") == Range(min=12, max=None)


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
        ("dozens of people", "people"),
        ("between 6 and 8 people", "people"),
        ("three of the five hostages", "hostages"),
    ],
)
def test_the_group_in_a_word_or_two(text, group):
    found = who(text)
    assert found == group or (group and found and found.endswith(group))


@given(st.text(max_size=200))
def test_no_text_is_an_error(text):
    toll_value(text)
    who(text)


@pytest.mark.parametrize("part", ["9", "one and ", "a-", "A ", "٣ ", "aged 1 and ", " ", "²,"])
def test_long_text_is_no_error(part):
    text = (part * 10_000)[:10_000]
    toll_value(text)
    who(text)
