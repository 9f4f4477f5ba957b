"""Looking names up in the gazetteer."""

import re
import sqlite3
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from threading import local

FILE = Path(__file__).parent / "gazetteer.sqlite"
_NOT_WORD = re.compile(r"[^\w]+")
_POSSESSIVE = re.compile(r"['’]s\b")
_DOTTED = re.compile(r"(?<=\b\w)\.(?=\w\b)|(?<=\b\w)\.(?=\W|$)")


@dataclass(frozen=True, kw_only=True)
class Place:
    """One place; ``kind`` is city, admin1 or country, coordinates are degrees north and east."""

    name: str
    country: str
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


class Gazetteer:
    """A read-only gazetteer; safe to use from several threads.

    Raises:
        ValueError: the file is missing; the message says how to build it.
    """

    def __init__(self, *, file: Path = FILE) -> None:
        if not file.is_file():
            raise ValueError(f"{file} is missing: build it with `python -m models.gazetteer`")
        self._file = file
        self._local = local()
        self.lookup = lru_cache(maxsize=20_000)(self._lookup)

    def _lookup(self, name: str) -> tuple[Place, ...]:
        """Return the places of that name, most populous first (`lookup` is this, cached)."""
        rows = self._connection().execute(
            "SELECT p.name, country, admin1, latitude, longitude, population, geonames_id, kind FROM names n "
            "JOIN places p ON p.id = n.place WHERE n.name = ? ORDER BY population DESC",
            (normalise(name),),
        )
        columns = ("name", "country", "admin1", "latitude", "longitude", "population", "geonames_id", "kind")
        return tuple(Place(**dict(zip(columns, row, strict=True))) for row in rows)

    def _connection(self) -> sqlite3.Connection:
        if not hasattr(self._local, "connection"):
            self._local.connection = sqlite3.connect(f"file:{self._file}?mode=ro&immutable=1", uri=True)
        connection: sqlite3.Connection = self._local.connection
        return connection
