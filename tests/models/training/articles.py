"""An annotated article of two attacks."""

from typing import Any

TEXT = "Rebels bombed a bus in Tal; 12 children died. Rebels denied the bombing. A raid on Sur failed."


def span(text: str, nth: int = 0) -> dict[str, Any]:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(text, start + 1)
    return {"text": text, "start": start, "end": start + len(text)}


def event(**fields: Any) -> dict[str, Any]:
    base: dict[str, Any] = {
        "type": "bombing",
        "status": "occurred",
        "salience": "main",
        "count": None,
        "attackers": [],
        "targets": [],
        "weapons": [],
        "location": None,
        "date": None,
        "casualties": [],
    }
    return base | fields


BOMBING = event(
    triggers=[span("bombed"), span("bombing")],
    attackers=[{"mentions": [span("Rebels"), span("Rebels", 1)], "attribution": "denied"}],
    targets=[
        {"mentions": [span("bus")], "kind": "vehicle"},
        {"mentions": [span("12 children")], "kind": "civilian"},
    ],
    location={"mentions": [span("Tal")], "name": "Tal", "country": "SY"},
    casualties=[
        {
            "effect": "killed",
            "min": 12,
            "max": 12,
            "text": span("12 children"),
            "side": "target",
            "total": True,
        }
    ],
)
RAID = event(type="armed_assault", triggers=[span("raid")], salience="background")
