"""``eventwire train`` and ``eventwire evaluate``: the way into training and evaluation."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from service.cli.errors import Mistake, mistakes
from service.cli.options import input_file, model_dir_option
from service.settings import load_settings

_folder = click.Path(file_okay=False, path_type=Path)
_existing_folder = click.Path(exists=True, file_okay=False, path_type=Path)


@contextmanager
def _train_extra() -> Iterator[None]:
    try:
        yield
    except ModuleNotFoundError as error:
        raise Mistake(f"{error.name} is not installed; try: pip install 'eventwire[train]'") from error


@click.command()
@click.option("--data", required=True, type=_existing_folder, help="Folder of the corpora.")
@click.option("--out", required=True, type=_folder, help="Folder for checkpoints and the trained model.")
@click.option("--config", type=input_file, help="Training configuration, in place of the default one.")
@click.option("--resume", is_flag=True, help="Go on from the last checkpoint in the --out folder.")
def train(data: Path, out: Path, config: Path | None, resume: bool) -> None:
    """Train a model."""
    with mistakes(), _train_extra():
        from models.training.run import train as run  # here, because it imports torch

        run(data=data, out=out, config=config, resume=resume)


@click.command()
@click.option("--gold", required=True, type=input_file, help="Annotated articles, one JSON document a line.")
@click.option("--predictions", type=input_file, help="Output of `eventwire predict`; made here if left out.")
@click.option("--errors", type=click.IntRange(min=0), default=0, help="Print the first N mistakes too.")
@model_dir_option
def evaluate(gold: Path, predictions: Path | None, errors: int, model_dir: Path | None) -> None:
    """Print how well records agree with annotated ones."""
    with mistakes(), _train_extra():
        from models.evaluation.run import evaluate as run  # here, because it imports torch

        model_dir = model_dir or load_settings().model_dir
        report = run(gold=gold, predictions=predictions, model_dir=model_dir, errors=errors)
    click.echo(report)
