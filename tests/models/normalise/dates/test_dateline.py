from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.normalise.dates import find_dateline


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SAN SALVADOR, 3 JAN 90 -- [TEXT] REBELS ATTACKED", date(1990, 1, 3)),
        ("KABUL, Jan. 3, 2010 (Wire) - Gunmen", date(2010, 1, 3)),
        ("BAGHDAD, Iraq, March 12, 2004 (Wire) -- A bomb", date(2004, 3, 12)),
        ("Bomb kills two\n\nLIMA, 10 MAY 1989 -- A bomb", date(1989, 5, 10)),
    ],
)
def test_the_date_of_the_dateline(text: str, expected: date) -> None:
    assert find_dateline(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "KABUL (Wire) - Gunmen",
        "Gunmen struck on 3 January 1990.",
        "LIMA, 31 JUN 90 --",
        "LIMA, 10 MAY -- A bomb",
    ],
)
def test_none_where_there_is_none(text: str) -> None:
    assert find_dateline(text) is None


@given(st.text(alphabet="ABC, \n.0123456789JAN", max_size=2000))
def test_never_raises(text: str) -> None:
    find_dateline(text)
