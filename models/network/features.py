"""Features of span pairs that the encoder cannot see: distance, order, what lies between, shared words.

Shapes: P and Q spans, V distinct words.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, fields

import torch
from torch import Tensor

from models.text.words import Words

DISTANCES = 16
SENTENCE_DISTANCES = 9
BETWEEN = 4
OVERLAPS = 4
_FUNCTION_WORDS = frozenset(
    "the a an of in on at to for from by with and or its his her their this that".split()
)
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, kw_only=True)
class PairFeatures:
    """One bucket number per pair and feature, each (P, Q)."""

    distance_PQ: Tensor
    sentence_PQ: Tensor
    between_PQ: Tensor
    overlap_PQ: Tensor

    def rows(self, first: int, end: int) -> "PairFeatures":
        """Return the features of some of the left spans."""
        return PairFeatures(**{field.name: getattr(self, field.name)[first:end] for field in fields(self)})


def pair_features(
    words: Words,
    left: Sequence[tuple[int, int]],
    right: Sequence[tuple[int, int]],
    *,
    triggers: Sequence[tuple[int, int]],
) -> PairFeatures:
    """Bucket the relation of every left span to every right span; spans are (first, last) word numbers."""
    first_P, first_Q = _firsts(left), _firsts(right)
    gap_PQ = first_Q[None, :] - first_P[:, None]
    sentences = torch.tensor(words.sentences)
    sentence_PQ = (sentences[first_Q][None, :] - sentences[first_P][:, None]).clamp(-4, 4) + 4
    position = torch.sort(_firsts(triggers)).values
    rank_P, rank_Q = torch.searchsorted(position, first_P), torch.searchsorted(position, first_Q)
    between_PQ = (rank_Q[None, :] - rank_P[:, None]).abs().clamp(max=BETWEEN - 1)
    return PairFeatures(
        distance_PQ=_log_buckets(gap_PQ),
        sentence_PQ=sentence_PQ,
        between_PQ=between_PQ,
        overlap_PQ=_overlap(words, left, right),
    )


def _firsts(spans: Sequence[tuple[int, int]]) -> Tensor:
    return torch.tensor([first for first, _ in spans], dtype=torch.long)


def _log_buckets(gap_PQ: Tensor) -> Tensor:
    """Signed distances to buckets 0..15: under 1, 2, 4 … 64 words and beyond, before and after."""
    size = torch.log2(gap_PQ.abs().float() + 1).long().clamp(max=DISTANCES // 2 - 1)
    return torch.where(gap_PQ < 0, size, size + DISTANCES // 2)


def _overlap(words: Words, left: Sequence[tuple[int, int]], right: Sequence[tuple[int, int]]) -> Tensor:
    """0: no word shared, 1: some, 2: all words of the shorter one, 3: the same words."""
    bags_left, bags_right = _bags(words, left), _bags(words, right)
    index = {w: i for i, w in enumerate(sorted(set().union(*bags_left, *bags_right)))}
    x_PV, x_QV = _incidence(bags_left, index), _incidence(bags_right, index)
    shared_PQ = x_PV @ x_QV.T
    size_P, size_Q = x_PV.sum(1)[:, None], x_QV.sum(1)[None, :]
    some = (shared_PQ > 0).long()
    contained = some * (shared_PQ == torch.minimum(size_P, size_Q)).long()
    same = contained * (size_P == size_Q).long()
    return some + contained + same


def _bags(words: Words, spans: Sequence[tuple[int, int]]) -> list[set[str]]:
    return [_stems(words.surface(first, last)) for first, last in spans]


def _stems(surface: str) -> set[str]:
    found = _WORD.findall(surface.lower())
    # Six letters are stem enough for "attack / attackers / attacked" to meet.
    return {w[:6] for w in found if w not in _FUNCTION_WORDS} or set(found)


def _incidence(bags: Sequence[set[str]], index: dict[str, int]) -> Tensor:
    matrix = torch.zeros(len(bags), max(len(index), 1))
    for row, bag in enumerate(bags):
        matrix[row, [index[w] for w in bag]] = 1.0
    return matrix
