import pytest

from models.decode.drafts import Thresholds
from models.training.devscore import dev_scores
from models.training.devset import DevSet
from models.training.finish import finish
from tests.models.training.articles import BOMBING, RAID, TEXT

DOCUMENTS = [{"id": "own", "text": TEXT, "published_at": "2024-03-14", "events": [BOMBING, RAID]}]
LOOSE = Thresholds(trigger=0.05, span=0.05, toll_span=0.05, valid=0.01)


@pytest.fixture
def dev(model):
    return DevSet(model=model, documents=DOCUMENTS)


def test_thresholds_decide_what_is_found(dev):
    assert dev.records(LOOSE)["own"]
    assert dev.records(Thresholds(trigger=1.0))["own"] == []
    assert dev.records(LOOSE)["own"]


def test_metrics_are_those_of_the_records(dev):
    assert dev.summary(Thresholds(trigger=1.0)).record.pred == 0
    assert dev.summary(LOOSE).fields["event"].gold == 2


def test_an_epoch_s_line_has_every_field(model):
    scores = dev_scores(model, DOCUMENTS)
    assert {"record", "event", "type", "attackers", "date", "casualties"} <= scores.keys()
    assert all(0 <= value <= 100 for value in scores.values())


def test_finishing_chooses_thresholds_that_are_no_worse(model):
    finished = finish(model, DOCUMENTS)
    before, after = (dev_scores(m, DOCUMENTS)["record"] for m in (model, finished))
    assert after >= before
    assert finished.network is model.network
