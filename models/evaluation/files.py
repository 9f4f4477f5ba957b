"""Reading annotated articles and predictions: one JSON document a line, with "id" and "events"."""

from pathlib import Path
from typing import Any

from models.evaluation.facts import read_events
from models.jsonl import read_jsonl


def read_records(path: Path) -> dict[str, dict[str, Any]]:
    """Return the documents of a file by their ids, in its order.

    Raises:
        ValueError: the file is missing or empty, or a line (named) holds no such document.
    """
    documents: dict[str, dict[str, Any]] = {}
    read_jsonl(path, lambda document: _add(documents, document))
    if not documents:
        raise ValueError(f"{path}: holds no documents")
    return documents


def _add(documents: dict[str, dict[str, Any]], document: dict[str, Any]) -> None:
    if not isinstance(document.get("id"), str):
        raise ValueError('not an object with an "id"')
    if document["id"] in documents:
        raise ValueError(f"a second document {document['id']}")
    if not isinstance(document.get("events"), list):
        raise ValueError('"events" is not a list')
    read_events(document["events"])
    documents[document["id"]] = document
