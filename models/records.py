"""The record: what one article's extraction holds. Field names are those of the JSON contract.

Offsets count Unicode code points of the article text; ``Span.text == text[start:end]`` always.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, kw_only=True)
class Span:
    """A piece of the article, as evidence."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, kw_only=True)
class Range:
    """A number as news gives it; ``max is None`` reads "at least ``min``"."""

    min: int
    max: int | None


@dataclass(frozen=True, kw_only=True)
class Actor:
    """The known party behind a mention, or the value is ``None`` where the party is not known."""

    name: str
    kind: str
    country: str | None


@dataclass(frozen=True, kw_only=True)
class Attacker:
    """A party said to have done it; ``attribution`` is stated, claimed, suspected or denied."""

    name: str
    mentions: tuple[Span, ...]
    attribution: str
    actor: Actor | None
    confidence: float


@dataclass(frozen=True, kw_only=True)
class Target:
    """Who or what was aimed at or hit."""

    name: str
    mentions: tuple[Span, ...]
    kind: str
    confidence: float


@dataclass(frozen=True, kw_only=True)
class Weapon:
    """The means of the attack."""

    name: str
    mentions: tuple[Span, ...]
    confidence: float


@dataclass(frozen=True, kw_only=True)
class Location:
    """Where it happened; ``precision`` is exact, city, admin1 or country (``None``: not resolved)."""

    name: str
    mentions: tuple[Span, ...]
    country: str | None
    admin1: str | None
    latitude: float | None
    longitude: float | None
    precision: str | None
    geonames_id: int | None
    confidence: float


@dataclass(frozen=True, kw_only=True)
class EventDate:
    """When it happened, both ends inclusive; ``precision`` is day, range, month or year."""

    start: date
    end: date
    precision: str
    mentions: tuple[Span, ...]
    basis: str
    confidence: float


@dataclass(frozen=True, kw_only=True)
class Casualty:
    """What was done to one group of people, as counted in the text."""

    effect: str
    side: str
    min: int
    max: int | None
    who: str | None
    total: bool
    text: Span
    confidence: float


@dataclass(frozen=True, kw_only=True)
class Codes:
    """The attack type in other coding schemes."""

    acled: str | None
    gtd: int | None
    plover: str | None
    cameo: str | None
    muc4: str | None


@dataclass(frozen=True, kw_only=True)
class Event:
    """One attack."""

    id: str
    attack_type: str
    category: str
    codes: Codes
    status: str
    salience: str
    count: Range | None
    summary: str
    triggers: tuple[Span, ...]
    attackers: tuple[Attacker, ...]
    targets: tuple[Target, ...]
    weapons: tuple[Weapon, ...]
    location: Location | None
    date: EventDate | None
    casualties: tuple[Casualty, ...]
    killed: Range | None
    injured: Range | None
    confidence: float


@dataclass(frozen=True, kw_only=True)
class Warning:
    """Something the reader of a record should know; ``code`` is stable, ``detail`` is for people."""

    code: str
    detail: str


@dataclass(frozen=True, kw_only=True)
class ModelInfo:
    """Which weights made a record."""

    name: str
    version: str


@dataclass(frozen=True, kw_only=True)
class Article:
    """What goes in. ``title`` given apart is context only and never shifts offsets."""

    text: str
    published_at: date | None = None
    id: str | None = None
    title: str | None = None
    language: str | None = None


@dataclass(frozen=True, kw_only=True)
class Options:
    """What the caller wants kept."""

    min_confidence: float = 0.0
    include_background: bool = True


@dataclass(frozen=True, kw_only=True)
class Extraction:
    """What comes out for one article."""

    id: str | None
    published_at: date | None
    language: str | None
    model: ModelInfo
    events: tuple[Event, ...]
    warnings: tuple[Warning, ...]
