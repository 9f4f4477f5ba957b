"""``eventwire train``: the way into training."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from service.cli.errors import Mistake, mistakes
from service.cli.options import existing_folder, input_file

_folder = click.Path(file_okay=False, path_type=Path)


@contextmanager
def train_extra() -> Iterator[None]:
    """Say how to install what training and evaluation need beside the service."""
    try:
        yield
    except ModuleNotFoundError as error:
        raise Mistake(f"{error.name} is not installed; try: pip install 'eventwire[train]'") from error


@click.command()
@click.option("--data", required=True, type=existing_folder, help="Folder of the corpora.")
@click.option("--out", required=True, type=_folder, help="Folder for checkpoints and the trained model.")
@click.option("--config", type=input_file, help="Training configuration, in place of the default one.")
@click.option("--resume", is_flag=True, help="Go on from the last checkpoint in the --out folder.")
def train(data: Path, out: Path, config: Path | None, resume: bool) -> None:
    """Train a model."""
    with mistakes(), train_extra():
        from models.training.run import train as run  # here, because it imports torch

        run(data=data, out=out, config=config, resume=resume)
