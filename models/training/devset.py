"""Dev articles encoded once, so that thresholds can be tried in seconds."""

from collections.abc import Mapping, Sequence
from typing import Any

import torch

from models.decode.drafts import Thresholds
from models.evaluation.run import article_of
from models.evaluation.score import Summary, score
from models.pipeline import Pipeline
from models.records import Options
from models.serialise import record_dict
from models.text.words import split_words
from models.weights import Model

Records = dict[str, list[dict[str, Any]]]


class DevSet:
    """Annotated articles with their word vectors under one model."""

    def __init__(self, model: Model, documents: Sequence[Mapping[str, Any]]) -> None:
        self._documents = documents
        self._pipeline = Pipeline(model=model, precision=torch.float32)
        self._read = []
        for document in documents:
            article = article_of(document)
            words = split_words(article.text)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                word_LD = self._pipeline.read_words(article, words).float()
            self._read.append((document["id"], article, words, word_LD))

    def records(self, thresholds: Thresholds) -> Records:
        """Return the events of every article under the given thresholds."""
        found = {}
        for name, article, words, word_LD in self._read:
            events, _ = self._pipeline.find_events(
                article, words, word_LD, options=Options(), thresholds=thresholds
            )
            found[name] = [record_dict(event) for event in events]
        return found

    def summary(self, thresholds: Thresholds) -> Summary:
        """Return all metrics under the given thresholds."""
        return score(self._documents, self.records(thresholds))
