"""Field types that take exactly what JSON calls a string, a number, a boolean."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from marshmallow import ValidationError, fields

from service.dates import parse_publication_date


class Text(fields.String):
    """A string of real characters: no NUL, no lone surrogate."""

    def _deserialize(
        self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any
    ) -> str:
        text = super()._deserialize(value, attr, data, **kwargs)
        if "\0" in text:
            raise ValidationError(f"Holds a NUL character at {text.index(chr(0))}.")
        try:
            text.encode("utf-8")
        except UnicodeEncodeError as error:
            raise ValidationError(f"Holds a lone surrogate at {error.start}.") from error
        return text


class PublicationDate(fields.Field[date]):
    """An ISO date; a date-time is read as its day."""

    def _deserialize(
        self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any
    ) -> date:
        if not isinstance(value, str):
            raise ValidationError("Not a valid string.")
        try:
            return parse_publication_date(value)
        except ValueError as error:
            raise ValidationError(str(error)) from error


class Number(fields.Float):
    """A JSON number, not a string that holds one."""

    def _deserialize(
        self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any
    ) -> float:
        if isinstance(value, str):
            raise self.make_error("invalid", input=value)
        number = super()._deserialize(value, attr, data, **kwargs)
        assert number is not None  # None never reaches _deserialize
        return number


class Flag(fields.Boolean):
    """``true`` or ``false``, not 1, "yes" or "off"."""

    def _deserialize(
        self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any
    ) -> bool:
        if not isinstance(value, bool):
            raise self.make_error("invalid", input=value)
        return value
