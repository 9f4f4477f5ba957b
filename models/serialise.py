"""Records as plain JSON values."""

from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any


def record_dict(value: object) -> Any:
    """Return a record, or any part of one, as plain JSON values: an object's keys keep the fields' order.

    Raises:
        TypeError: ``value`` holds something that no record holds.
    """
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [record_dict(item) for item in value]
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: record_dict(getattr(value, field.name)) for field in fields(value)}
    raise TypeError(f"{type(value).__name__} is not part of a record")
