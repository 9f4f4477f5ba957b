"""An extraction as a table for people."""

from collections.abc import Iterable

from models.records import Event, EventDate, Extraction, Location, Range

HEADINGS = (
    "DATE",
    "TYPE",
    "STATUS",
    "ATTACKERS",
    "TARGETS",
    "WEAPONS",
    "LOCATION",
    "KILLED",
    "INJURED",
    "CONF.",
)


def format_table(extraction: Extraction) -> str:
    """Return one row an event, then the warnings."""
    rows = [HEADINGS, *(_row(event) for event in extraction.events)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows]
    if not extraction.events:
        lines = ["no attack events"]
    lines += [f"warning: {warning.detail}" for warning in extraction.warnings]
    return "\n".join(line.rstrip() for line in lines)


def _row(event: Event) -> tuple[str, ...]:
    return (
        _date(event.date),
        event.attack_type,
        event.status if event.salience == "main" else f"{event.status}, {event.salience}",
        _names(attacker.name for attacker in event.attackers),
        _names(target.name for target in event.targets),
        _names(weapon.name for weapon in event.weapons),
        _place(event.location),
        _number(event.killed),
        _number(event.injured),
        f"{event.confidence:.2f}",
    )


def _names(names: Iterable[str]) -> str:
    return " ".join("; ".join(names).split()) or "-"


def _date(value: EventDate | None) -> str:
    if value is None:
        return "-"
    return f"{value.start}" if value.start == value.end else f"{value.start}..{value.end}"


def _place(location: Location | None) -> str:
    if location is None:
        return "-"
    return f"{location.name} ({location.country})" if location.country else location.name


def _number(value: Range | None) -> str:
    if value is None:
        return "-"
    if value.max is None:
        return f"{value.min}+"
    return f"{value.min}" if value.min == value.max else f"{value.min}-{value.max}"
