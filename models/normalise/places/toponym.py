"""All place names of an article to places: a name has one sense, and the senses agree with each other."""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from models.gazetteer import Place, normalise
from models.normalise.places.abbreviations import abbreviated
from models.normalise.places.candidates import (
    LISTED,
    gazetteer,
    names_in,
    part_candidates,
    whole_candidates,
)
from models.normalise.places.context import Vote, country_shares
from models.records import Span

# Weights of what speaks for a sense, in powers of ten of its population.
_CONTAINED, _COUNTRY, _REGION, _NEARBY, _OWN_NAME = 8.0, 4.0, 6.0, 4.0, 1.5
_NEAR_KM = 80.0
_EARTH_KM = 6371.0
_BEHIND = 60
_PASSES = 3
_CONTAINER = re.compile(r"^,? \(?(?P<name>[A-Z][\w.’'-]*(?: (?:and |of )?[A-Z][\w.’'-]*){0,2})")


@dataclass(frozen=True, kw_only=True)
class _Name:
    """One name of the article: where it stands, what it can mean, and what is said to contain it."""

    key: str
    starts: tuple[int, ...]
    places: tuple[Place, ...]
    containers: tuple[Place, ...]


def resolve_toponyms(spans: Sequence[Span], *, text: str, votes: Sequence[Vote]) -> list[Place | None]:
    """Return the place of each span, None where the gazetteer knows none of that name.

    A name followed by its region or country ("Paris, Texas") lies there. Otherwise the countries that the
    article speaks of, the regions and the nearness of its other places, and population decide. ``votes`` are
    the article's, from `article_votes`.
    """
    grouped: dict[str, list[Span]] = {}
    for span in spans:
        grouped.setdefault(span.text, []).append(span)
    names = {key: _name(key, group, text) for key, group in grouped.items()}
    chosen: dict[str, Place] = {}
    for _ in range(_PASSES):
        chosen = {key: _best(name, chosen, votes) for key, name in names.items() if name.places}
    return [chosen.get(span.text) for span in spans]


def _name(key: str, spans: Sequence[Span], text: str) -> _Name:
    return _Name(
        key=key,
        starts=tuple(span.start for span in spans),
        places=_senses(key),
        containers=tuple(area for s in spans for area in _containers(text[s.end : s.end + _BEHIND])),
    )


def _senses(name: str) -> tuple[Place, ...]:
    found = whole_candidates(name) or part_candidates(name)
    return abbreviated(name) or (found.places if found else ())


def _containers(after: str) -> tuple[Place, ...]:
    """The regions and countries that the words right behind a name say it lies in."""
    match = _CONTAINER.match(after)
    if match is None:
        return ()
    words = match["name"].split()
    for count in range(len(words), 0, -1):
        name = " ".join(words[:count])
        forms = (*names_in(name), f"{name} State")
        found = abbreviated(name) or tuple(p for form in forms for p in gazetteer().lookup(form))
        if areas := tuple(place for place in found if place.kind in ("country", "admin1")):
            return areas
    return ()


def _best(name: _Name, chosen: Mapping[str, Place], votes: Sequence[Vote]) -> Place:
    # A name cannot speak for itself: "Georgia" votes for a country that may not be meant.
    foreign = [vote for vote in votes if vote.start not in name.starts]
    shares = country_shares(foreign, near=name.starts[0])
    others = [place for key, place in chosen.items() if key != name.key]

    def fit(place: Place) -> float:
        return (
            math.log10(place.population + 1)
            + _CONTAINED * any(_lies_in(place, area) for area in name.containers)
            + _COUNTRY * shares.get(place.country or "", 0.0)
            + _REGION * _share(others, place)
            + _NEARBY * _closeness(others, place)
            + _OWN_NAME * (normalise(place.name) == normalise(name.key) or place.population >= LISTED)
        )

    return max(name.places, key=fit)


def _lies_in(place: Place, area: Place) -> bool:
    same_country = place.country == area.country and place.kind != "country"
    return same_country and (area.kind == "country" or (place.admin1 == area.admin1 and place != area))


def _share(others: Sequence[Place], place: Place) -> float:
    """The share of the article's other places below country level that lie in the same region."""
    regional = [(o.country, o.admin1) for o in others if o.admin1]
    return regional.count((place.country, place.admin1)) / len(regional) if place.admin1 and regional else 0.0


def _closeness(others: Sequence[Place], place: Place) -> float:
    """How near the nearest other city or district is, 1 at the same spot."""
    local = [o for o in others if o.kind in ("city", "admin2") and o != place]
    if place.kind not in ("city", "admin2") or not local:
        return 0.0
    return math.exp(-min(great_circle_km(_point(place), _point(other)) for other in local) / _NEAR_KM)


def _point(place: Place) -> tuple[float, float]:
    assert place.latitude is not None, place  # only countries that nobody lives in have none
    assert place.longitude is not None, place
    return place.latitude, place.longitude


def great_circle_km(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return the great-circle distance of two points in degrees north and east, in kilometres (haversine)."""
    (north, east), (north_2, east_2) = [[math.radians(x) for x in point] for point in (one, other)]
    half = (
        math.sin((north_2 - north) / 2) ** 2
        + math.cos(north) * math.cos(north_2) * math.sin((east_2 - east) / 2) ** 2
    )
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(half)))
