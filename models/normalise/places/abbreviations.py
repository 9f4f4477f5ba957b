"""How news shortens states and provinces: "Ky.", "Conn.", "B.C.", and postal codes."""

import csv
from functools import cache
from pathlib import Path

from models.gazetteer import Place
from models.normalise.places.candidates import gazetteer

_TABLE = Path(__file__).parents[2] / "gazetteer" / "states.csv"


def abbreviated(text: str) -> tuple[Place, ...]:
    """Return the states that an abbreviation stands for, none for any other text. Case and dots count."""
    return tuple(
        place
        for country, name in _states().get(text, ())
        for place in gazetteer().lookup(name)
        if (place.kind, place.country) == ("admin1", country)
    )


@cache
def _states() -> dict[str, list[tuple[str, str]]]:
    states: dict[str, list[tuple[str, str]]] = {}
    with _TABLE.open(encoding="utf-8", newline="") as rows:
        for country, _, names, short, *_ in csv.reader(rows):
            for abbreviation in filter(None, short.split("|")):
                states.setdefault(abbreviation, []).append((country, names.split("|")[0]))
    return states
