"""Reading files of one JSON object a line."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

_Read = TypeVar("_Read")


def read_jsonl(path: Path, read: Callable[[dict[str, Any]], _Read]) -> list[_Read]:
    """Return what ``read`` makes of each object; blank lines are passed over.

    Raises:
        ValueError: the file is missing, or a line, which the message names, is no JSON object or one that
            ``read`` refuses.
    """
    if not path.is_file():
        raise ValueError(f"{path}: no such file")
    found = []
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                try:
                    found.append(read(_object(line)))
                except ValueError as error:
                    raise ValueError(f"{path}, line {number}: {error}") from error
    return found


def _object(line: bytes) -> dict[str, Any]:
    value = json.loads(line.decode("utf-8-sig"))
    if not isinstance(value, dict):
        raise ValueError("not an object")
    return value
