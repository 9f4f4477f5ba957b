from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.normalise.dates import periods

DAYS = st.dates(date(1600, 1, 1), date(2200, 1, 1))


@given(DAYS, st.sampled_from(["day", "week", "month", "quarter", "year", "decade", "century"]))
def test_a_day_lies_in_the_period_around_it(day: date, unit: str) -> None:
    start, end = periods.period_around(day, unit)
    assert start <= day <= end
    assert periods.period_around(start, unit) == periods.period_around(end, unit) == (start, end)


@given(DAYS, st.integers(0, 6))
def test_the_weekday_by_a_day_is_at_most_six_days_back(day: date, weekday: int) -> None:
    found = periods.weekday_by(day, weekday)
    assert found.weekday() == weekday
    assert timedelta(0) <= day - found <= timedelta(days=6)
    assert timedelta(0) <= periods.weekday_from(day, weekday) - day <= timedelta(days=6)


@given(DAYS, st.integers(-500, 500))
def test_months_are_added_within_the_month(day: date, count: int) -> None:
    moved = periods.add_months(day, count)
    assert (moved.year * 12 + moved.month) - (day.year * 12 + day.month) == count
    assert moved.day <= day.day


def test_a_month_without_that_day_gives_its_last() -> None:
    assert periods.add_months(date(2021, 1, 31), 1) == date(2021, 2, 28)


@pytest.mark.parametrize(
    ("count", "unit", "expected"),
    [
        (3, "day", date(2021, 3, 20)),
        (-2, "week", date(2021, 3, 3)),
        (1, "quarter", date(2021, 6, 17)),
        (-1, "decade", date(2011, 3, 17)),
        (-47, "hour", date(2021, 3, 16)),
        (-5, "hour", date(2021, 3, 17)),
        (90, "minute", date(2021, 3, 17)),
    ],
)
def test_units_are_added(count: int, unit: str, expected: date) -> None:
    assert periods.add_units(date(2021, 3, 17), count, unit) == expected


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        (1999, date(1999, 4, 4)),
        (2000, date(2000, 4, 23)),
        (2019, date(2019, 4, 21)),
        (2021, date(2021, 4, 4)),
    ],
)
def test_easter(year: int, expected: date) -> None:
    assert periods.easter(year) == expected


def test_nth_weekdays() -> None:
    assert periods.nth_weekday(2021, 11, 3, 4) == date(2021, 11, 25)
    assert periods.nth_weekday(2021, 5, 0, -1) == date(2021, 5, 31)


def test_a_season_may_run_into_the_next_year() -> None:
    assert periods.season("winter", 2019) == (date(2019, 12, 1), date(2020, 2, 29))


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        ("week", (date(2021, 3, 17), date(2021, 3, 17))),
        ("month", (date(2021, 3, 1), date(2021, 3, 31))),
        ("decade", (date(2021, 1, 1), date(2021, 12, 31))),
    ],
)
def test_counted_units_are_told_to_the_month_or_year(unit: str, expected: periods.Period) -> None:
    assert periods.rounded(date(2021, 3, 17), unit) == expected
