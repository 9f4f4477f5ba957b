"""Begin/inside/outside scores to spans.

Shapes: L words, K layers.
"""

from dataclasses import dataclass

from torch import Tensor

from models import schema
from models.network.network import Mention


@dataclass(frozen=True, kw_only=True)
class ScoredSpan:
    """A span of one layer with the probability that its first word begins it."""

    mention: Mention
    probability: float


def find_spans(tags_KL3: Tensor, *, thresholds: tuple[float, ...]) -> list[ScoredSpan]:
    """Return the spans of every layer whose words are inside one with at least the layer's probability."""
    inside_KL = 1 - tags_KL3.softmax(-1)[..., 0]
    begins_KL = tags_KL3[..., 1] > tags_KL3[..., 2]
    found = []
    for layer in range(len(schema.LAYERS)):
        found += _layer_spans(layer, inside_KL[layer], begins_KL[layer], thresholds[layer])
    return found


def _layer_spans(layer: int, inside_L: Tensor, begins_L: Tensor, threshold: float) -> list[ScoredSpan]:
    hits = (inside_L >= threshold).nonzero().flatten().tolist()
    probabilities, begins = inside_L.tolist(), begins_L.tolist()
    groups: list[list[int]] = []
    for word in hits:
        if groups and word == groups[-1][-1] + 1 and not begins[word]:
            groups[-1].append(word)
        else:
            groups.append([word])
    return [
        ScoredSpan(
            mention=Mention(layer=layer, first=g[0], last=g[-1]),
            probability=sum(probabilities[w] for w in g) / len(g),
        )
        for g in groups
    ]
