"""Attack types: what they cover, and their codes in other schemes.

``codes.csv`` follows the codebooks: ACLED sub-events (2024), GTD attack types (2021), PLOVER event types
(2023), CAMEO 1.1b3, the MUC-4 incident types and IPTC Media Topics (the narrowest that fits whatever the
motive). An empty cell: the scheme has no code for it.
"""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from models.records import Codes

_TABLE = Path(__file__).parent / "codes.csv"


@dataclass(frozen=True, kw_only=True)
class AttackType:
    """One attack type; ``category`` is coarse (``remote``, ``explosive`` …), ``iptc`` a Media Topic."""

    name: str
    category: str
    covers: str
    codes: Codes
    iptc: str


def attack_types() -> tuple[AttackType, ...]:
    """Return every attack type, in the order of the table."""
    return tuple(_rows().values())


def codes_for(attack_type: str) -> Codes:
    """Return an attack type's codes.

    Raises:
        ValueError: there is no such type.
    """
    return _row(attack_type).codes


def category_of(attack_type: str) -> str:
    """Return the coarse category of an attack type, e.g. ``remote`` or ``explosive``.

    Raises:
        ValueError: there is no such type.
    """
    return _row(attack_type).category


def _row(attack_type: str) -> AttackType:
    if attack_type not in _rows():
        raise ValueError(f"{attack_type!r} is not an attack type")
    return _rows()[attack_type]


@cache
def _rows() -> dict[str, AttackType]:
    with _TABLE.open(encoding="utf-8", newline="") as file:
        return {row["type"]: _attack_type(row) for row in csv.DictReader(file)}


def _attack_type(row: dict[str, str]) -> AttackType:
    return AttackType(
        name=row["type"],
        category=row["category"],
        covers=row["covers"],
        codes=_codes(row),
        iptc=row["iptc"],
    )


def _codes(row: dict[str, str]) -> Codes:
    return Codes(
        acled=row["acled"] or None,
        gtd=int(row["gtd"]) if row["gtd"] else None,
        plover=row["plover"] or None,
        cameo=row["cameo"] or None,
        muc4=row["muc4"] or None,
    )
