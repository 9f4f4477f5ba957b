"""Which countries an article is about, and where in it."""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from models.gazetteer import Place, normalise
from models.normalise.places.candidates import LISTED, NAME, gazetteer, names_in

_READ, _BEFORE = 30_000, 20
_NEAR = 400
# Demonyms name parties more often than places ("U.S. air strike in Syria"), districts have namesakes.
_WEIGHTS = {"country": 1.0, "demonym": 0.35, "admin1": 1.0, "city": 0.6, "district": 0.2}
_WHERE = re.compile(r"\b(?:in|at|near|outside|across|inside|of|to)\s+(?:[a-z]+\s+)?$")
_BORDER = re.compile(r"\bborder with (?:the )?$")
_LARGE = 100_000


@dataclass(frozen=True, kw_only=True)
class Vote:
    """A word of the article that speaks for a country; ``start`` counts code points."""

    start: int
    country: str
    weight: float


def article_votes(text: str) -> tuple[Vote, ...]:
    """Return the votes of an article's place names."""
    votes = []
    for match in NAME.finditer(text[:_READ]):
        before = text[max(0, match.start() - _BEFORE) : match.start()]
        place = _telling(match.group())
        if place is not None and place.country is not None and not _BORDER.search(before):
            weight = _weight(match.group(), place) * (2 if _WHERE.search(before) else 1)
            votes.append(Vote(start=match.start(), country=place.country, weight=weight))
    return tuple(votes)


def country_shares(votes: Sequence[Vote], *, near: int) -> Mapping[str, float]:
    """Return how much speaks for each country, summing to 1; words around ``near`` count for more."""
    sums: dict[str, float] = {}
    for vote in votes:
        closeness = 4 * math.exp(-abs(vote.start - near) / _NEAR)
        sums[vote.country] = sums.get(vote.country, 0.0) + vote.weight * (1 + closeness)
    whole = sum(sums.values())
    return {country: value / whole for country, value in sums.items()}


def _telling(name: str) -> Place | None:
    """The place that a name means whatever the article: a country, a region, a large city."""
    for part in names_in(name):
        for place in gazetteer().lookup(part)[:1]:
            if place.kind != "city" or place.population >= _LARGE:
                return place
    return None


def _weight(name: str, place: Place) -> float:
    if place.kind == "country" and normalise(name) != normalise(place.name):
        return _WEIGHTS["demonym"]
    is_district = place.kind != "city" and place.population < LISTED
    return _WEIGHTS["district" if is_district else place.kind]
