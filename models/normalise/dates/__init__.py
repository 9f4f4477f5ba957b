"""Time words of newswire English to dates, against the publication date, a dateline or an earlier date."""

from models.normalise.dates.dateline import find_dateline
from models.normalise.dates.event import Expression, resolve_event
from models.normalise.dates.expression import resolve
from models.normalise.dates.value import DateValue

__all__ = ["DateValue", "Expression", "find_dateline", "resolve", "resolve_event"]
