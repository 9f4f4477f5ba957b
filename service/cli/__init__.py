"""The command line: ``eventwire extract | predict | train | evaluate``."""

from service.cli.group import main

__all__ = ["main"]
