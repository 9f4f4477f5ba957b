from datetime import date

import pytest

from models.assemble.summary import summarise
from models.records import Attacker, EventDate, Range, Target

NOTHING = {"attackers": (), "targets": (), "location": None, "when": None, "killed": None, "injured": None}


def attacker(name, attribution="stated"):
    return Attacker(name=name, mentions=(), attribution=attribution, actor=None, confidence=0.9)


def target(name):
    return Target(name=name, mentions=(), kind="civilian", confidence=0.9)


def when(start, end):
    return EventDate(start=start, end=end, precision="day", mentions=(), basis="", confidence=0.9)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, "Drone strike."),
        ({"status": "attempted"}, "Attempted drone strike."),
        ({"attackers": (attacker("Hezbollah", "denied"),)}, "Drone strike by Hezbollah (denied)."),
        ({"targets": (target("a"), target("b"), target("c"))}, "Drone strike on a, b and c."),
        ({"when": when(date(2024, 7, 30), date(2024, 7, 30))}, "Drone strike, on 30 July 2024."),
        (
            {"when": when(date(2024, 7, 1), date(2024, 7, 31))},
            "Drone strike, between 1 July 2024 and 31 July 2024.",
        ),
        ({"killed": Range(min=3, max=3)}, "Drone strike; 3 killed."),
        (
            {"killed": Range(min=3, max=None), "injured": Range(min=4, max=6)},
            "Drone strike; at least 3 killed; 4 to 6 injured.",
        ),
    ],
)
def test_it_says_what_is_known_and_no_more(fields, expected):
    assert summarise(**({"attack_type": "drone_strike", "status": "occurred"} | NOTHING | fields)) == expected
