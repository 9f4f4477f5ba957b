"""The embedded model on our own articles: ``articles.jsonl`` is the truth, ``records.jsonl`` the output."""

from pathlib import Path

import pytest
import torch

from models.evaluation.run import article_of
from models.evaluation.score import align_documents, summarise
from models.pipeline import Pipeline
from models.records import Options
from models.serialise import record_dict
from models.training.data import read_documents
from models.weights import EMBEDDED, load_model

pytestmark = pytest.mark.slow

FOLDER = Path(__file__).parent
DOCUMENTS = {document["id"]: document for document in read_documents(FOLDER / "articles.jsonl")}
GOLDEN = {document["id"]: document["events"] for document in read_documents(FOLDER / "records.jsonl")}


@pytest.fixture(scope="module")
def extractions():
    engine = Pipeline(model=load_model(EMBEDDED), precision=torch.float32)
    return {
        name: engine.extract(article_of(document), options=Options()) for name, document in DOCUMENTS.items()
    }


@pytest.fixture(scope="module")
def records(extractions):
    return {name: record_dict(extraction.events) for name, extraction in extractions.items()}


@pytest.fixture(scope="module")
def alignments(records):
    found = align_documents(DOCUMENTS.values(), records)
    return {alignment.id: alignment for alignment in found}


def without_confidences(value):
    if isinstance(value, dict):
        return {key: without_confidences(part) for key, part in value.items() if key != "confidence"}
    return [without_confidences(part) for part in value] if isinstance(value, list) else value


def confidences(value):
    if isinstance(value, dict):
        own = [value["confidence"]] if "confidence" in value else []
        return own + [c for part in value.values() for c in confidences(part)]
    return [c for part in value for c in confidences(part)] if isinstance(value, list) else []


def spans(value):
    if isinstance(value, dict):
        if value.keys() == {"text", "start", "end"}:
            return [value]
        return [span for part in value.values() for span in spans(part)]
    return [span for part in value for span in spans(part)] if isinstance(value, list) else []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_records_are_the_golden_ones(records, name):
    assert without_confidences(records[name]) == without_confidences(GOLDEN[name])
    # CPUs add up in different orders.
    assert confidences(records[name]) == pytest.approx(confidences(GOLDEN[name]), abs=0.03)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_value_points_at_its_words(records, name):
    text = DOCUMENTS[name]["text"]
    found = spans(records[name])
    assert all(span["text"] == text[span["start"] : span["end"]] for span in found)
    assert bool(found) == bool(records[name])


def test_records_agree_with_the_annotation(alignments):
    summary = summarise(list(alignments.values()))
    assert summary.fields["event"].f1 > 0.8
    assert summary.record.f1 > 0.65


@pytest.mark.parametrize("name", [name for name, document in DOCUMENTS.items() if not document["events"]])
def test_articles_without_attacks_have_no_records(records, name):
    assert records[name] == []


@pytest.mark.parametrize("name", ["non_english", "non_english_2"])
def test_another_language_is_said_to_be_unsupported(extractions, name):
    assert [w.code for w in extractions[name].warnings] == ["language_not_supported"]


@pytest.mark.parametrize("name", ["no_publication_date", "no_publication_date_2"])
def test_without_a_publication_date_relative_dates_stay_unknown(extractions, name):
    extraction = extractions[name]
    assert extraction.events
    assert all(event.date is None for event in extraction.events)
    assert "no_published_at" in {warning.code for warning in extraction.warnings}


@pytest.mark.parametrize("name", ["long_report", "long_report_2"])
def test_events_are_found_to_the_end_of_a_long_article(records, name):
    last = max(trigger["start"] for event in records[name] for trigger in event["triggers"])
    assert last > 2 / 3 * len(DOCUMENTS[name]["text"])
