"""What of an event is compared: annotated and predicted JSON records, reduced to the same values."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

Json = Mapping[str, Any]
_Kind = TypeVar("_Kind")
_KIND_NAMES: dict[type, str] = {str: "text", int: "a whole number", list: "a list", dict: "an object"}


@dataclass(frozen=True, kw_only=True)
class Mention:
    """A piece of the article; ``bounds`` is ``None`` where only its text is known."""

    text: str
    bounds: tuple[int, int] | None


Entity = tuple[Mention, ...]


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where it happened, mentions narrowest first."""

    name: str | None
    country: str | None
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, kw_only=True)
class Period:
    """When it happened, as ISO dates; both ends inclusive."""

    start: str | None
    end: str | None


@dataclass(frozen=True, kw_only=True)
class Casualty:
    """One counted group. Equal where effect, side and numbers are."""

    effect: str | None
    side: str
    min: int | None
    max: int | None
    total: bool = field(compare=False)


Toll = tuple[int | None, int | None]


@dataclass(frozen=True, kw_only=True)
class EventFacts:
    """The compared values of one event."""

    type: str
    status: str | None
    salience: str | None
    triggers: tuple[Mention, ...]
    attackers: tuple[Entity, ...]
    targets: tuple[Entity, ...]
    weapons: tuple[Entity, ...]
    location: Place | None
    date: Period | None
    casualties: tuple[Casualty, ...]

    def toll(self, effect: str) -> Toll | None:
        """Return the least and most on the target side: the total if there is one, else the sum of parts."""
        parts = [c for c in self.casualties if c.effect == effect and c.side == "target"]
        totals = [part for part in parts if part.total]
        if totals:
            return totals[0].min, totals[0].max
        if not parts:
            return None
        most = [part.max for part in parts if part.max is not None]
        return sum(part.min or 0 for part in parts), sum(most) if len(most) == len(parts) else None


def read_events(records: Iterable[object]) -> tuple[EventFacts, ...]:
    """Read the events of one document, annotated (``type``) or predicted (``attack_type``).

    Raises:
        ValueError: one is not a record; the message names it by its number.
    """
    events = []
    for number, record in enumerate(records, 1):
        try:
            events.append(_event(record))
        except ValueError as error:
            raise ValueError(f"event {number}: {error}") from error
    return tuple(events)


def _event(record: object) -> EventFacts:
    if not isinstance(record, dict):
        raise ValueError("not an object")
    attack_type = _get(record, "type", str) or _get(record, "attack_type", str)
    if not attack_type:
        raise ValueError('neither "type" nor "attack_type" is given')
    return EventFacts(
        type=attack_type,
        status=_get(record, "status", str),
        salience=_get(record, "salience", str),
        triggers=tuple(map(_mention, _objects(record, "triggers"))),
        attackers=tuple(map(_mentions, _objects(record, "attackers"))),
        targets=tuple(map(_mentions, _objects(record, "targets"))),
        weapons=tuple(map(_mentions, _objects(record, "weapons"))),
        location=_place(_get(record, "location", dict)),
        date=_period(_get(record, "date", dict)),
        casualties=tuple(map(_casualty, _objects(record, "casualties"))),
    )


def _mention(record: Json) -> Mention:
    text, start, end = _get(record, "text", str), _get(record, "start", int), _get(record, "end", int)
    if text is None:
        raise ValueError('a span has no "text"')
    return Mention(text=text, bounds=None if start is None or end is None else (start, end))


def _mentions(record: Json) -> tuple[Mention, ...]:
    mentions = tuple(map(_mention, _objects(record, "mentions")))
    name = _get(record, "name", str)
    return mentions or ((Mention(text=name, bounds=None),) if name else ())


def _place(record: Json | None) -> Place | None:
    if not record:
        return None
    return Place(
        name=_get(record, "name", str), country=_get(record, "country", str), mentions=_mentions(record)
    )


def _period(record: Json | None) -> Period | None:
    if not record:
        return None
    start = _get(record, "start", str)
    return Period(start=start, end=_get(record, "end", str) or start)


def _casualty(record: Json) -> Casualty:
    return Casualty(
        effect=_get(record, "effect", str),
        side=_get(record, "side", str) or "target",
        min=_get(record, "min", int),
        max=_get(record, "max", int),
        total=bool(record.get("total")),
    )


def _objects(record: Json, key: str) -> list[Json]:
    values = _get(record, key, list) or []
    if not all(isinstance(value, dict) for value in values):
        raise ValueError(f'"{key}" holds something that is not an object')
    return values


def _get(record: Json, key: str, kind: type[_Kind]) -> _Kind | None:
    value = record.get(key)
    if value is not None and not isinstance(value, kind):
        raise ValueError(f'"{key}" is not {_KIND_NAMES[kind]}')
    return value
