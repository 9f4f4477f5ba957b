import pytest

from models import schema
from models.decode.drafts import Thresholds


def test_every_layer_has_its_span_threshold():
    spans = Thresholds(trigger=0.1, span=0.2, toll_span=0.3).spans()
    assert dict(zip(schema.LAYERS, spans, strict=True)) == {
        "trigger": 0.1,
        "attacker": 0.2,
        "target": 0.2,
        "weapon": 0.2,
        "place": 0.2,
        "time": 0.2,
        "toll": 0.3,
    }


def test_links_have_a_threshold_by_layer():
    assert Thresholds(weapon=0.7).link(schema.WEAPON) == 0.7


@pytest.mark.parametrize("value", [-0.1, 1.1])
def test_a_threshold_is_a_probability(value):
    with pytest.raises(ValueError, match="valid"):
        Thresholds(valid=value)
