from datetime import date

import pytest

from service.dates import parse_publication_date


@pytest.mark.parametrize(
    "value",
    [
        "2024-07-31",
        "2024-07-31T02:14",
        "2024-07-31T02:14:00Z",
        "2024-07-31T02:14:00.123456+00:00",
        "2024-07-31 23:59:59",
        "2024-07-31T00:30:00+05:30",  # 30 July in UTC
        "2024-07-31T23:30:00-08:00",  # 1 August in UTC
    ],
)
def test_day_as_written(value):
    assert parse_publication_date(value) == date(2024, 7, 31)


@pytest.mark.parametrize(
    "value",
    [
        "",
        "yesterday",
        "31/07/2024",
        "2024-7-31",
        "2024-02-30",
        "20240731",
        "2024-W31-3",
        "2024-07-31T25:00",
        "2024-07",
        "2024-07-31\n",
        "２０２４-07-31",
        "2024-07-31T",
    ],
)
def test_anything_else_is_refused(value):
    with pytest.raises(ValueError, match="Not an ISO date"):
        parse_publication_date(value)


@pytest.mark.parametrize("value", ["0001-01-01", "9999-12-31"])
def test_years_that_relative_dates_would_leave(value):
    with pytest.raises(ValueError, match="year"):
        parse_publication_date(value)
