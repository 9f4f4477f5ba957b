"""The network's scores to draft events.

Shapes: E events, T triggers, M mentions, C channels; others as in `models.network.network`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from models import schema
from models.decode.clusters import cluster
from models.decode.drafts import DraftEntity, DraftEvent, DraftMention, DraftToll, Thresholds
from models.decode.spans import ScoredSpan, find_spans
from models.network import network as net
from models.network.network import Mention, Network, Scores, pool_triggers
from models.text.words import Words

Array = NDArray[np.float64]

# Pairs grow with the square of these: the most that one article is scored for.
MAX_TRIGGERS, MAX_MENTIONS = 256, 1024


@dataclass(frozen=True, kw_only=True)
class Candidates:
    """The spans of one article that may be triggers and mentions, with their scores.

    ``dropped``: whether there were more than are scored.
    """

    triggers: Sequence[tuple[int, int]]
    mentions: Sequence[Mention]
    scores: Scores
    dropped: bool


def find_candidates(
    network: Network, word_LD: Tensor, words: Words, *, spans: tuple[float, ...]
) -> Candidates | None:
    """Return an article's candidates by the span threshold of each layer, None where there is no trigger."""
    found = find_spans(network.tag(word_LD), thresholds=spans)
    chosen = _surest([s for s in found if s.mention.layer == schema.TRIGGER], limit=MAX_TRIGGERS)
    mentions = _surest([s for s in found if s.mention.layer != schema.TRIGGER], limit=MAX_MENTIONS)
    if not chosen:
        return None
    triggers = [(m.first, m.last) for m in chosen]
    scores = network.score(word_LD, words, triggers, mentions)
    dropped = len(chosen) + len(mentions) < len(found)
    return Candidates(triggers=triggers, mentions=mentions, scores=scores, dropped=dropped)


def _surest(spans: Sequence[ScoredSpan], *, limit: int) -> list[Mention]:
    ranked = sorted(range(len(spans)), key=lambda i: -spans[i].probability)
    return [spans[i].mention for i in sorted(ranked[:limit])]


def decode_candidates(candidates: Candidates, *, thresholds: Thresholds) -> list[DraftEvent]:
    """Return draft events from candidates: triggers grouped to events, mentions linked to them."""
    scores = candidates.scores
    kept = (scores.valid_T.sigmoid() >= thresholds.valid).nonzero().flatten()
    if not len(kept):
        return []
    same_TT = _array(scores.same_event_TT[kept][:, kept].sigmoid())
    groups = cluster(same_TT, threshold=thresholds.same_event)
    member_ET = torch.zeros(len(groups), len(kept))
    for number, group in enumerate(groups):
        member_ET[number, group] = 1.0
    pooled_EMC = pool_triggers(scores.link_TMC[kept].float(), member_ET)
    reader = _EventReader(scores=scores, mentions=candidates.mentions, thresholds=thresholds)
    chosen = [candidates.triggers[i] for i in kept.tolist()]
    return [
        reader.read([chosen[i] for i in group], kept[group], pooled_EMC[number])
        for number, group in enumerate(groups)
    ]


class _EventReader:
    """Reads one event at a time out of the article's scores."""

    def __init__(self, *, scores: Scores, mentions: Sequence[Mention], thresholds: Thresholds) -> None:
        self._scores, self._mentions, self._thresholds = scores, mentions, thresholds
        self._same_MM = _array(scores.same_entity_MM.sigmoid())
        self._kind_MK = _array(scores.kind_MK.softmax(-1))

    def read(self, triggers: Sequence[tuple[int, int]], rows: Tensor, link_MC: Tensor) -> DraftEvent:
        scores = self._scores
        type_Y = _array(scores.type_TY[rows].mean(0).softmax(-1))
        status_S = _array(scores.status_TS[rows].mean(0).softmax(-1))
        salience_A = _array(scores.salience_TA[rows].mean(0).softmax(-1))
        link = _array(link_MC.sigmoid())
        attribution_MB = _array(link_MC[:, net.ATTRIBUTION].softmax(-1))
        return DraftEvent(
            triggers=tuple(triggers),
            probability=float(scores.valid_T[rows].sigmoid().max()),
            type=int(type_Y.argmax()),
            type_probability=float(type_Y.max()),
            status=int(status_S.argmax()),
            salience=int(salience_A.argmax()),
            main_probability=float(salience_A[0]),
            series=bool(scores.series_T[rows].mean().sigmoid() >= self._thresholds.series),
            attackers=self._entities(schema.ATTACKER, link, attribution_MB),
            targets=self._entities(schema.TARGET, link, self._kind_MK),
            weapons=self._entities(schema.WEAPON, link, None),
            places=self._linked(schema.PLACE, link),
            times=self._linked(schema.TIME, link),
            tolls=self._tolls(link),
        )

    def _indices(self, layer: int, link_MC: Array) -> list[int]:
        threshold = self._thresholds.link(layer)
        return [
            i for i, m in enumerate(self._mentions) if m.layer == layer and link_MC[i, net.LINK] >= threshold
        ]

    def _linked(self, layer: int, link_MC: Array) -> tuple[DraftMention, ...]:
        found = [self._draft(i, link_MC) for i in self._indices(layer, link_MC)]
        return tuple(sorted(found, key=lambda d: -d.primary))

    def _draft(self, index: int, link_MC: Array) -> DraftMention:
        return DraftMention(
            mention=self._mentions[index],
            probability=float(link_MC[index, net.LINK]),
            primary=float(link_MC[index, net.PRIMARY]),
        )

    def _entities(self, layer: int, link_MC: Array, label_MN: Array | None) -> tuple[DraftEntity, ...]:
        members = self._indices(layer, link_MC)
        groups = cluster(self._same_MM[np.ix_(members, members)], threshold=self._thresholds.same_entity)
        entities = [self._entity([members[i] for i in group], link_MC, label_MN) for group in groups]
        return tuple(sorted(entities, key=lambda e: -e.probability))

    def _entity(self, group: list[int], link_MC: Array, label_MN: Array | None) -> DraftEntity:
        drafts = sorted((self._draft(i, link_MC) for i in group), key=lambda d: -d.primary)
        return DraftEntity(
            mentions=tuple(drafts),
            probability=max(d.probability for d in drafts),
            label=None if label_MN is None else int(label_MN[group].mean(0).argmax()),
        )

    def _tolls(self, link_MC: Array) -> tuple[DraftToll, ...]:
        return tuple(
            DraftToll(
                mention=mention,
                toll=toll,
                probability=float(link_MC[i, net.TOLL_LINKS.start + toll]),
                total=float(link_MC[i, net.TOTAL]),
            )
            for i, mention in enumerate(self._mentions)
            if mention.layer == schema.TOLL
            for toll in range(len(schema.TOLLS))
            if link_MC[i, net.TOLL_LINKS.start + toll] >= self._thresholds.toll
        )


def _array(tensor: Tensor) -> Array:
    return tensor.detach().double().numpy()
