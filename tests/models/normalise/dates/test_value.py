from datetime import date

import pytest

from models.normalise.dates.value import FULL, value_of


@pytest.mark.parametrize(
    ("start", "end", "precision"),
    [
        (date(2020, 2, 3), date(2020, 2, 3), "day"),
        (date(2020, 2, 1), date(2020, 2, 29), "month"),
        (date(2020, 1, 1), date(2020, 12, 31), "year"),
        (date(2020, 1, 1), date(2020, 2, 29), "range"),
        (date(2020, 2, 3), date(2020, 2, 4), "range"),
    ],
)
def test_precision_is_what_the_ends_show(start: date, end: date, precision: str) -> None:
    value = value_of((start, end), FULL)
    assert value is not None
    assert (value.precision, value.period, value.basis, value.weak) == (precision, (start, end), FULL, False)


def test_a_period_that_runs_backwards_is_none() -> None:
    assert value_of((date(2020, 2, 4), date(2020, 2, 3)), FULL) is None
