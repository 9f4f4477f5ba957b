"""Events as the network sees them: spans, classes and probabilities, before any value is read."""

from dataclasses import dataclass, fields

from models import schema
from models.network.network import Mention


@dataclass(frozen=True, kw_only=True)
class Thresholds:
    """Decoding thresholds, chosen on dev and kept with the weights. All are probabilities."""

    trigger: float = 0.4
    span: float = 0.35
    toll_span: float = 0.3
    valid: float = 0.5
    same_event: float = 0.5
    same_entity: float = 0.5
    attacker: float = 0.65  # naming the wrong party costs more than naming none
    target: float = 0.5
    weapon: float = 0.5
    place: float = 0.5
    time: float = 0.5
    toll: float = 0.5
    series: float = 0.5

    def __post_init__(self) -> None:
        outside = [f.name for f in fields(self) if not 0 <= getattr(self, f.name) <= 1]
        if outside:
            raise ValueError(f"thresholds outside 0..1: {', '.join(outside)}")

    def spans(self) -> tuple[float, ...]:
        """Return the span threshold of each layer."""
        middle = (self.span,) * (len(schema.LAYERS) - 2)
        return (self.trigger, *middle, self.toll_span)

    def link(self, layer: int) -> float:
        """Return the link threshold of an argument layer."""
        value: float = getattr(self, schema.LAYERS[layer])
        return value


@dataclass(frozen=True, kw_only=True)
class DraftMention:
    """A mention linked to an event: probability of the link, and of being the one to read first."""

    mention: Mention
    probability: float
    primary: float


@dataclass(frozen=True, kw_only=True)
class DraftEntity:
    """One party or thing with its mentions, the one to read first in front.

    ``label`` is its attribution (attackers) or kind (targets), a class number.
    """

    mentions: tuple[DraftMention, ...]
    probability: float
    label: int | None = None


@dataclass(frozen=True, kw_only=True)
class DraftToll:
    """One toll mention of an event; ``toll`` indexes ``schema.TOLLS``."""

    mention: Mention
    toll: int
    probability: float
    total: float


@dataclass(frozen=True, kw_only=True)
class DraftEvent:
    """One event; triggers are (first, last) word numbers in the order of the article."""

    triggers: tuple[tuple[int, int], ...]
    probability: float
    type: int
    type_probability: float
    status: int
    salience: int
    main_probability: float
    series: bool
    attackers: tuple[DraftEntity, ...]
    targets: tuple[DraftEntity, ...]
    weapons: tuple[DraftEntity, ...]
    places: tuple[DraftMention, ...]
    times: tuple[DraftMention, ...]
    tolls: tuple[DraftToll, ...]
