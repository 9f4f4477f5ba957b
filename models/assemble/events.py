"""Draft events to the record's events, main ones first."""

from collections.abc import Sequence

from models import schema
from models.assemble import values
from models.assemble.context import Context
from models.assemble.dating import EventDates
from models.assemble.identity import event_id
from models.assemble.placing import place_event
from models.assemble.summary import summarise
from models.decode.drafts import DraftEvent
from models.normalise.codes import category_of, codes_for
from models.normalise.counts import count_value
from models.records import Event, Options, Range, Span, Warning


def assemble_events(
    drafts: Sequence[DraftEvent], *, context: Context, options: Options
) -> tuple[tuple[Event, ...], list[Warning]]:
    """Return the events that the caller wants, main ones first, and warnings.

    An attack of which the article says nothing but that it happened is no event. There is a warning for each
    event whose time or place words could not be read as values.
    """
    dates = EventDates(drafts, context)
    found: list[Event] = []
    warnings: list[Warning] = []
    for draft in filter(_has_facts, drafts):
        event = _assemble(draft, dates, context)
        if _wanted(event, options):
            found.append(event)
            warnings += _warnings(event, draft, context)
    found.sort(key=lambda e: (e.salience != "main", e.triggers[0].start))
    return tuple(found), warnings


def _has_facts(draft: DraftEvent) -> bool:
    parties = (draft.attackers, draft.targets, draft.weapons)
    return any((*parties, draft.places, draft.times, draft.tolls))


def _assemble(draft: DraftEvent, dates: EventDates, context: Context) -> Event:
    triggers = tuple(context.span(first, last) for first, last in draft.triggers)
    attack_type = schema.ATTACK_TYPES[draft.type]
    status = schema.STATUSES[draft.status]
    attackers = values.attackers(draft.attackers, context)
    targets = values.targets(draft.targets, context)
    casualties = values.casualties(draft.tolls, context)
    location, when = place_event(draft.places, context), dates.date(draft)
    killed, injured = values.toll(casualties, "killed"), values.toll(casualties, "injured")
    return Event(
        id=event_id(context.words.text, triggers),
        attack_type=attack_type,
        category=category_of(attack_type),
        codes=codes_for(attack_type),
        status=status,
        salience=schema.SALIENCES[draft.salience],
        count=_count(draft, triggers, context),
        summary=summarise(
            attack_type=attack_type,
            status=status,
            attackers=attackers,
            targets=targets,
            location=location,
            when=when,
            killed=killed,
            injured=injured,
        ),
        triggers=triggers,
        attackers=attackers,
        targets=targets,
        weapons=values.weapons(draft.weapons, context),
        location=location,
        date=when,
        casualties=casualties,
        killed=killed,
        injured=injured,
        confidence=context.confidence("event", draft.probability),
    )


def _count(draft: DraftEvent, triggers: Sequence[Span], context: Context) -> Range | None:
    if not draft.series:
        return None
    return count_value([(context.before(t), t.text, context.after(t)) for t in triggers])


def _wanted(event: Event, options: Options) -> bool:
    if event.salience != "main" and not options.include_background:
        return False
    return event.confidence >= options.min_confidence


def _warnings(event: Event, draft: DraftEvent, context: Context) -> list[Warning]:
    found = []
    if draft.times and event.date is None:
        words = "; ".join(context.mention(d.mention).text for d in draft.times)
        found.append(Warning(code="date_not_resolved", detail=f"{event.id}: {words}"))
    if event.location is not None and event.location.country is None:
        found.append(Warning(code="place_not_resolved", detail=f"{event.id}: {event.location.name}"))
    return found
