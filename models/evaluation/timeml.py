"""Reading TimeML files: time expressions with their normalised values (TIMEX3, ISO-TimeML 1.2.1)."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from xml.etree import ElementTree

Period = tuple[date, date]
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)$")
_WEEK = re.compile(r"(\d{4})-W(\d\d)$")
_MONTH = re.compile(r"(\d{4})-(\d\d)$")
_QUARTER = re.compile(r"(\d{4})-Q([1-4])$")
_YEAR = re.compile(r"(\d{4})$")
_MADE = ("CREATION_TIME", "PUBLICATION_TIME")


@dataclass(frozen=True, kw_only=True)
class TimeExpression:
    """An expression of type DATE; ``start`` and ``end`` count code points of the document's text.

    ``modified`` says that a part of the period is meant ("early March"), or roughly all of it.
    """

    text: str
    start: int
    end: int
    period: Period
    modified: bool = False


@dataclass(frozen=True, kw_only=True)
class TimeDocument:
    """The text of a document, the day it was made where known, and its dates in the order of the text."""

    name: str
    text: str
    created: date | None
    expressions: tuple[TimeExpression, ...]


def read_timeml(folder: Path) -> list[TimeDocument]:
    """Read every ``*.tml`` file of a folder, by name.

    Raises:
        ValueError: there is none, or one is not XML; the message names it.
    """
    files = sorted(folder.glob("*.tml"))
    if not files:
        raise ValueError(f"{folder}: no *.tml file")
    return [_document(file) for file in files]


def period_of(value: str) -> Period | None:
    """Return the first and last day of a TIMEX3 value; None unless a day, week, month, quarter or year."""
    try:
        if m := _DAY.match(value):
            day = date(int(m[1]), int(m[2]), int(m[3]))
            return day, day
        if m := _WEEK.match(value):
            monday = date.fromisocalendar(int(m[1]), int(m[2]), 1)
            return monday, monday + timedelta(days=6)
        if m := _MONTH.match(value):
            return _months(int(m[1]), int(m[2]), int(m[2]))
        if m := _QUARTER.match(value):
            return _months(int(m[1]), 3 * int(m[2]) - 2, 3 * int(m[2]))
        if m := _YEAR.match(value):
            return _months(int(m[1]), 1, 12)
    except ValueError:
        return None
    return None


def _months(year: int, first: int, last: int) -> Period:
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def _document(file: Path) -> TimeDocument:
    try:
        root = ElementTree.parse(file).getroot()
    except ElementTree.ParseError as error:
        raise ValueError(f"{file}: {error}") from error
    body = root.find(".//TEXT")
    if body is None:  # as in TimeBank 1.2
        body = root
    return TimeDocument(
        name=file.stem,
        text="".join(body.itertext()),
        created=_created(root),
        expressions=tuple(_expressions(body)),
    )


def _created(root: ElementTree.Element) -> date | None:
    for element in root.iter("TIMEX3"):
        if element.get("functionInDocument") in _MADE and (p := period_of(element.get("value", "")[:10])):
            return p[0]
    return None


def _expressions(body: ElementTree.Element) -> Iterator[TimeExpression]:
    for element, start in _offsets(body, 0):
        period = period_of(element.get("value", ""))
        is_date = element.tag == "TIMEX3" and element.get("type") == "DATE"
        if is_date and period and element.get("functionInDocument") != "CREATION_TIME":
            text = "".join(element.itertext())
            yield TimeExpression(
                text=text, start=start, end=start + len(text), period=period, modified="mod" in element.attrib
            )


def _offsets(element: ElementTree.Element, start: int) -> Iterator[tuple[ElementTree.Element, int]]:
    """Yield every element inside, with the place of its text."""
    at = start + len(element.text or "")
    for child in element:
        yield child, at
        yield from _offsets(child, at)
        at += len("".join(child.itertext())) + len(child.tail or "")
