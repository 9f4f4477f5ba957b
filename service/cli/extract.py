"""``eventwire extract``: the records of one article."""

import json
from datetime import date
from pathlib import Path

import click

from models.records import Article, Extraction, Options
from service.cli.errors import mistakes
from service.cli.options import PublicationDate, model_dir_option, open_model
from service.cli.table import format_table
from service.schemas import ArticleSchema, write_extraction


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, allow_dash=True), default="-")
@click.option("--published-at", type=PublicationDate(), help="Day the article was published, YYYY-MM-DD.")
@click.option("--format", "form", type=click.Choice(["json", "table"]), default="json", show_default=True)
@model_dir_option
def extract(file: str, published_at: date | None, form: str, model_dir: Path | None) -> None:
    """Print the attack records of the plain-text article in FILE ("-", the default: standard input)."""
    source = "standard input" if file == "-" else file
    with mistakes(f"{source}: "):
        article = _read(file, published_at)
    engine = open_model(model_dir)
    with mistakes(f"{source}: "):
        extraction = engine.extract(article, options=Options())
    click.echo(_format(extraction, form))


def _read(file: str, published_at: date | None) -> Article:
    with click.open_file(file, "rb") as stream:
        text = stream.read().decode("utf-8-sig")
    ArticleSchema(only=["text"]).load({"text": text})
    return Article(text=text, published_at=published_at)


def _format(extraction: Extraction, form: str) -> str:
    if form == "table":
        return format_table(extraction)
    return json.dumps(write_extraction(extraction), ensure_ascii=False, allow_nan=False, indent=2)
