"""JSON and JSON lines."""

import json
from collections.abc import Iterator
from typing import NoReturn

from service.problems import Problem


def parse_json(text: str) -> object:
    """Return the values of a JSON text.

    Raises:
        Problem: it is not JSON, or nested too deeply, or holds a number beyond all use.
    """
    try:
        return json.loads(text, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        detail = f"The body is not JSON: {error.msg} at line {error.lineno}, column {error.colno}."
        raise Problem(status=400, detail=detail) from error
    except RecursionError as error:
        raise Problem(status=400, detail="The body's JSON is nested too deeply.") from error
    except ValueError as error:
        raise Problem(status=400, detail="The body's JSON holds a number that cannot be read.") from error


def parse_lines(text: str) -> Iterator[object | Problem]:
    """Yield the values of each line that is not blank, or what is wrong with it."""
    for line in text.split("\n"):
        if line.strip():
            try:
                yield parse_json(line)
            except Problem as problem:
                yield problem


def _refuse_constant(_: str) -> NoReturn:
    raise ValueError("NaN and Infinity are not JSON")
