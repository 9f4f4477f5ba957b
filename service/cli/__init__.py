"""The command line: ``eventwire serve | extract | predict | train | evaluate | keys``."""

from service.cli.group import main

__all__ = ["main"]
