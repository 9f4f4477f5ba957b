"""``eventwire serve``: the HTTP service."""

import sys

import click

from service.cli.errors import mistakes
from service.logs import configure_logs
from service.settings import check_access, load_settings
from service.supervisor import Supervisor


@click.command()
def serve() -> None:
    """Serve over HTTP until SIGTERM, with the settings of the environment."""
    with mistakes():
        settings = load_settings()
        check_access(settings)
    configure_logs()
    sys.exit(Supervisor(settings=settings).run())
