"""One line that says what a record holds, and no more."""

from collections.abc import Sequence
from datetime import date

from models.records import Attacker, EventDate, Location, Range, Target

_STATUS = {"attempted": "Attempted ", "threatened": "Threatened "}


def summarise(
    *,
    attack_type: str,
    status: str,
    attackers: Sequence[Attacker],
    targets: Sequence[Target],
    location: Location | None,
    when: EventDate | None,
    killed: Range | None,
    injured: Range | None,
) -> str:
    """Return e.g. "Drone strike by Hezbollah on a base in Musayib, on 30 July 2024; 3 killed."."""
    words = attack_type.replace("_", " ")
    head = _STATUS[status] + words if status in _STATUS else words.capitalize()
    if attackers:
        head += " by " + _listed([_party(a) for a in attackers])
    if targets:
        head += " on " + _listed([t.name for t in targets])
    if location:
        head += f" in {location.name}"
    if when:
        head += ", " + _when(when)
    tolls = [
        f"{_number(r)} {word}" for r, word in ((killed, "killed"), (injured, "injured")) if r is not None
    ]
    return "; ".join([head, *tolls]) + "."


def _party(attacker: Attacker) -> str:
    return attacker.name if attacker.attribution == "stated" else f"{attacker.name} ({attacker.attribution})"


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _when(when: EventDate) -> str:
    if when.start == when.end:
        return f"on {_day(when.start)}"
    return f"between {_day(when.start)} and {_day(when.end)}"


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _number(value: Range) -> str:
    if value.max is None:
        return f"at least {value.min}"
    return str(value.min) if value.min == value.max else f"{value.min} to {value.max}"
