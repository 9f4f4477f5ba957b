"""Dev articles encoded once, so that thresholds can be tried in seconds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import torch
from torch import Tensor

from models.decode.drafts import Thresholds
from models.decode.events import Candidates, decode_candidates, find_candidates
from models.evaluation.run import article_of
from models.evaluation.score import Summary, score
from models.network.precision import autocast
from models.pipeline import Pipeline
from models.records import Article, Options
from models.serialise import record_dict
from models.text.words import Words, split_words
from models.weights import Model

Records = dict[str, list[dict[str, Any]]]


@dataclass(frozen=True, kw_only=True)
class _Read:
    """An article with its word vectors."""

    id: str
    article: Article
    words: Words
    word_LD: Tensor


class DevSet:
    """Annotated articles with their word vectors under one model."""

    def __init__(self, *, model: Model, documents: Sequence[Mapping[str, Any]]) -> None:
        self.documents = documents
        self._network = model.network
        self._pipeline = Pipeline(model=model, precision=torch.float32)
        self._read = [self._encode(document) for document in documents]
        # Span thresholds change which pairs are scored; all others work on the same scores.
        self._candidates = lru_cache(maxsize=1)(self._find_candidates)

    @torch.inference_mode()
    def _encode(self, document: Mapping[str, Any]) -> _Read:
        article = article_of(document)
        words = split_words(article.text)
        with autocast():
            word_LD = self._pipeline.read_words(article, words).float()
        return _Read(id=document["id"], article=article, words=words, word_LD=word_LD)

    @torch.inference_mode()
    def _find_candidates(self, spans: tuple[float, ...]) -> list[Candidates | None]:
        return [find_candidates(self._network, r.word_LD, r.words, spans=spans) for r in self._read]

    def records(self, thresholds: Thresholds) -> Records:
        """Return the events of every article under the given thresholds."""
        found = {}
        for read, candidates in zip(self._read, self._candidates(thresholds.spans()), strict=True):
            drafts = decode_candidates(candidates, thresholds=thresholds) if candidates else []
            events, _ = self._pipeline.assemble(read.article, read.words, drafts, options=Options())
            found[read.id] = [record_dict(event) for event in events]
        return found

    def summary(self, thresholds: Thresholds) -> Summary:
        """Return all metrics under the given thresholds."""
        return score(self.documents, self.records(thresholds))
