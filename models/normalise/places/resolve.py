"""One event's place words to a place, with the whole article as context."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from models.gazetteer import Place, normalise, without_article
from models.normalise.places.candidates import (
    LISTED,
    Candidates,
    gazetteer,
    names_in,
    part_candidates,
    whole_candidates,
)
from models.normalise.places.context import Vote, country_shares
from models.records import Span

_WIDTH = {"city": 0, "admin2": 1, "admin1": 2, "country": 3}
# The contract knows no districts: their precision is that of what contains them.
_PRECISION = {"admin2": "admin1"}
# Weights of a candidate, in powers of ten of its population.
_NAMED, _ABOUT, _OWN_NAME = 4.0, 4.0, 1.0
_LIKELY = 0.25
_MOST_DISTRICT = 1000
# A name inside a mention is a place only where the article speaks for it.
_LEAST_WHOLE, _LEAST_PART, _LEAST_SIMILAR = 5.0, 6.0, 0.7
_ABBREVIATION = 4


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


def resolve_location(mentions: Sequence[Span], *, votes: Sequence[Vote]) -> PlaceValue:
    """Resolve place words, the likeliest first, to the narrowest place that the gazetteer knows.

    A country or region that the mentions themselves name decides between places of one name, then what the
    article says around them, then population. Where the gazetteer knows none of the words, the country is the
    one that the article around them is about, if any is; a proper name stays the location's name. ``votes``
    are the article's, from `article_votes`.
    """
    wholes = [whole_candidates(mention.text) for mention in mentions]
    support = _support(wholes, country_shares(votes, near=mentions[0].start))
    resolved = [_resolve(m.text, whole, support) for m, whole in zip(mentions, wholes, strict=True)]
    known = {i: found for i, found in enumerate(resolved) if found is not None}
    # Words that no gazetteer knows (a street, a market) are narrower than any place it knows.
    order = sorted(range(len(mentions)), key=lambda i: (_WIDTH[known[i][1].kind] if i in known else -1, i))
    if not known:
        return _by_country(mentions[0].text, support, tuple(order))
    index = min(known, key=lambda i: (_WIDTH[known[i][1].kind], i))
    name, place = known[index]
    return PlaceValue(
        name=place.name if place.kind == "country" else _shown(name),
        country=place.country or next(iter(support.named), None),
        admin1=place.admin1,
        latitude=place.latitude,
        longitude=place.longitude,
        precision=_PRECISION.get(place.kind, place.kind),
        geonames_id=place.geonames_id,
        order=tuple(order),
    )


@dataclass(frozen=True, kw_only=True)
class _Support:
    """What speaks for a country: ``named`` by the event's own place words, ``shares`` of the article's."""

    named: frozenset[str]
    shares: Mapping[str, float]

    def likely(self) -> list[str]:
        """Countries that the event can well be in, likeliest first."""
        ranked = sorted(self.shares, key=lambda c: -self.shares[c])
        return [*sorted(self.named), *(c for c in ranked if self.shares[c] >= _LIKELY)]

    def of(self, place: Place) -> float:
        """How much speaks for a place, in powers of ten of its population."""
        country = place.country or ""
        return _NAMED * (country in self.named) + _ABOUT * self.shares.get(country, 0.0)


def _support(wholes: Sequence[Candidates | None], shares: Mapping[str, float]) -> _Support:
    first = [candidates.places[0] for candidates in wholes if candidates]
    named = {place.country for place in first if _is_area(place) and place.country}
    return _Support(named=frozenset(named), shares=shares)


def _is_area(place: Place) -> bool:
    return place.kind in ("admin1", "country") and place.population >= LISTED


def _resolve(mention: str, whole: Candidates | None, support: _Support) -> tuple[str, Place] | None:
    """Return the name that was recognised and its place."""
    if whole:
        return _best(whole, support, least=_LEAST_WHOLE)
    if found := part_candidates(mention):
        return _best(found, support, least=_LEAST_PART)
    return _similar(mention, support)


def _best(found: Candidates, support: _Support, *, least: float) -> tuple[str, Place] | None:
    key = normalise(found.name)

    def fit(place: Place) -> float:
        own_name = _OWN_NAME * (normalise(place.name) == key)
        return math.log10(_rank(place) + 1) + support.of(place) + own_name

    best = max(found.places, key=fit)
    return (found.name, best) if fit(best) >= least else None


def _rank(place: Place) -> int:
    """The people of a place, few for a district of a bare name: far away it is hardly ever meant."""
    is_bare = place.kind.startswith("admin") and place.population < LISTED and " " not in place.name
    return min(place.population, _MOST_DISTRICT) if is_bare else place.population


def _similar(mention: str, support: _Support) -> tuple[str, Place] | None:
    """Another transcription of the mention's name in the countries that the article is about."""
    for name in names_in(mention):
        for country in support.likely():
            for place in gazetteer().similar(name, country=country):
                if _likeness(name, place.name) >= _LEAST_SIMILAR:
                    return name, place
    return None


def _likeness(name: str, other: str) -> float:
    return SequenceMatcher(None, without_article(name), without_article(other)).ratio()


def _shown(name: str) -> str:
    """A dateline's capitals are its style, not the place's name."""
    return name.title() if name.isupper() and len(name) > _ABBREVIATION else name


def _by_country(mention: str, support: _Support, order: tuple[int, ...]) -> PlaceValue:
    likely = support.likely()
    country = gazetteer().country(likely[0]) if likely else None
    proper = names_in(mention)
    name = proper[-1] if proper else country.name if country else mention
    return PlaceValue(
        name=name,
        country=country.country if country else None,
        admin1=None,
        latitude=None,
        longitude=None,
        precision="country" if country else None,
        geonames_id=None,
        order=order,
    )
