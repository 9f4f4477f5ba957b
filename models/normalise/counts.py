"""How many attacks one record of a series stands for."""

import re
from collections.abc import Sequence

from models.normalise.dates.vocabulary import MONTH
from models.normalise.numbers import parse_quantity
from models.records import Range

SERIES = Range(min=2, max=None)
# The number must belong to the trigger's own noun phrase: "three separate attacks", "at least 165 attacks".
_PHRASE = re.compile(
    r"((?:at least|more than|over|up to|no fewer than)?\s*(?:[\w,]+\s+){1,4})$", re.IGNORECASE
)
# "The Sept. 11 attacks", "the 2015 attacks": a date is no count.
_DATE = re.compile(
    rf"\b{MONTH}\b\.?\s+\d{{1,2}}\b(?!,\d{{3}})|\b\d{{1,2}}\s+{MONTH}\b"
    r"|\b(?:19|20)\d\d\b(?!,\d{3})|\b\d{1,2}/\d{1,2}\b",
    re.IGNORECASE,
)


def count_value(triggers: Sequence[tuple[str, str, str]]) -> Range:
    """Return the count of a series from its triggers, each with the text before and after it.

    "Several", "a series of" and a bare plural are two or more.
    """
    for before, text, _after in triggers:
        phrase = _PHRASE.search(_DATE.sub(" on ", before))
        if phrase is None or not text.lower().endswith("s"):
            continue
        found = parse_quantity(re.split(r"[.;:]|\b(?:in|on|by|after|killed|people)\b", phrase.group(1))[-1])
        if found is not None and (found.min > 2 or found.max):
            return found
    return SERIES
