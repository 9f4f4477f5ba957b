"""The date in a wire story's dateline: "SAN SALVADOR, 3 JAN 90 --", "KABUL, Jan. 3, 2010 (Reuters) -"."""

import re
from datetime import date

from models.normalise.dates.vocabulary import MONTH, full_year, month_number

_BEGINNING = 1000
_PLACE = r"^\s*(?:[^\n]{0,200}\n+){0,3}\s*[A-Z][A-Z .'’-]+(?:,\s*[A-Z][\w .]+?)?,\s*"
_DATES = (
    rf"(?P<day>[0-9]{{1,2}}) (?P<month>(?i:{MONTH}))\.?,? (?P<year>[0-9]{{4}}|[0-9]{{2}})\b",
    rf"(?P<month>(?i:{MONTH}))\.? (?P<day>[0-9]{{1,2}}),? (?P<year>[0-9]{{4}})\b",
)
_DATELINES = tuple(re.compile(_PLACE + pattern) for pattern in _DATES)


def find_dateline(text: str) -> date | None:
    """Return the date of the dateline at the beginning of ``text``, or None where there is none."""
    found = (pattern.search(text[:_BEGINNING]) for pattern in _DATELINES)
    match = next((m for m in found if m), None)
    if match is None:
        return None
    try:
        return date(full_year(match["year"]), month_number(match["month"].lower()), int(match["day"]))
    except ValueError:
        return None
