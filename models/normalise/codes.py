"""Attack types in other coding schemes.

``codes.csv`` follows the codebooks: ACLED sub-events (2024), GTD attack types (2021), PLOVER event types
(2023), CAMEO 1.1b3 and the MUC-4 incident types. An empty cell: the scheme has no code for it.
"""

import csv
from functools import cache
from pathlib import Path

from models.records import Codes

_TABLE = Path(__file__).parent / "codes.csv"


def codes_for(attack_type: str) -> Codes:
    """Return an attack type's codes.

    Raises:
        ValueError: there is no such type.
    """
    return _row(attack_type)[1]


def category_of(attack_type: str) -> str:
    """Return the coarse category of an attack type, e.g. ``remote`` or ``explosive``.

    Raises:
        ValueError: there is no such type.
    """
    return _row(attack_type)[0]


def _row(attack_type: str) -> tuple[str, Codes]:
    if attack_type not in _rows():
        raise ValueError(f"{attack_type!r} is not an attack type")
    return _rows()[attack_type]


@cache
def _rows() -> dict[str, tuple[str, Codes]]:
    with _TABLE.open(encoding="utf-8", newline="") as file:
        return {row["type"]: (row["category"], _codes(row)) for row in csv.DictReader(file)}


def _codes(row: dict[str, str]) -> Codes:
    return Codes(
        acled=row["acled"] or None,
        gtd=int(row["gtd"]) if row["gtd"] else None,
        plover=row["plover"] or None,
        cameo=row["cameo"] or None,
        muc4=row["muc4"] or None,
    )
