from collections import Counter
from datetime import date

import pytest

from models.text.words import split_words
from models.training.data import read_documents
from models.training.run import CORPUS
from models.training.targets import build_targets

DOCUMENTS = [document for path in sorted(CORPUS.glob("*.jsonl")) for document in read_documents(path)]


def spans_of(value):
    if isinstance(value, dict) and {"text", "start", "end"} <= value.keys() and "effect" not in value:
        yield value
    elif isinstance(value, (dict, list)):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from spans_of(inner)


def test_ids_are_unique():
    assert [name for name, n in Counter(d["id"] for d in DOCUMENTS).items() if n > 1] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda d: d["id"])
def test_an_article_follows_its_own_format(document):
    for span in spans_of(document["events"]):
        assert document["text"][span["start"] : span["end"]] == span["text"]
    for event in document["events"]:
        assert event["triggers"]
        if event["date"]:
            assert date.fromisoformat(event["date"]["start"]) <= date.fromisoformat(event["date"]["end"])
    build_targets(document, split_words(document["text"]))
