"""Looking names up in the gazetteer."""

import re
import sqlite3
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from threading import local
from typing import Any

FILE = Path(__file__).parent / "gazetteer.sqlite"
# Raised with every change of the tables' columns or kinds: an older file is refused.
VERSION = 2
# Coordinates are stored as whole numbers of this part of a degree.
SCALE = 10_000
_COLUMNS = ("name", "country", "admin1", "latitude", "longitude", "population", "geonames_id", "kind")
_ARTICLE = re.compile(r"^(?:al|el|ad|an|ar|as|ash|at|az|ez)\s+")
_VOWELS = frozenset("aeiouy")
_DOUBLED = re.compile(r"(.)\1+")
_LEAST = 3
_NOT_WORD = re.compile(r"[^\w]+")
_POSSESSIVE = re.compile(r"['’]s\b")
_DOTTED = re.compile(r"(?<=\b\w)\.(?=\w\b)|(?<=\b\w)\.(?=\W|$)")


@dataclass(frozen=True, kw_only=True)
class Place:
    """One place; ``kind`` is city, admin2, admin1 or country, coordinates are degrees north and east.

    ``country`` is ISO 3166 alpha-2; seas have none.
    """

    name: str
    country: str | None
    admin1: str | None
    latitude: float | None
    longitude: float | None
    population: int
    geonames_id: int | None
    kind: str


def normalise(name: str) -> str:
    """Return a name without case, accents, punctuation, possessives and a leading "the"."""
    plain = unicodedata.normalize("NFKD", _POSSESSIVE.sub("", name))
    letters = "".join(c for c in plain if not unicodedata.combining(c)).lower()
    words = _NOT_WORD.sub(" ", _DOTTED.sub("", letters)).strip()
    return words.removeprefix("the ")


def without_article(name: str) -> str:
    """Return a normalised name without the Arabic article before it."""
    return _ARTICLE.sub("", normalise(name))


def skeleton(name: str) -> str:
    """Return the consonants of a name without article: what transcriptions of it share.

    "Hassakeh" and "Al Hasakah" both give ``hskh``; doubled letters count once.
    """
    letters = "".join(c for c in without_article(name) if c.isalpha() and c not in _VOWELS)
    return _DOUBLED.sub(r"\1", letters)


def _place(row: tuple[Any, ...]) -> Place:
    values = dict(zip(_COLUMNS, row, strict=True))
    for axis in ("latitude", "longitude"):
        values[axis] = None if values[axis] is None else values[axis] / SCALE
    return Place(**values)


class Gazetteer:
    """A read-only gazetteer; safe to use from several threads.

    Raises:
        ValueError: the file is missing or of another version; the message says how to build it.
    """

    def __init__(self, *, file: Path = FILE) -> None:
        if not file.is_file():
            raise ValueError(f"{file} is missing: build it with `python -m models.gazetteer`")
        self._file, self._local = file, local()
        if self._version() != VERSION:
            raise ValueError(f"{file} is of another version: build it anew with `python -m models.gazetteer`")
        self.lookup = lru_cache(maxsize=20_000)(self._lookup)

    def similar(self, name: str, *, country: str) -> tuple[Place, ...]:
        """Return the cities of a country whose names have the same skeleton, most populous first."""
        key = skeleton(name)
        return self._select("p.country = ? AND skeleton = ?", (country, key)) if len(key) >= _LEAST else ()

    def country(self, code: str) -> Place | None:
        """Return the country of an ISO 3166 alpha-2 code."""
        return next(iter(self._select("country = ? AND kind = 'country'", (code,))), None)

    def _lookup(self, name: str) -> tuple[Place, ...]:
        """Return the places of that name, most populous first (`lookup` is this, cached)."""
        return self._select("id IN (SELECT place FROM names n WHERE n.name = ?)", (normalise(name),))

    def _select(self, condition: str, values: tuple[str, ...]) -> tuple[Place, ...]:
        query = f"SELECT {', '.join(_COLUMNS)} FROM places p WHERE {condition} ORDER BY population DESC"
        rows = self._connection().execute(query, values)
        return tuple(map(_place, rows))

    def _version(self) -> int:
        version: int = self._connection().execute("PRAGMA user_version").fetchone()[0]
        return version

    def _connection(self) -> sqlite3.Connection:
        if not hasattr(self._local, "connection"):
            self._local.connection = sqlite3.connect(f"file:{self._file}?mode=ro&immutable=1", uri=True)
        connection: sqlite3.Connection = self._local.connection
        return connection
