"""One event's place words to a place, with the whole article as context."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from models.gazetteer import Gazetteer, Place

_NAME = re.compile(r"(?:[A-Z][\w’'.-]*)(?:[ -](?:of |the |al-|el-)?[A-Z][\w’'-]*)*")
_DIRECTION = re.compile(
    r"^(?:the )?(?:north|south|east|west|central|northern|southern|eastern|western|north-?eastern|north-?western"
    r"|south-?eastern|south-?western|north-?east|north-?west|south-?east|south-?west|occupied|rebel-held|downtown"
    r"|city of|town of|village of|port city of|near|outside)\s+",
    re.IGNORECASE,
)
_KIND = re.compile(
    r"\s+(?:province|city|district|governorate|state|region|oblast|county|area|neighbou?rhood)$",
    re.IGNORECASE,
)
_WIDTH = {"city": 0, "admin1": 1, "country": 2}


@dataclass(frozen=True, kw_only=True)
class PlaceValue:
    """The place of an event; ``order`` numbers the given mentions, narrowest first."""

    name: str
    country: str | None
    admin1: str | None
    latitude: float | None
    longitude: float | None
    precision: str | None
    geonames_id: int | None
    order: tuple[int, ...]


def resolve_location(mentions: Sequence[str], *, article_text: str) -> PlaceValue:
    """Resolve place words, the likeliest first, to the narrowest place that the gazetteer knows.

    A country that the mentions themselves name decides between places of one name, then the countries that
    the article names most, then population. Unknown places leave everything but the name null.
    """
    named = {p.country for m in mentions for p in candidates(m) if p.kind != "city"}
    context = named or set(article_countries(article_text)[:1])
    known = [(i, place) for i, m in enumerate(mentions) if (place := _best(candidates(m), context))]
    if not known:
        return _unknown(mentions)
    index, place = min(known, key=lambda pair: (_WIDTH[pair[1].kind], pair[0]))
    widths = {i: _WIDTH[p.kind] for i, p in known}
    # Words that no gazetteer knows (a street, a market) are narrower than any place it knows.
    order = sorted(range(len(mentions)), key=lambda i: (widths.get(i, -1), i))
    return PlaceValue(
        name=place.name if place.kind == "country" else _shortest(mentions[index]),
        country=place.country,
        admin1=place.admin1,
        latitude=place.latitude,
        longitude=place.longitude,
        precision=place.kind,
        geonames_id=place.geonames_id,
        order=tuple(order),
    )


def candidates(mention: str) -> tuple[Place, ...]:
    """Return the places that a mention can mean: its whole name first, then the names inside it."""
    gazetteer = _gazetteer()
    stripped = _DIRECTION.sub("", mention.strip())
    for name in dict.fromkeys((mention, stripped, _KIND.sub("", stripped))):
        if found := gazetteer.lookup(name):
            return found
    for match in reversed(_NAME.findall(mention)):
        if found := gazetteer.lookup(match):
            return found
    return ()


@lru_cache(maxsize=256)
def article_countries(text: str) -> tuple[str, ...]:
    """Return the countries that an article names, most often named first."""
    found: Counter[str] = Counter()
    for name in _NAME.findall(text[:20_000]):
        places = _gazetteer().lookup(name)
        if places and places[0].kind != "city":
            found[places[0].country] += 1
    return tuple(country for country, _ in found.most_common())


def _best(places: Sequence[Place], context: set[str]) -> Place | None:
    if not places:
        return None
    inside = [p for p in places if p.country in context]
    # A namesake in the article's country beats a bigger one abroad, a metropolis or country never loses.
    if inside and ((places[0].kind == "city" and places[0].population < 3_000_000) or places[0] in inside):
        return inside[0]
    return places[0]


def _shortest(mention: str) -> str:
    return _DIRECTION.sub("", mention.strip()) or mention


def _unknown(mentions: Sequence[str]) -> PlaceValue:
    return PlaceValue(
        name=mentions[0],
        country=None,
        admin1=None,
        latitude=None,
        longitude=None,
        precision=None,
        geonames_id=None,
        order=tuple(range(len(mentions))),
    )


@cache
def _gazetteer() -> Gazetteer:
    return Gazetteer()
