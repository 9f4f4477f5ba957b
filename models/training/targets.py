"""Annotated articles as the tensors that the network is trained on.

Shapes: K span layers, L words, E events, T triggers, M mentions, C toll channels.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import torch
from torch import Tensor

from models import schema
from models.network.network import Mention
from models.text.windows import Windows
from models.text.words import Words

IGNORE = -100
Document = Mapping[str, Any]
Bounds = tuple[int, int]


@dataclass(frozen=True, kw_only=True)
class Targets:
    """What is true of one article. Indices follow ``triggers`` and ``mentions``.

    ``link_EM`` marks the arguments of each event; ``toll_EMC`` says which tolls a toll mention gives it;
    ``primary_EM`` the mention to read first; attribution, total, kind and the per-event labels are class
    numbers, ``IGNORE`` where they do not apply.
    """

    tags_KL: Tensor
    triggers: tuple[Bounds, ...]
    mentions: tuple[Mention, ...]
    trigger_ET: Tensor
    link_EM: Tensor
    toll_EMC: Tensor
    primary_EM: Tensor
    attribution_EM: Tensor
    total_EM: Tensor
    kind_M: Tensor
    same_entity_MM: Tensor
    type_E: Tensor
    status_E: Tensor
    salience_E: Tensor
    series_E: Tensor


@dataclass(frozen=True, kw_only=True)
class Example:
    """One training article, cut and aligned; ``weight`` scales its loss."""

    id: str
    words: Words
    windows: Windows
    targets: Targets
    weight: float = 1.0

    @property
    def cost(self) -> int:
        """Subtokens the encoder reads for it."""
        return sum(map(len, self.windows.token_ids))


@dataclass
class _Arguments:
    """Collects the distinct mentions of an article and what each is to each event."""

    mentions: dict[Mention, int] = field(default_factory=dict)
    links: list[tuple[int, int, dict[str, Any]]] = field(default_factory=list)
    entities: list[list[int]] = field(default_factory=list)
    kinds: dict[int, int] = field(default_factory=dict)

    def add(self, event: int, layer: int, bounds: Bounds | None, **facts: Any) -> int | None:
        if bounds is None:
            return None
        mention = Mention(layer=layer, first=bounds[0], last=bounds[1])
        index = self.mentions.setdefault(mention, len(self.mentions))
        self.links.append((event, index, facts))
        return index


def build_targets(document: Document, words: Words) -> Targets:
    """Align one annotated document to its words.

    Raises:
        ValueError: a label is not one of the guideline's.
    """
    events = document["events"]
    aligner = _Aligner(words)
    triggers = _distinct(aligner.bounds(t) for e in events for t in e["triggers"])
    arguments = _Arguments()
    for number, event in enumerate(events):
        _collect(arguments, number, event, aligner)
    mentions = tuple(arguments.mentions)
    trigger_ET = torch.zeros(len(events), len(triggers))
    for number, event in enumerate(events):
        for bounds in filter(None, map(aligner.bounds, event["triggers"])):
            trigger_ET[number, triggers.index(bounds)] = 1.0
    tags_KL = _tags(len(words), triggers, mentions)
    if _undatable(document):
        tags_KL[schema.TIME][tags_KL[schema.TIME] == 0] = IGNORE
    return Targets(
        tags_KL=tags_KL,
        triggers=triggers,
        mentions=mentions,
        trigger_ET=trigger_ET,
        **_pair_targets(arguments, len(events)),
        **_event_targets(events),
    )


def _undatable(document: Document) -> bool:
    """Say whether time words may be unmarked only because no publication date could resolve them."""
    return document.get("published_at") is None and any(e["date"] is None for e in document["events"])


class _Aligner:
    """Character spans to word numbers."""

    def __init__(self, words: Words) -> None:
        self._word_at = {c: i for i, (start, end) in enumerate(words.spans) for c in range(start, end)}

    def bounds(self, span: Mapping[str, Any]) -> Bounds | None:
        inside = [self._word_at[c] for c in range(span["start"], span["end"]) if c in self._word_at]
        return (inside[0], inside[-1]) if inside else None


def _distinct(bounds: Iterator[Bounds | None]) -> tuple[Bounds, ...]:
    return tuple(dict.fromkeys(b for b in bounds if b is not None))


def _collect(arguments: _Arguments, number: int, event: Mapping[str, Any], aligner: _Aligner) -> None:
    roles = ((schema.ATTACKER, "attackers"), (schema.TARGET, "targets"), (schema.WEAPON, "weapons"))
    for layer, name in roles:
        for entity in event[name]:
            facts = (
                {"attribution": _class(entity["attribution"], schema.ATTRIBUTIONS)}
                if layer == schema.ATTACKER
                else {}
            )
            added = [
                arguments.add(number, layer, aligner.bounds(m), primary=not i, **facts)
                for i, m in enumerate(entity["mentions"])
            ]
            members = [index for index in added if index is not None]
            arguments.entities.append(members)
            if layer == schema.TARGET:
                arguments.kinds.update(dict.fromkeys(members, _class(entity["kind"], schema.TARGET_KINDS)))
    for layer, name in ((schema.PLACE, "location"), (schema.TIME, "date")):
        for i, mention in enumerate((event[name] or {}).get("mentions", [])):
            arguments.add(number, layer, aligner.bounds(mention), primary=not i)
    for casualty in event["casualties"]:
        toll = _class((casualty["effect"], casualty.get("side") or "target"), schema.TOLLS)
        if casualty["text"]:
            arguments.add(
                number, schema.TOLL, aligner.bounds(casualty["text"]), toll=toll, total=int(casualty["total"])
            )


def _tags(length: int, triggers: Sequence[Bounds], mentions: Sequence[Mention]) -> Tensor:
    """0 outside, 1 begin, 2 inside; of two spans that overlap in a layer the longer one is marked."""
    tags_KL = torch.zeros(len(schema.LAYERS), length, dtype=torch.long)
    spans = [(schema.TRIGGER, *bounds) for bounds in triggers] + [
        (m.layer, m.first, m.last) for m in mentions
    ]
    for layer, first, last in sorted(spans, key=lambda s: s[2] - s[1], reverse=True):
        if not tags_KL[layer, first : last + 1].any():
            tags_KL[layer, first] = 1
            tags_KL[layer, first + 1 : last + 1] = 2
    return tags_KL


def _pair_targets(arguments: _Arguments, events: int) -> dict[str, Tensor]:
    size = len(arguments.mentions)
    link_EM, primary_EM = torch.zeros(events, size), torch.zeros(events, size)
    toll_EMC = torch.zeros(events, size, len(schema.TOLLS))
    attribution_EM = torch.full((events, size), IGNORE)
    total_EM = torch.full((events, size), IGNORE)
    for event, mention, facts in arguments.links:
        link_EM[event, mention] = 1.0
        primary_EM[event, mention] = max(
            float(facts.get("primary", False)), float(primary_EM[event, mention])
        )
        attribution_EM[event, mention] = facts.get("attribution", IGNORE)
        total_EM[event, mention] = facts.get("total", IGNORE)
        if "toll" in facts:
            toll_EMC[event, mention, facts["toll"]] = 1.0
    same_MM = torch.zeros(size, size)
    for members in arguments.entities:
        same_MM[torch.tensor(members)[:, None], torch.tensor(members)] = 1.0
    kind_M = torch.tensor([arguments.kinds.get(i, IGNORE) for i in range(size)], dtype=torch.long)
    return {
        "link_EM": link_EM,
        "toll_EMC": toll_EMC,
        "primary_EM": primary_EM,
        "attribution_EM": attribution_EM,
        "total_EM": total_EM,
        "kind_M": kind_M,
        "same_entity_MM": same_MM,
    }


def _class(label: object, labels: Sequence[object]) -> int:
    if label not in labels:
        raise ValueError(f"{label!r} is not one of {', '.join(map(str, labels))}")
    return labels.index(label)


def _event_targets(events: Sequence[Mapping[str, Any]]) -> dict[str, Tensor]:
    def classes(key: str, labels: Sequence[str]) -> Tensor:
        return torch.tensor([_class(e[key], labels) for e in events], dtype=torch.long)

    return {
        "type_E": classes("type", schema.ATTACK_TYPES),
        "status_E": classes("status", schema.STATUSES),
        "salience_E": classes("salience", schema.SALIENCES),
        "series_E": torch.tensor([float(e.get("count") is not None) for e in events]),
    }
