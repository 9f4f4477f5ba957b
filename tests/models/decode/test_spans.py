import torch
from torch import Tensor

from models import schema
from models.decode.spans import find_spans
from models.network.network import Mention

OUT, BEGIN, INSIDE = 0, 1, 2


def tags(**layers: list[int]) -> Tensor:
    """Sure tag scores for the layers named, outside everywhere else."""
    length = len(next(iter(layers.values())))
    scores = torch.zeros(len(schema.LAYERS), length, 3)
    for number, name in enumerate(schema.LAYERS):
        for word, tag in enumerate(layers.get(name, [OUT] * length)):
            scores[number, word, tag] = 9.0
    return scores


def test_neighbouring_spans_are_split_where_one_begins() -> None:
    found = find_spans(tags(weapon=[BEGIN, INSIDE, BEGIN, OUT]), thresholds=(0.5,) * 7)
    assert [s.mention for s in found] == [
        Mention(layer=schema.WEAPON, first=0, last=1),
        Mention(layer=schema.WEAPON, first=2, last=2),
    ]


def test_one_word_can_be_in_several_layers() -> None:
    found = find_spans(tags(target=[BEGIN, INSIDE], toll=[BEGIN, INSIDE]), thresholds=(0.5,) * 7)
    assert {s.mention.layer for s in found} == {schema.TARGET, schema.TOLL}


def test_a_layer_s_threshold_decides_how_sure_a_span_must_be() -> None:
    scores = torch.zeros(len(schema.LAYERS), 1, 3)
    scores[..., OUT] = 5.0
    scores[schema.TIME, 0] = torch.tensor([0.6, 0.0, -9.0])
    strict, loose = (0.5,) * 7, (0.3,) * 7
    assert find_spans(scores, thresholds=strict) == []
    assert [s.mention.layer for s in find_spans(scores, thresholds=loose)] == [schema.TIME]
