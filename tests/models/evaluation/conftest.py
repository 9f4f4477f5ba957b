from collections.abc import Callable
from typing import Any

import pytest

TEXT = (
    "TAL, Syria, July 30 - Rebels bombed a school bus in Tal on Monday, killing 12 people, including "
    "three children. A week earlier gunmen raided an army post near Sur; several soldiers were hurt."
)


@pytest.fixture(scope="session")
def span() -> Callable[[str], dict[str, Any]]:
    """Makes the span of the first occurrence of a piece of the article."""

    def find(piece: str) -> dict[str, Any]:
        start = TEXT.index(piece)
        return {"text": piece, "start": start, "end": start + len(piece)}

    return find


@pytest.fixture
def bombing(span) -> dict[str, Any]:
    return {
        "type": "bombing",
        "status": "occurred",
        "salience": "main",
        "triggers": [span("bombed")],
        "attackers": [{"mentions": [span("Rebels")]}],
        "targets": [{"mentions": [span("school bus")]}, {"mentions": [span("three children")]}],
        "weapons": [],
        "location": {"mentions": [span("Tal"), span("Syria")], "name": "Tal", "country": "SY"},
        "date": {"mentions": [span("Monday")], "start": "2024-07-29", "end": "2024-07-29"},
        "casualties": [
            {"effect": "killed", "side": "target", "min": 12, "max": 12, "total": True},
            {"effect": "killed", "side": "target", "min": 3, "max": 3, "total": False},
        ],
    }


@pytest.fixture
def raid(span) -> dict[str, Any]:
    return {
        "type": "armed_assault",
        "status": "occurred",
        "salience": "background",
        "triggers": [span("raided")],
        "attackers": [{"mentions": [span("gunmen")]}],
        "targets": [{"mentions": [span("army post")]}, {"mentions": [span("several soldiers")]}],
        "weapons": [],
        "location": {"mentions": [span("Sur")], "name": "Sur", "country": None},
        "date": None,
        "casualties": [{"effect": "injured", "side": "target", "min": 3, "max": None, "total": False}],
    }


@pytest.fixture
def document(bombing, raid) -> dict[str, Any]:
    return {"id": "tal", "text": TEXT, "published_at": "2024-07-30", "events": [bombing, raid]}
