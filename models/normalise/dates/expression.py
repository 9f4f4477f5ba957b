"""One time expression to a date."""

from datetime import date

from models.normalise.dates.cleaning import clean
from models.normalise.dates.compound import read
from models.normalise.dates.outlook import completed, looks_ahead
from models.normalise.dates.rules import Frame
from models.normalise.dates.value import DateValue

_AROUND = 40


def resolve(
    text: str, *, anchor: date | None, previous: DateValue | None = None, before: str = "", after: str = ""
) -> DateValue | None:
    """Resolve one time expression, or return None where it names no date that can be known.

    ``anchor`` is what relative dates count from, ``previous`` an earlier resolved date of the article (for
    "the following day"), ``before`` and ``after`` the words on either side. Never raises on any text.
    """
    before, after = before[-_AROUND:].lower(), after[:_AROUND].lower()
    frame = Frame(anchor=anchor, previous=previous, ahead=looks_ahead(text, before, after))
    try:
        return read(clean(completed(text, before, after)), frame)
    except (ValueError, OverflowError):
        # No such day in the calendar ("31 June", a year before year 1).
        return None
