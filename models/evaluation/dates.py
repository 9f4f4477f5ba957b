"""How many date expressions of TimeML documents are resolved to their annotated value."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Protocol

from models.evaluation.timeml import Period, TimeDocument, TimeExpression, read_timeml
from models.normalise.dates import DateValue, resolve

_AROUND = 40


class DateReader(Protocol):
    """Something that resolves the date expressions of a document, in their order."""

    def __call__(self, document: TimeDocument) -> Iterator[Period | None]:
        """Yield the period of each expression, None where it cannot be known."""


def evaluate_dates(folder: Path) -> str:
    """Return our accuracy on the TimeML files of a folder as text, with every miss.

    Raises:
        ValueError: the folder holds no readable TimeML.
    """
    documents = read_timeml(folder)
    results = list(judge(documents, our_reader))
    misses = [_miss(d, e, found) for d, e, found, right in results if not right]
    share = 100 * (1 - len(misses) / max(1, len(results)))
    return "\n".join([*misses, f"accuracy: {share:.1f} (n={len(results)})"])


def judge(
    documents: Sequence[TimeDocument], reader: DateReader
) -> Iterator[tuple[TimeDocument, TimeExpression, Period | None, bool]]:
    """Yield every expression with the period that the reader gives it, and whether that is right."""
    for document in documents:
        for expression, found in zip(document.expressions, reader(document), strict=True):
            yield document, expression, found, is_right(found, expression, created=document.created)


def is_right(found: Period | None, gold: TimeExpression, *, created: date | None) -> bool:
    """Say whether a period is what the annotation means.

    TIMEX3 gives "early March" the whole month with a modifier, where we give its first third, and "this
    year" the whole year, where we give what has passed of it: both count as right.
    """
    if found is None or found == gold.period:
        return found is not None
    start, end = gold.period
    part = gold.modified and start <= found[0] and found[1] <= end
    so_far = created is not None and found == (start, created) and start <= created <= end
    return part or so_far


def our_reader(document: TimeDocument) -> Iterator[Period | None]:
    """Resolve the expressions of a document as those of an article, each after the one before it."""
    previous: DateValue | None = None
    for e in document.expressions:
        value = resolve(
            e.text,
            anchor=document.created,
            previous=previous,
            before=document.text[max(0, e.start - _AROUND) : e.start],
            after=document.text[e.end : e.end + _AROUND],
        )
        previous = value or previous
        yield value.period if value else None


def _miss(document: TimeDocument, expression: TimeExpression, found: Period | None) -> str:
    gold, ours = ("..".join(map(str, p)) if p else "nothing" for p in (expression.period, found))
    words = " ".join(expression.text.split())
    return f"{document.name} ({document.created}) {words!r}: {gold}, found {ours}"
