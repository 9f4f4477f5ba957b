"""Publication dates as callers write them."""

import re
from datetime import date, datetime

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}.*)?", re.ASCII)
_FIRST_YEAR, _LAST_YEAR = 1000, 2999


def parse_publication_date(value: str) -> date:
    """Return the day of an ISO date or date-time, as written in its own offset.

    Raises:
        ValueError: ``value`` is neither, or lies outside the years that dates are resolved for.
    """
    try:
        day = datetime.fromisoformat(value).date() if _ISO.fullmatch(value) else None
    except ValueError:
        day = None
    if day is None:
        raise ValueError("Not an ISO date such as 2024-07-31, nor a date-time such as 2024-07-31T02:14:00Z.")
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise ValueError(f"The year must lie between {_FIRST_YEAR} and {_LAST_YEAR}.")
    return day
