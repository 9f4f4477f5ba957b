import pytest

from models.training.reliability import cross_validated, reliability_rows, report


def article(number, *, right):
    trigger = {"text": "bomb", "start": 0, "end": 4}
    event = {"type": "bombing", "triggers": [trigger], "attackers": [], "targets": [], "weapons": []}
    return {"id": str(number), "events": [event | {"casualties": []}] if right else []}


def predicted(confidence):
    facts = article(0, right=True)["events"][0]
    return facts | {"location": None, "date": None, "confidence": confidence}


@pytest.fixture
def sure_and_half_right():
    documents = [article(i, right=i % 2) for i in range(60)]
    return documents, {d["id"]: [predicted(0.95)] for d in documents}


def test_overconfidence_is_mended_by_the_other_folds(sure_and_half_right):
    found = cross_validated(*sure_and_half_right)["event"]
    assert len(found) == 60
    assert all(p == pytest.approx(0.5, abs=0.12) for p, _ in found)


def test_an_article_never_fits_its_own_scaling():
    documents = [article(i, right=i != 7) for i in range(20)]
    records = {d["id"]: [predicted(0.9)] for d in documents}
    found = cross_validated(documents, records, folds=20)["event"]
    (of_the_wrong_one,) = [p for p, right in found if not right]
    assert of_the_wrong_one > max(p for p, right in found if right)


def test_rows_hold_equally_many_values():
    rows = list(reliability_rows([(0.9, True), (0.1, False), (0.2, True), (0.8, True)], bins=2))
    assert rows == [(2, pytest.approx(0.15), 0.5), (2, pytest.approx(0.85), 1.0)]


def test_the_report_says_what_a_least_confidence_buys():
    text = report({"event": [(0.95, True), (0.4, False)]})
    assert "| 0.0 | 100% | 50% | 100% |" in text
    assert "| 0.9 | 50% | 100% | 100% |" in text
