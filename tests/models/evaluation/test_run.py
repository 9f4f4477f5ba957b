import json
import sys
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

from models.evaluation.run import article_of, evaluate, predict
from models.records import Article, Extraction, ModelInfo


class SilentEngine:
    """Finds nothing; cannot read an empty text."""

    info = ModelInfo(name="silent", version="0")

    def extract(self, article, *, options):
        if not article.text:
            raise ValueError("the text is empty")
        return Extraction(
            id=article.id,
            published_at=article.published_at,
            language="en",
            model=self.info,
            events=(),
            warnings=(),
        )


@pytest.fixture
def gold(tmp_path, document) -> Path:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(document) + "\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("given", "day"),
    [
        ("2024-07-30", date(2024, 7, 30)),
        ("2024-07-30T23:14:00Z", date(2024, 7, 30)),
        ("2024-07-30T23:14:00-05:00", date(2024, 7, 30)),
        (None, None),
    ],
)
def test_publication_dates(document, given, day):
    assert article_of(document | {"published_at": given}).published_at == day


def test_the_article_of_a_document():
    assert article_of({"id": "a", "text": "One.", "title": "Two"}) == Article(
        id="a", text="One.", title="Two"
    )


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"published_at": "July 30"}, "document tal: \"published_at\" is 'July 30', not an ISO date"),
        ({"published_at": 2024}, 'document tal: "published_at" is 2024, not an ISO date'),
        ({"text": None}, 'document tal: "text" is not text'),
        ({"text": ""}, "document tal: the text is empty"),
    ],
)
def test_a_document_that_cannot_be_read_is_named(document, changes, message):
    with pytest.raises(ValueError, match=f"^{message}"):
        list(predict(SilentEngine(), [document | changes], progress=False))


def test_predict(document, capsys):
    assert list(predict(SilentEngine(), [document], progress=False)) == [("tal", [])]
    assert capsys.readouterr().err == ""
    list(predict(SilentEngine(), [document], progress=True))
    assert "1/1" in capsys.readouterr().err


def test_evaluate_predictions(gold):
    report = evaluate(gold=gold, predictions=gold, model_dir=None, errors=5)
    assert report.startswith("all events: 1 documents, record F1 100.0 (95% 100.0-100.0)\n")
    assert "tal:" not in report


def test_evaluate_shows_mistakes_and_missing_documents(gold, tmp_path):
    predictions = tmp_path / "predictions.jsonl"
    predictions.write_text('{"id": "other", "events": []}\n', encoding="utf-8")
    lines = evaluate(gold=gold, predictions=predictions, model_dir=None, errors=1).splitlines()
    assert lines[0] == "1 of 1 documents have no prediction (counted as empty)"
    assert lines[-1] == "tal: missed bombing ['bombed']"


def test_evaluate_a_model(gold, monkeypatch):
    asked = []

    def load_engine(model_dir, *, threads):
        asked.append(model_dir)
        return SilentEngine()

    inline = ModuleType("models.inline")
    monkeypatch.setattr(inline, "load_engine", load_engine, raising=False)
    monkeypatch.setitem(sys.modules, "models.inline", inline)
    report = evaluate(gold=gold, predictions=None, model_dir=Path("mine"))
    assert asked == [Path("mine")]
    assert report.startswith("all events: 1 documents, record F1 0.0")


def test_evaluate_a_bad_file(gold, tmp_path):
    with pytest.raises(ValueError, match=r"predictions\.jsonl: no such file"):
        evaluate(gold=gold, predictions=tmp_path / "predictions.jsonl", model_dir=None)
