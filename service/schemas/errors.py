"""Marshmallow's nested messages as flat lists of JSON pointers."""

from collections.abc import Iterator
from typing import Any

from marshmallow.exceptions import SCHEMA


def pointer_errors(messages: Any, *, pointer: str = "") -> Iterator[tuple[str, str]]:
    """Yield (JSON pointer, message) for every message of a ``ValidationError``."""
    if isinstance(messages, dict):
        for key, inner in messages.items():
            step = "" if key == SCHEMA else "/" + _encodable(str(key)).replace("~", "~0").replace("/", "~1")
            yield from pointer_errors(inner, pointer=pointer + step)
    else:
        yield from ((pointer, message) for message in messages)


def _encodable(key: str) -> str:
    """Return a key without lone surrogates, which no answer could hold."""
    return key.encode("utf-8", "replace").decode("utf-8")
