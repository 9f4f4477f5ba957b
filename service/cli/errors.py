"""Mistakes of the user: one clear line on stderr, exit code 2, no traceback."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click
from marshmallow import ValidationError

from service.schemas.errors import pointer_errors


class Mistake(click.ClickException):
    """Something the user can put right."""

    exit_code = 2


class OneLineGroup(click.Group):
    """A command group that reports every error in one line, usage errors too."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run the command line and exit."""
        try:
            raise SystemExit(super().main(*args, **{**kwargs, "standalone_mode": False}))
        except click.exceptions.NoArgsIsHelpError as error:
            error.show()
        except click.ClickException as error:
            click.echo(f"eventwire: {error.format_message()}", err=True)
        except click.Abort:
            click.echo("eventwire: stopped", err=True)
            raise SystemExit(130) from None
        raise SystemExit(Mistake.exit_code)


@contextmanager
def mistakes(prefix: str = "") -> Iterator[None]:
    """Turn the exceptions that bad input raises into a ``Mistake``."""
    try:
        yield
    except BrokenPipeError:  # not about the input: the reader of our output went away
        raise
    except (ValidationError, ValueError, OSError) as error:
        raise Mistake(prefix + describe(error)) from error


def describe(error: Exception) -> str:
    """Return what is wrong in one line."""
    if isinstance(error, ValidationError):
        message = "; ".join(f"{pointer[1:]}: {text}" for pointer, text in pointer_errors(error.messages))
    elif isinstance(error, UnicodeDecodeError):
        message = f"not UTF-8 text: see byte {error.start}"
    elif isinstance(error, OSError) and error.filename and error.strerror:
        message = f"{error.filename}: {error.strerror}"
    else:
        message = str(error) or type(error).__name__
    return " ".join(message.split())
