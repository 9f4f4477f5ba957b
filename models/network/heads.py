"""Small modules over word and span vectors.

Shapes: L words, D encoder width, N spans, X span width, P x Q pairs, O outputs.
"""

from collections.abc import Sequence

import torch
from torch import Tensor, nn

from models.network import features
from models.network.features import PairFeatures
from models.text.words import SHAPES, Words

POSITIONS = 12
_PAIRS_AT_ONCE = 32_768  # bounds the memory of articles with very many spans


class WordReader(nn.Module):
    """Adds to the encoder's word vectors what an uncased, windowed encoder misses: case and place."""

    def __init__(self, *, hidden: int, dropout: float) -> None:
        super().__init__()
        self.shape = nn.Embedding(len(SHAPES), hidden)
        self.position = nn.Embedding(POSITIONS, hidden)
        self.norm = nn.LayerNorm(hidden)
        self.dropout = nn.Dropout(dropout)
        for table in (self.shape, self.position):
            nn.init.normal_(table.weight, std=0.02)

    def forward(self, word_LD: Tensor, words: Words) -> Tensor:
        """Return word vectors, (L, D)."""
        shape_L = torch.tensor(words.shapes, device=word_LD.device)
        sentence_L = torch.tensor(words.sentences, device=word_LD.device)
        position_L = (torch.log2(sentence_L.float() + 1) * 2).long().clamp(max=POSITIONS - 1)
        out: Tensor = self.dropout(self.norm(word_LD + self.shape(shape_L) + self.position(position_L)))
        return out


class SpanReader(nn.Module):
    """One vector per span: its first and last word, the mean of its words, and the whole article's mean."""

    def __init__(self, *, hidden: int, span: int, labels: int, dropout: float) -> None:
        super().__init__()
        self.project = nn.Linear(4 * hidden, span)
        self.label = nn.Embedding(labels, span)
        self.activate = nn.Sequential(nn.GELU(), nn.LayerNorm(span), nn.Dropout(dropout))
        nn.init.normal_(self.label.weight, std=0.02)

    def forward(self, word_LD: Tensor, spans: Sequence[tuple[int, int]], label_N: Tensor) -> Tensor:
        """Return span vectors, (N, X); ``spans`` are (first, last) word numbers."""
        bounds_N2 = torch.tensor(spans, dtype=torch.long, device=word_LD.device).view(-1, 2)
        sums_LD = torch.cat([word_LD.new_zeros(1, word_LD.shape[1]), word_LD.cumsum(0)])
        first_N, last_N = bounds_N2[:, 0], bounds_N2[:, 1]
        mean_ND = (sums_LD[last_N + 1] - sums_LD[first_N]) / (last_N - first_N + 1)[:, None]
        article_ND = word_LD.mean(0).expand(len(spans), -1)
        read_NX = self.project(torch.cat([word_LD[first_N], word_LD[last_N], mean_ND, article_ND], dim=1))
        out: Tensor = self.activate(read_NX + self.label(label_N))
        return out


class PairScorer(nn.Module):
    """Scores every left span against every right span: both vectors, their product, the pair's features."""

    def __init__(self, *, span: int, pair: int, product: int, outputs: int, dropout: float) -> None:
        super().__init__()
        self.left, self.right = nn.Linear(span, pair), nn.Linear(span, pair)
        self.left_factor, self.right_factor = nn.Linear(span, product), nn.Linear(span, product)
        self.product = nn.Linear(product, pair)
        self.distance = nn.Embedding(features.DISTANCES, pair)
        self.sentence = nn.Embedding(features.SENTENCE_DISTANCES, pair)
        self.between = nn.Embedding(features.BETWEEN, pair)
        self.overlap = nn.Embedding(features.OVERLAPS, pair)
        self.score = nn.Sequential(nn.GELU(), nn.Dropout(dropout), nn.Linear(pair, outputs))
        for table in (self.distance, self.sentence, self.between, self.overlap):
            nn.init.normal_(table.weight, std=0.1)

    def forward(self, left_PX: Tensor, right_QX: Tensor, features: PairFeatures) -> Tensor:
        """Return logits, (P, Q, O)."""
        step = max(1, _PAIRS_AT_ONCE // max(1, len(right_QX)))
        starts = range(0, max(1, len(left_PX)), step)
        return torch.cat(
            [self._score(left_PX[i : i + step], right_QX, features.rows(i, i + step)) for i in starts]
        )

    def _score(self, left_PX: Tensor, right_QX: Tensor, features: PairFeatures) -> Tensor:
        product_PQF = self.left_factor(left_PX)[:, None] * self.right_factor(right_QX)[None]
        seen = self.distance(features.distance_PQ) + self.sentence(features.sentence_PQ)
        seen = seen + self.between(features.between_PQ) + self.overlap(features.overlap_PQ)
        mixed = self.left(left_PX)[:, None] + self.right(right_QX)[None] + self.product(product_PQF) + seen
        out: Tensor = self.score(mixed)
        return out


def classifier(*, width: int, outputs: int, dropout: float) -> nn.Sequential:
    """Return a two-layer classifier."""
    return nn.Sequential(nn.Linear(width, width), nn.GELU(), nn.Dropout(dropout), nn.Linear(width, outputs))
