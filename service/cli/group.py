"""The command group, with its commands."""

import click

from service.cli.errors import OneLineGroup
from service.cli.evaluate import evaluate
from service.cli.extract import extract
from service.cli.keys import keys
from service.cli.learning import train
from service.cli.predict import predict
from service.cli.serve import serve


@click.group(cls=OneLineGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="eventwire")
def main() -> None:
    """Read the attack events out of news articles."""


for command in (serve, extract, predict, train, evaluate, keys):
    main.add_command(command)
