"""Reading annotated articles and predictions: one JSON document a line, with "id" and "events"."""

import json
from pathlib import Path
from typing import Any

from models.evaluation.facts import read_events


def read_records(path: Path) -> dict[str, dict[str, Any]]:
    """Return the documents of a file by their ids, in its order.

    Raises:
        ValueError: the file is missing or empty, or a line (named) holds no such document.
    """
    if not path.is_file():
        raise ValueError(f"{path}: no such file")
    documents: dict[str, dict[str, Any]] = {}
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                try:
                    _add(documents, line)
                except ValueError as error:
                    raise ValueError(f"{path}, line {number}: {error}") from error
    if not documents:
        raise ValueError(f"{path}: holds no documents")
    return documents


def _add(documents: dict[str, dict[str, Any]], line: bytes) -> None:
    document = json.loads(line.decode("utf-8-sig"))
    if not isinstance(document, dict) or not isinstance(document.get("id"), str):
        raise ValueError('not an object with an "id"')
    if document["id"] in documents:
        raise ValueError(f"a second document {document['id']}")
    if not isinstance(document.get("events"), list):
        raise ValueError('"events" is not a list')
    read_events(document["events"])
    documents[document["id"]] = document
