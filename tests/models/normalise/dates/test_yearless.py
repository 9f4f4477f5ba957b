from collections.abc import Callable
from datetime import date

import pytest

from models.normalise.dates import DateValue
from models.normalise.dates.rules import Frame
from models.normalise.dates.yearless import bare_weekday, choose, yearless_day, yearless_month

MARCH_17 = Frame(anchor=date(2021, 3, 17))


@pytest.mark.parametrize(
    ("month", "day", "expected"),
    [(3, 17, 2021), (3, 16, 2021), (4, 16, 2021), (4, 17, 2020), (12, 31, 2020), (2, 29, 2020)],
)
def test_the_latest_day_is_meant_or_one_within_a_month(month: int, day: int, expected: int) -> None:
    assert yearless_day(month, day, MARCH_17) == (date(expected, month, day), date(expected, month, day))


def test_the_weekday_decides_the_year() -> None:
    assert yearless_day(2, 10, MARCH_17, weekday=date(2020, 2, 10).weekday()) == (date(2020, 2, 10),) * 2


def test_a_weekday_that_fits_no_year_is_passed_over() -> None:
    assert yearless_day(2, 10, MARCH_17, weekday=6) == (date(2021, 2, 10),) * 2


def test_an_earlier_date_gives_the_year_without_an_anchor(earlier: Callable[..., DateValue]) -> None:
    frame = Frame(previous=earlier("1995-11-20"))
    assert yearless_day(11, 27, frame) == (date(1995, 11, 27),) * 2
    assert yearless_month(1, frame) == (date(1995, 1, 1), date(1995, 1, 31))


def test_nothing_is_known_without_either() -> None:
    assert yearless_day(11, 27, Frame()) is None
    assert yearless_month(11, Frame()) is None
    assert bare_weekday(0, Frame()) is None


def test_a_day_off_the_calendar_is_refused() -> None:
    with pytest.raises(ValueError, match="day"):
        yearless_day(2, 30, MARCH_17)


def test_choose_takes_the_latest_begun_or_the_first_not_over() -> None:
    weeks = [(date(2021, 3, day), date(2021, 3, day + 6)) for day in (1, 8, 15, 22)]
    assert choose(weeks, date(2021, 3, 17), ahead=False) == weeks[2]
    assert choose(weeks, date(2021, 3, 21), ahead=True) == weeks[2]
    assert choose(weeks, date(2021, 3, 22), ahead=True) == weeks[3]
