"""Known parties: the state, force or group that a mention names."""

import csv
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from models.gazetteer import normalise
from models.records import Actor

_TABLE = Path(__file__).parent / "actors.csv"


def find_actor(mentions: Sequence[str]) -> Actor | None:
    """Return the known party that the first telling mention names, or None.

    A mention names a party only as a whole ("Hamas", "Israeli army"), or after words of doubt and number
    ("suspected Taliban fighters"): part of a longer name is never enough.
    """
    for mention in mentions:
        name = normalise(mention)
        for key in (name, _bare(name)):
            if key in _actors():
                return _actors()[key]
    return None


_BEFORE = frozenset(
    [
        "suspected",
        "alleged",
        "masked",
        "unidentified",
        "armed",
        "the",
        "some",
        "several",
        "two",
        "three",
        "four",
        "dozens",
        "of",
    ]
)
_AFTER = frozenset(
    [
        "fighters",
        "fighter",
        "militants",
        "militant",
        "gunmen",
        "rebels",
        "rebel",
        "insurgents",
        "members",
        "troops",
        "forces",
        "soldiers",
        "terrorists",
        "terrorist",
        "group",
        "militia",
        "guerrillas",
        "movement",
        "operatives",
    ]
)


def _bare(name: str) -> str:
    words = name.split()
    while len(words) > 1 and words[0] in _BEFORE:
        words.pop(0)
    while len(words) > 1 and words[-1] in _AFTER:
        words.pop()
    return " ".join(words)


@cache
def _actors() -> dict[str, Actor]:
    found = {}
    with _TABLE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            actor = Actor(name=row["name"], kind=row["kind"], country=row["country"] or None)
            for alias in (row["name"], *filter(None, row["aliases"].split("|"))):
                found[normalise(alias)] = actor
    return found
