"""The date in a wire story's dateline: "SAN SALVADOR, 3 JAN 90 --", "KABUL, Jan. 3, 2010 (Reuters) -"."""

import re
from datetime import date

from models.normalise.dates.words import MONTHS

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_PLACE = r"^\s*(?:[^\n]{0,200}\n+){0,3}\s*[A-Z][A-Z .'’-]+(?:,\s*[A-Z][\w .]+?)?,\s*"
_DAY_FIRST = re.compile(rf"{_PLACE}(?P<day>\d{{1,2}}) (?P<month>(?i:{_MONTH}))\.?,? (?P<year>\d{{4}}|\d\d)\b")
_MONTH_FIRST = re.compile(rf"{_PLACE}(?P<month>(?i:{_MONTH}))\.? (?P<day>\d{{1,2}}),? (?P<year>\d{{4}})\b")
_PIVOT = 69


def find_dateline(text: str) -> date | None:
    """Return the date of the dateline at the beginning of ``text``, or None where there is none."""
    beginning = text[:1000]
    match = _DAY_FIRST.search(beginning) or _MONTH_FIRST.search(beginning)
    if match is None:
        return None
    year = int(match["year"])
    if year < 100:
        year += 1900 if year >= _PIVOT else 2000
    try:
        return date(year, MONTHS[match["month"].lower()], int(match["day"]))
    except ValueError:
        return None
