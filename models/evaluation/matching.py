"""Which predicted event is which annotated one: one to one, so as to share most."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from scipy.optimize import linear_sum_assignment

from models.evaluation.agreement import overlap, same_entity, same_place
from models.evaluation.facts import EventFacts

# The fields whose items make up the headline, record F1.
HEADLINE = ("type", "attackers", "targets", "weapons", "location", "date", "casualties")
_TRIGGER_WEIGHT = 2
_Item = TypeVar("_Item")


@dataclass(frozen=True, kw_only=True)
class Pair:
    """An annotated event and a predicted one; ``shared`` counts the items of each headline field in both."""

    gold: EventFacts
    pred: EventFacts
    same_trigger: bool
    shared: Mapping[str, int]

    @property
    def weight(self) -> int:
        """How much the two share; 0 where they may not be matched."""
        others = sum(self.shared.values()) - self.shared["type"]
        if not self.same_trigger and not (self.shared["type"] and others):
            return 0
        return _TRIGGER_WEIGHT * self.same_trigger + self.shared["type"] + others


@dataclass(frozen=True, kw_only=True)
class Alignment:
    """The events of one document: found, missed and predicted without being there."""

    id: str
    pairs: tuple[Pair, ...]
    missed: tuple[EventFacts, ...]
    extra: tuple[EventFacts, ...]

    @property
    def gold(self) -> tuple[EventFacts, ...]:
        """All annotated events."""
        return (*(pair.gold for pair in self.pairs), *self.missed)

    @property
    def pred(self) -> tuple[EventFacts, ...]:
        """All predicted events."""
        return (*(pair.pred for pair in self.pairs), *self.extra)


def align(id: str, gold: Sequence[EventFacts], pred: Sequence[EventFacts]) -> Alignment:
    """Match the events of one document."""
    table = [[compare(g, p) for p in pred] for g in gold]
    links = [
        (i, j) for i, j in _assign([[pair.weight for pair in row] for row in table]) if table[i][j].weight
    ]
    found, used = {i for i, _ in links}, {j for _, j in links}
    return Alignment(
        id=id,
        pairs=tuple(table[i][j] for i, j in links),
        missed=tuple(event for i, event in enumerate(gold) if i not in found),
        extra=tuple(event for j, event in enumerate(pred) if j not in used),
    )


def main_only(alignment: Alignment) -> Alignment:
    """Leave out the annotated background events, and the predictions matched to them."""
    return Alignment(
        id=alignment.id,
        pairs=tuple(pair for pair in alignment.pairs if pair.gold.salience == "main"),
        missed=tuple(event for event in alignment.missed if event.salience == "main"),
        extra=alignment.extra,
    )


def compare(gold: EventFacts, pred: EventFacts) -> Pair:
    """Count what two events share."""
    shared = {
        "type": int(gold.type == pred.type),
        "attackers": _count_same(gold.attackers, pred.attackers, same=same_entity),
        "targets": _count_same(gold.targets, pred.targets, same=same_entity),
        "weapons": _count_same(gold.weapons, pred.weapons, same=same_entity),
        "location": int(same_place(gold.location, pred.location)),
        "date": int(gold.date is not None and gold.date == pred.date),
        "casualties": (Counter(gold.casualties) & Counter(pred.casualties)).total(),
    }
    same_trigger = any(overlap(a, b) > 0 for a in gold.triggers for b in pred.triggers)
    return Pair(gold=gold, pred=pred, same_trigger=same_trigger, shared=shared)


def _count_same(gold: Sequence[_Item], pred: Sequence[_Item], *, same: Callable[[_Item, _Item], bool]) -> int:
    table = [[int(same(g, p)) for p in pred] for g in gold]
    return sum(table[i][j] for i, j in _assign(table))


def _assign(weights: Sequence[Sequence[int]]) -> list[tuple[int, int]]:
    if not weights or not weights[0]:
        return []
    rows, columns = linear_sum_assignment(np.array(weights, dtype=float), maximize=True)
    return list(zip(rows.tolist(), columns.tolist(), strict=True))
