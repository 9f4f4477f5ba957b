"""Annotations without their texts: offsets in the repository, the texts in the user's own data.

An annotated document whose text may not be copied is kept as its ``id``, the ``sha256`` of its text, and its
events with spans of ``start`` and ``end`` alone.
"""

import gzip
import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from models.jsonl import read_jsonl

Document = dict[str, Any]


def strip_text(document: Mapping[str, Any]) -> Document:
    """Return an annotated document without any of its words."""
    kept = {"id": document["id"], "sha256": _digest(document["text"])}
    return {**kept, "events": [_without_words(event) for event in document["events"]]}


def read_standoff(path: Path, *, texts: Path) -> list[Document]:
    """Return the annotated documents of ``path`` with their texts, out of a gzipped file of JSON lines.

    Raises:
        ValueError: a file is missing or unreadable, or a text is missing or not the one that was annotated.
    """
    annotated = read_jsonl(path, lambda document: document)
    sources = _read_texts(texts, {document["id"] for document in annotated})
    return [_joined(document, sources, texts) for document in annotated]


def _joined(document: Document, sources: Mapping[str, Document], texts: Path) -> Document:
    source = sources.get(document["id"])
    if source is None:
        raise ValueError(f"{texts}: no text {document['id']}")
    if _digest(source["text"]) != document["sha256"]:
        raise ValueError(f"{texts}: the text {document['id']} is not the one that was annotated")
    return {**source, "events": document["events"]}


def _read_texts(path: Path, wanted: set[str]) -> dict[str, Document]:
    if not path.is_file():
        raise ValueError(f"{path}: no such file")
    try:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            documents = [json.loads(line) for line in lines]
    except (OSError, ValueError) as error:
        raise ValueError(f"{path}: {error}") from error
    return {document["id"]: document for document in documents if document["id"] in wanted}


def _without_words(value: Any) -> Any:
    """Keep labels, numbers and dates; of a span its offsets, of a party or place its spans."""
    if isinstance(value, Mapping):
        words = {"text", "who", "name"}
        if "start" in value and "text" in value:
            return {"start": value["start"], "end": value["end"]}
        return {k: _without_words(v) for k, v in value.items() if k not in words or isinstance(v, Mapping)}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_without_words(item) for item in value]
    return value


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
