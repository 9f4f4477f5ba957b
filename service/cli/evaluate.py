"""``eventwire evaluate records | dates | places``: how right the records, and the layers behind them, are."""

from pathlib import Path

import click

from service.cli.errors import mistakes
from service.cli.learning import train_extra
from service.cli.options import existing_folder, input_file, model_dir_option
from service.settings import load_settings


@click.group()
def evaluate() -> None:
    """Measure on annotated data."""


@evaluate.command()
@click.option("--gold", required=True, type=input_file, help="Annotated articles, one JSON document a line.")
@click.option("--predictions", type=input_file, help="Output of `eventwire predict`; made here if left out.")
@click.option("--errors", type=click.IntRange(min=0), default=0, help="Print the first N mistakes too.")
@model_dir_option
def records(gold: Path, predictions: Path | None, errors: int, model_dir: Path | None) -> None:
    """Print how well records agree with annotated ones."""
    with mistakes(), train_extra():
        from models.evaluation.run import evaluate as run  # here, because it imports torch

        model_dir = model_dir or load_settings().model_dir
        report = run(gold=gold, predictions=predictions, model_dir=model_dir, errors=errors)
    click.echo(report)


@evaluate.command()
@click.argument("folder", metavar="DIR", type=existing_folder)
def dates(folder: Path) -> None:
    """Resolve the dates of the TimeML files (*.tml) in DIR; print every miss, and the accuracy last."""
    from models.evaluation.dates import evaluate_dates

    with mistakes():
        click.echo(evaluate_dates(folder))


@evaluate.command()
@click.argument("file", metavar="FILE.xml", type=input_file)
def places(file: Path) -> None:
    """Place the toponyms of a file in LGL's or TR-News's form; print the share within 161 km last."""
    from models.evaluation.places import evaluate_places

    with mistakes():
        click.echo(evaluate_places(file))
