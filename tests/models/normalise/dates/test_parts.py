from datetime import date
from itertools import pairwise

import pytest

from models.normalise.dates.parts import opening_of, part_of
from models.normalise.dates.periods import decade_of, month_of, one_day, week_of, year_of

MARCH = month_of(date(2021, 3, 1))


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [("early", 1, 10), ("mid", 11, 20), ("late", 21, 31), ("first half", 1, 15), ("second half", 16, 31)],
)
def test_parts_of_a_month(name: str, first: int, last: int) -> None:
    assert part_of(name, MARCH) == (date(2021, 3, first), date(2021, 3, last))


@pytest.mark.parametrize(
    "names", [("early", "mid", "late"), ("beginning", "middle", "end"), ("first half", "second half")]
)
@pytest.mark.parametrize("whole", [MARCH, year_of(2021), decade_of(2021)])
def test_the_parts_make_up_the_whole(names: tuple[str, ...], whole: tuple[date, date]) -> None:
    parts = [part_of(name, whole) for name in names]
    assert (parts[0][0], parts[-1][1]) == whole
    assert all((b[0] - a[1]).days == 1 for a, b in pairwise(parts))


@pytest.mark.parametrize("whole", [one_day(date(2021, 3, 16)), week_of(date(2021, 3, 16))])
def test_days_and_weeks_have_no_parts(whole: tuple[date, date]) -> None:
    assert part_of("late", whole) == whole


def test_since_the_middle_counts_from_the_middle_itself() -> None:
    assert opening_of("mid", MARCH) == date(2021, 3, 15)
    assert opening_of("mid", year_of(2021)) == date(2021, 6, 1)
    assert opening_of("late", MARCH) == date(2021, 3, 21)
