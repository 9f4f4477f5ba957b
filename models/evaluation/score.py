"""The metrics: every field of every event is an item to find."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from models.evaluation.facts import EventFacts, read_events
from models.evaluation.matching import HEADLINE, Alignment, Pair, align

TOLLS = ("killed", "injured")
FIELDS = ("event", *HEADLINE, *TOLLS)


@dataclass(frozen=True, kw_only=True)
class Counts:
    """Items found, annotated and predicted."""

    hit: int = 0
    gold: int = 0
    pred: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(hit=self.hit + other.hit, gold=self.gold + other.gold, pred=self.pred + other.pred)

    @property
    def precision(self) -> float:
        """The share of what is predicted that is right."""
        return self.hit / self.pred if self.pred else 0.0

    @property
    def recall(self) -> float:
        """The share of what is annotated that is found."""
        return self.hit / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        precision, recall = self.precision, self.recall
        return 2 * precision * recall / (precision + recall) if self.hit else 0.0


@dataclass(frozen=True, kw_only=True)
class Accuracy:
    """How often a value of a matched event is right, over the ``total`` where there is one to judge."""

    hit: int
    total: int

    @property
    def value(self) -> float | None:
        """The share that is right; ``None`` where there is nothing to judge."""
        return self.hit / self.total if self.total else None


@dataclass(frozen=True, kw_only=True)
class Summary:
    """All metrics: counts by field, and the accuracy of status, salience and country over matched events."""

    fields: Mapping[str, Counts]
    accuracy: Mapping[str, Accuracy]

    @property
    def record(self) -> Counts:
        """The headline: all its fields together."""
        return sum((self.fields[name] for name in HEADLINE), Counts())


def score(
    documents: Iterable[Mapping[str, Any]], records: Mapping[str, Sequence[Mapping[str, Any]]]
) -> Summary:
    """Return the metrics of predicted records, given by document id; a document without any has no events.

    Raises:
        ValueError: an event is not a record.
    """
    return summarise(align_documents(documents, records))


def align_documents(
    documents: Iterable[Mapping[str, Any]], records: Mapping[str, Sequence[Mapping[str, Any]]]
) -> list[Alignment]:
    """Match the predicted records, given by document id, to the annotated ones.

    Raises:
        ValueError: an event is not a record.
    """
    return [
        align(document["id"], read_events(document["events"]), read_events(records.get(document["id"], ())))
        for document in documents
    ]


def summarise(alignments: Sequence[Alignment]) -> Summary:
    """Return the metrics over documents."""
    pairs = [pair for alignment in alignments for pair in alignment.pairs]
    places = [(p.gold.location, p.pred.location) for p in pairs]
    return Summary(
        fields={name: sum((_counts(name, a) for a in alignments), Counts()) for name in FIELDS},
        accuracy={
            "status": _accuracy(p.gold.status == p.pred.status for p in pairs if p.pred.status is not None),
            "salience": _accuracy(
                p.gold.salience == p.pred.salience for p in pairs if p.pred.salience is not None
            ),
            "country": _accuracy(g.country == p.country for g, p in places if g and p),
        },
    )


def bootstrap(alignments: Sequence[Alignment], *, samples: int = 500, seed: int = 0) -> tuple[float, float]:
    """Return the 95 % interval of record F1 over resampled documents, of which there is one at least."""
    records = [summarise([alignment]).record for alignment in alignments]
    counts = np.array([(record.hit, record.gold, record.pred) for record in records])
    drawn = np.random.default_rng(seed).integers(0, len(counts), (samples, len(counts)))
    hit, gold, pred = counts[drawn].sum(axis=1).T
    low, high = np.percentile(2 * hit / np.maximum(gold + pred, 1), [2.5, 97.5])
    return float(low), float(high)


def size(event: EventFacts, name: str) -> int:
    """Return how many items of a field an event has."""
    if name in ("event", "type"):
        return 1
    if name in TOLLS:
        return int(event.toll(name) is not None)
    if name in ("location", "date"):
        return int(getattr(event, name) is not None)
    return len(getattr(event, name))


def _counts(name: str, alignment: Alignment) -> Counts:
    return Counts(
        hit=sum(_hits(name, pair) for pair in alignment.pairs),
        gold=sum(size(event, name) for event in alignment.gold),
        pred=sum(size(event, name) for event in alignment.pred),
    )


def _hits(name: str, pair: Pair) -> int:
    if name == "event":
        return 1
    if name in TOLLS:
        return int(size(pair.gold, name) and pair.gold.toll(name) == pair.pred.toll(name))
    return pair.shared[name]


def _accuracy(right: Iterable[bool]) -> Accuracy:
    judged = list(right)
    return Accuracy(hit=sum(judged), total=len(judged))
