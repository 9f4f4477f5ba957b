"""Predicting annotated articles and reporting how well the records agree."""

import os
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from tqdm import tqdm

from models.engine import Engine
from models.evaluation.files import read_records
from models.evaluation.report import format_report
from models.evaluation.score import align_documents
from models.records import Article, Options
from models.serialise import record_dict

Document = Mapping[str, Any]
Events = list[dict[str, Any]]


def evaluate(*, gold: Path, predictions: Path | None, model_dir: Path | None, errors: int = 0) -> str:
    """Return the metrics as text, with the first ``errors`` mistakes.

    Without ``predictions`` the model in ``model_dir`` (the embedded one by default) makes them.

    Raises:
        ValueError: a file or the model cannot be read.
    """
    documents = read_records(gold)
    if predictions is None:
        records = _predict_all(documents.values(), model_dir=model_dir)
    else:
        records = {name: document["events"] for name, document in read_records(predictions).items()}
    report = format_report(align_documents(documents.values(), records), errors=errors)
    missing = len(documents.keys() - records.keys())
    if not missing:
        return report
    return f"{missing} of {len(documents)} documents have no prediction (counted as empty)\n{report}"


def predict(engine: Engine, documents: Iterable[Document], *, progress: bool) -> Iterator[tuple[str, Events]]:
    """Yield the id and the events of each document, as plain JSON values.

    Raises:
        ValueError: a document cannot be read; the message names it.
    """
    for document in tqdm(documents, disable=not progress, unit="article"):
        try:
            extraction = engine.extract(article_of(document), options=Options())
        except ValueError as error:
            raise ValueError(f"document {document['id']}: {error}") from error
        yield document["id"], record_dict(extraction.events)


def article_of(document: Document) -> Article:
    """Return the article of an annotated document.

    Raises:
        ValueError: its text or its publication date cannot be read.
    """
    if not isinstance(document.get("text"), str):
        raise ValueError('"text" is not text')
    return Article(
        text=document["text"],
        published_at=_day(document.get("published_at")),
        id=document["id"],
        title=document.get("title"),
        language=document.get("language"),
    )


def _day(value: object) -> date | None:
    if value is None:
        return None
    try:
        return datetime.fromisoformat(str(value)).date()
    except ValueError:
        raise ValueError(f'"published_at" is {value!r}, not an ISO date or date-time') from None


def _predict_all(documents: Iterable[Document], *, model_dir: Path | None) -> dict[str, Events]:
    from models.inline import load_engine  # here, because it imports torch

    engine = load_engine(model_dir, threads=os.cpu_count() or 1)
    return dict(predict(engine, documents, progress=True))
