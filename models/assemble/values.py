"""Draft entities, tolls, places and times to the values of the record."""

import dataclasses
from collections.abc import Sequence

from models import schema
from models.assemble.context import Context
from models.decode.drafts import DraftEntity, DraftMention, DraftToll
from models.normalise.actors import find_actor
from models.normalise.tolls import toll_value, who
from models.records import Attacker, Casualty, Range, Span, Target, Weapon


def attackers(drafts: Sequence[DraftEntity], context: Context) -> tuple[Attacker, ...]:
    """Return the attackers, each with the known party behind it where there is one."""
    found = []
    for draft in drafts:
        mentions = _mentions(draft, context)
        found.append(
            Attacker(
                name=mentions[0].text,
                mentions=mentions,
                attribution=schema.ATTRIBUTIONS[draft.label or 0],
                actor=find_actor([m.text for m in mentions]),
                confidence=context.confidence("attackers", draft.probability),
            )
        )
    return tuple(found)


def targets(drafts: Sequence[DraftEntity], context: Context) -> tuple[Target, ...]:
    """Return the targets with their kinds."""
    found = []
    for draft in drafts:
        mentions = _mentions(draft, context)
        found.append(
            Target(
                name=mentions[0].text,
                mentions=mentions,
                kind=schema.TARGET_KINDS[draft.label or 0],
                confidence=context.confidence("targets", draft.probability),
            )
        )
    return tuple(found)


def weapons(drafts: Sequence[DraftEntity], context: Context) -> tuple[Weapon, ...]:
    """Return the weapons."""
    found = []
    for draft in drafts:
        mentions = _mentions(draft, context)
        confidence = context.confidence("weapons", draft.probability)
        found.append(Weapon(name=mentions[0].text, mentions=mentions, confidence=confidence))
    return tuple(found)


def casualties(drafts: Sequence[DraftToll], context: Context) -> tuple[Casualty, ...]:
    """Return the tolls that can be read as numbers, each count once, with one total per effect and side."""
    best: dict[tuple[str, str, int, int | None], tuple[DraftToll, Casualty]] = {}
    for draft in sorted(drafts, key=lambda d: -d.probability):
        casualty = _casualty(draft, context)
        if casualty is not None:
            key = (casualty.effect, casualty.side, casualty.min, casualty.max)
            best.setdefault(key, (draft, casualty))
    totals = _totals([draft for draft, _ in best.values()])
    kept = sorted(best.values(), key=lambda pair: pair[1].text.start)
    return tuple(_with_total(casualty, draft is totals.get(draft.toll)) for draft, casualty in kept)


def toll(found: Sequence[Casualty], effect: str) -> Range | None:
    """Return the toll on the target side: the total where there is one, else the sum of the parts."""
    counts = [c for c in found if c.effect == effect and c.side == "target"]
    counts = [c for c in counts if c.total] or counts
    if not counts:
        return None
    tops = [c.max for c in counts if c.max is not None]
    return Range(min=sum(c.min for c in counts), max=sum(tops) if len(tops) == len(counts) else None)


def ordered(drafts: Sequence[DraftMention], context: Context) -> list[Span]:
    """Return linked mentions as evidence, the likeliest to be read first in front."""
    return [context.mention(d.mention) for d in drafts]


def _mentions(draft: DraftEntity, context: Context) -> tuple[Span, ...]:
    return tuple(ordered(draft.mentions, context))


def _casualty(draft: DraftToll, context: Context) -> Casualty | None:
    effect, side = schema.TOLLS[draft.toll]
    span = context.mention(draft.mention)
    value = toll_value(span.text, before=context.before(span), after=context.after(span))
    if value is None:
        return None
    return Casualty(
        effect=effect,
        side=side,
        min=value.min,
        max=value.max,
        who=who(span.text),
        total=False,
        text=span,
        confidence=context.confidence("casualties", draft.probability),
    )


def _totals(drafts: Sequence[DraftToll]) -> dict[int, DraftToll]:
    totals: dict[int, DraftToll] = {}
    for draft in sorted(drafts, key=lambda d: -d.total):
        if draft.total >= 0.5:
            totals.setdefault(draft.toll, draft)
    return totals


def _with_total(casualty: Casualty, total: bool) -> Casualty:
    return dataclasses.replace(casualty, total=total)
