"""``eventwire predict``: the records of many articles, one JSON document a line."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import click
from tqdm import tqdm

from models.engine import Engine
from models.records import Article, Options
from service.cli.errors import Mistake, describe, mistakes
from service.cli.options import input_file, model_dir_option, open_model, output_file
from service.schemas import DocumentSchema, write_extraction


@click.command()
@click.argument("source", metavar="IN.jsonl", type=input_file)
@click.argument("target", metavar="OUT.jsonl", type=output_file)
@model_dir_option
def predict(source: Path, target: Path, model_dir: Path | None) -> None:
    """Write the records of every article in IN.jsonl to OUT.jsonl.

    A line in holds "id", "text" and, where known, "published_at", "title" and "language"; other fields are
    not read. A line out holds "id" and "events".
    """
    if target.exists() and target.samefile(source):
        raise Mistake(f"{target}: is the input too")
    total = sum(1 for _ in _articles(source))  # so that a bad line shows before any work is done
    engine = open_model(model_dir)
    unread = 0
    with mistakes(), target.open("w", encoding="utf-8") as out:
        for article in tqdm(_articles(source), total=total, unit="article"):
            try:
                out.write(_line(article, engine))
            except ValueError as error:  # this article's alone
                tqdm.write(f"eventwire: {article.id}: {describe(error)}", file=sys.stderr)
                unread += 1
    if unread:
        raise Mistake(f"{unread} of {total} articles could not be read; the others are in {target}")


def _line(article: Article, engine: Engine) -> str:
    record = write_extraction(engine.extract(article, options=Options()))
    line = {"id": article.id, "events": record["events"]}
    return json.dumps(line, ensure_ascii=False, allow_nan=False) + "\n"


def _articles(source: Path) -> Iterator[Article]:
    with source.open("rb") as lines:
        for number, line in enumerate(lines, start=1):
            if line.strip():
                with mistakes(f"{source}, line {number}: "):
                    article = _article(line)
                yield article


def _article(line: bytes) -> Article:
    try:
        document = json.loads(line.decode("utf-8-sig"))
    except (json.JSONDecodeError, RecursionError) as error:
        raise ValueError(f"not JSON: {error}") from error
    return Article(**DocumentSchema().load(document))
