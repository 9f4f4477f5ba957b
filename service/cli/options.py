"""Option types and helpers that commands share."""

from datetime import date
from pathlib import Path
from typing import Any

import click

from models.engine import Engine
from service.cli.errors import mistakes
from service.dates import parse_publication_date
from service.engines import open_engine
from service.settings import load_settings


class PublicationDate(click.ParamType[date]):
    """An ISO date or date-time."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day of the value."""
        if isinstance(value, date):
            return value
        try:
            return parse_publication_date(value)
        except ValueError as error:
            self.fail(f"{value!r}: {error}", param, ctx)


input_file = click.Path(exists=True, dir_okay=False, readable=True, path_type=Path)
existing_folder = click.Path(exists=True, file_okay=False, path_type=Path)
output_file = click.Path(dir_okay=False, writable=True, path_type=Path)

model_dir_option = click.option(
    "--model-dir",
    type=click.Path(path_type=Path),
    help="Folder of the model, in place of EVENTWIRE_MODEL_DIR or the one that ships with Eventwire.",
)


def open_model(model_dir: Path | None) -> Engine:
    """Load the model, with the settings of the environment where no folder is given."""
    with mistakes():
        settings = load_settings()
        return open_engine(model_dir=model_dir or settings.model_dir, threads=settings.threads)
