"""What may be sent: one article, with what is known about it and what is wanted of it."""

from typing import Any

from marshmallow import EXCLUDE, RAISE, Schema, ValidationError, fields, validate

from models.records import Article, Options
from service.schemas.fields import Flag, Number, PublicationDate, Text

LANGUAGE_TAG = r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$(?!\n)"  # Python's $ would let a last newline pass


def _not_blank(text: str) -> None:
    if not text.strip():
        raise ValidationError("Holds no text.")


class ArticleSchema(Schema):
    """An article; everything but its text may be missing or null."""

    class Meta:
        """Unknown fields are refused: a typing error is not silently ignored."""

        unknown = RAISE

    text = Text(
        required=True,
        validate=_not_blank,
        metadata={"description": "The article's plain text. Offsets in the answer count its code points."},
    )
    published_at = PublicationDate(
        load_default=None,
        allow_none=True,
        metadata={
            "type": "string",
            "description": "ISO date or date-time of publication: the anchor of relative dates "
            '("Tuesday"). A date-time is read as its day, in the offset that it is written in.',
        },
    )
    id = Text(
        load_default=None,
        allow_none=True,
        validate=validate.Length(max=256),
        metadata={"description": "The caller's own name for the article, given back in the answer."},
    )
    title = Text(
        load_default=None,
        allow_none=True,
        validate=validate.Length(max=1000),
        metadata={"description": "A headline that is not part of `text`: read as context, shifts no offset."},
    )
    language = Text(
        load_default=None,
        allow_none=True,
        validate=validate.Regexp(LANGUAGE_TAG, error="Not a language tag such as en or pt-BR."),
        metadata={"description": "Language tag of the article; detected where it is missing."},
    )


class DocumentSchema(ArticleSchema):
    """A line of a bulk file: it has an id, and may hold more than is read."""

    class Meta:
        """A corpus may carry its sources, licences and gold records along."""

        unknown = EXCLUDE

    id = Text(required=True)


class OptionsSchema(Schema):
    """What the caller wants kept."""

    class Meta:
        """Unknown fields are refused."""

        unknown = RAISE

    min_confidence = Number(
        load_default=Options.min_confidence,
        validate=validate.Range(min=0, max=1),
        metadata={"description": "Events below this confidence are left out."},
    )
    include_background = Flag(
        load_default=Options.include_background,
        metadata={"description": "Whether earlier attacks that the article only recalls are wanted too."},
    )


class ExtractRequestSchema(ArticleSchema):
    """The body of ``POST /v1/extract``."""

    options = fields.Nested(OptionsSchema, load_default=None, allow_none=True)


def read_request(payload: object) -> tuple[Article, Options]:
    """Return the article and the options of a request.

    Raises:
        ValidationError: the request is not as described.
    """
    values: dict[str, Any] = ExtractRequestSchema().load(payload)  # type: ignore[arg-type]
    options = values.pop("options")
    return Article(**values), Options(**(options or {}))
