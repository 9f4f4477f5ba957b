import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.normalise.counts import SERIES, count_value
from models.records import Range


@pytest.mark.parametrize(
    ("before", "trigger", "least", "most"),
    [
        ("militias carried out at least 165 ", "attacks", 165, None),
        ("The army reported three separate ", "airstrikes", 3, 3),
        ("a series of coordinated ", "bombings", 2, None),
        ("Jets launched ", "airstrikes", 2, None),
        ("several ", "raids", 3, None),
        ("12 people were killed in ", "attacks", 2, None),
        ("a wave of three dozen ", "attacks", 36, 36),
        ("up to 30 ", "strikes", 0, 30),
        ("the Sept. 11 ", "attacks", 2, None),
        ("the November 2015 Paris ", "attacks", 2, None),
        ("On 7 July four suicide ", "bombings", 4, 4),
        ("in 2024, 2,500 ", "attacks", 2500, 2500),
        ("The court decided 12 ", "attacks", 12, 12),
        ("On 7 Sept. four suicide ", "bombings", 4, 4),
    ],
)
def test_the_number_of_the_trigger_s_own_phrase(before, trigger, least, most):
    assert count_value([(before, trigger, "")]) == Range(min=least, max=most)


def test_the_first_trigger_with_a_number_counts():
    assert count_value([("the ", "strikes", ""), ("some 40 ", "raids", "")]) == Range(min=40, max=40)


@given(st.text(max_size=60), st.text(max_size=20))
def test_no_text_is_an_error(before, trigger):
    assert count_value([(before, trigger, "")]).min >= 0
    assert count_value([]) == SERIES
