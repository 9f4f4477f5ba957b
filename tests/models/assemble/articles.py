"""Draft events over a short article, built by hand."""

from datetime import date

from models import schema
from models.assemble.context import Context
from models.decode.drafts import DraftEntity, DraftEvent, DraftMention, DraftToll
from models.network.network import Mention
from models.text.words import split_words

TEXT = (
    "Gunmen from Boko Haram opened fire on a market in Maiduguri, Nigeria, on Tuesday, killing at least four "
    "traders. The army denied a report of six dead. Islamic State claimed the attack. Three weeks ago a bomb "
    "killed two soldiers there."
)
WORDS = split_words(TEXT)


def context(*, anchor: date | None = date(2024, 3, 14)) -> Context:
    return Context(words=WORDS, anchor=anchor, anchor_basis="published_at", calibration={})


def bounds(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    inside = [i for i, (a, b) in enumerate(WORDS.spans) if a >= start and b <= start + len(words)]
    return inside[0], inside[-1]


def mention(layer: int, words: str) -> Mention:
    first, last = bounds(words)
    return Mention(layer=layer, first=first, last=last)


def linked(layer: int, words: str, *, probability: float = 0.9, primary: float = 0.5) -> DraftMention:
    return DraftMention(mention=mention(layer, words), probability=probability, primary=primary)


def entity(layer: int, *words: str, label: int | None = None) -> DraftEntity:
    return DraftEntity(mentions=tuple(linked(layer, w) for w in words), probability=0.9, label=label)


def toll(words: str, kind: tuple[str, str] = ("killed", "target"), *, total: float = 0.1) -> DraftToll:
    return DraftToll(
        mention=mention(schema.TOLL, words), toll=schema.TOLLS.index(kind), probability=0.9, total=total
    )


def draft(*triggers: str, **fields: object) -> DraftEvent:
    base: dict[str, object] = {
        "triggers": tuple(map(bounds, triggers)),
        "probability": 0.9,
        "type": schema.ATTACK_TYPES.index("shooting"),
        "type_probability": 0.9,
        "status": 0,
        "salience": 0,
        "main_probability": 0.9,
        "series": False,
        "attackers": (),
        "targets": (),
        "weapons": (),
        "places": (),
        "times": (),
        "tolls": (),
    }
    return DraftEvent(**(base | fields))  # type: ignore[arg-type]
