from copy import deepcopy

import pytest

from models.evaluation.matching import main_only
from models.evaluation.score import Accuracy, Counts, align_documents, bootstrap, score, summarise


@pytest.fixture
def predicted(document):
    """One event of the two, with one wrong target, a wrong day and a wrong toll."""
    event = deepcopy(document["events"][0])
    event["targets"][1] = {"name": "teachers"}
    event["date"] |= {"start": "2024-07-28", "end": "2024-07-28"}
    event["casualties"] = [{"effect": "killed", "side": "target", "min": 12, "max": None, "total": True}]
    event["location"]["country"] = None
    return {"tal": [event]}


def test_perfect_records(document):
    summary = score([document], {"tal": document["events"]})
    assert summary.record == Counts(hit=14, gold=14, pred=14)
    assert summary.record.f1 == 1.0
    assert {accuracy.value for accuracy in summary.accuracy.values()} == {1.0}


def test_counts_by_field(document, predicted):
    summary = score([document], predicted)
    assert summary.fields == {
        "event": Counts(hit=1, gold=2, pred=1),
        "type": Counts(hit=1, gold=2, pred=1),
        "attackers": Counts(hit=1, gold=2, pred=1),
        "targets": Counts(hit=1, gold=4, pred=2),
        "weapons": Counts(),
        "location": Counts(hit=1, gold=2, pred=1),
        "date": Counts(hit=0, gold=1, pred=1),
        "casualties": Counts(hit=0, gold=3, pred=1),
        "killed": Counts(hit=0, gold=1, pred=1),
        "injured": Counts(hit=0, gold=1, pred=0),
    }
    assert summary.record == Counts(hit=4, gold=14, pred=7)
    assert summary.record.precision == pytest.approx(4 / 7)
    assert summary.record.recall == pytest.approx(4 / 14)
    assert summary.record.f1 == pytest.approx(8 / 21)


def test_accuracy_is_over_matched_events_with_a_value(document, predicted):
    predicted["tal"][0] |= {"status": None, "salience": "background"}
    assert score([document], predicted).accuracy == {
        "status": Accuracy(hit=0, total=0),
        "salience": Accuracy(hit=0, total=1),
        "country": Accuracy(hit=0, total=1),
    }
    assert Accuracy(hit=0, total=0).value is None


def test_tolls_are_right_as_a_whole(document):
    parts = deepcopy(document["events"])
    parts[0]["casualties"] = [
        {"effect": "killed", "min": 5, "max": 5, "total": False},
        {"effect": "killed", "min": 7, "max": 7, "total": False},
    ]
    summary = score([document], {"tal": parts})
    assert summary.fields["killed"] == Counts(hit=1, gold=1, pred=1)
    assert summary.fields["casualties"] == Counts(hit=1, gold=3, pred=3)


def test_a_document_without_prediction_counts_as_empty(document):
    summary = score([document], {})
    assert summary.fields["event"] == Counts(hit=0, gold=2, pred=0)
    assert (summary.record.precision, summary.record.recall, summary.record.f1) == (0.0, 0.0, 0.0)


def test_main_events_only(document):
    alignments = align_documents([document], {"tal": document["events"]})
    summary = summarise(list(map(main_only, alignments)))
    assert summary.fields["event"] == Counts(hit=1, gold=1, pred=1)
    assert summary.accuracy["salience"] == Accuracy(hit=1, total=1)


def test_bootstrap_is_repeatable_and_spans_the_score(document, predicted):
    documents = [document | {"id": str(number)} for number in range(8)]
    records = {str(number): predicted["tal"] if number % 2 else document["events"] for number in range(8)}
    alignments = align_documents(documents, records)
    low, high = bootstrap(alignments)
    assert low < summarise(alignments).record.f1 < high
    assert bootstrap(alignments) == (low, high)


def test_bootstrap_without_any_event(document):
    assert bootstrap(align_documents([document | {"events": []}], {})) == (0.0, 0.0)
