"""What is answered: the records of ``models.records``, field for field and in their order."""

from typing import Any

from marshmallow import EXCLUDE, Schema, fields, validate

from models.records import Extraction
from models.schema import ATTACK_TYPES, ATTRIBUTIONS, SALIENCES, STATUSES, TARGET_KINDS
from models.serialise import record_dict


class RecordSchema(Schema):
    """A part of the answer."""

    class Meta:
        """Later versions may add fields; readers should not mind."""

        unknown = EXCLUDE


class SpanSchema(RecordSchema):
    """A piece of the article as evidence: `text` is what stands at code points `start` to `end`."""

    text = fields.String(required=True)
    start = fields.Integer(required=True)
    end = fields.Integer(required=True, metadata={"description": "Exclusive."})


class RangeSchema(RecordSchema):
    """A number as news gives it."""

    min = fields.Integer(required=True)
    max = fields.Integer(required=True, allow_none=True, metadata={"description": "Null is 'at least min'."})


class ModelSchema(RecordSchema):
    """Which weights made the record."""

    name = fields.String(required=True)
    version = fields.String(required=True)


class CodesSchema(RecordSchema):
    """The attack type in other coding schemes."""

    acled = fields.String(required=True, allow_none=True)
    gtd = fields.Integer(required=True, allow_none=True)
    plover = fields.String(required=True, allow_none=True)
    cameo = fields.String(required=True, allow_none=True)
    muc4 = fields.String(required=True, allow_none=True)


class ActorSchema(RecordSchema):
    """The known party behind a mention."""

    name = fields.String(required=True)
    kind = fields.String(required=True)
    country = fields.String(required=True, allow_none=True, metadata={"description": "ISO 3166 alpha-2."})


class EvidencedSchema(RecordSchema):
    """A value with the mentions that it was read from, most informative first."""

    name = fields.String(required=True)
    mentions = fields.List(fields.Nested(SpanSchema), required=True)


class AttackerSchema(EvidencedSchema):
    """A party that did it, or is said to have."""

    attribution = fields.String(required=True, validate=validate.OneOf(ATTRIBUTIONS))
    actor = fields.Nested(ActorSchema, required=True, allow_none=True)
    confidence = fields.Float(required=True)


class TargetSchema(EvidencedSchema):
    """Who or what was aimed at or hit."""

    kind = fields.String(required=True, validate=validate.OneOf(TARGET_KINDS))
    confidence = fields.Float(required=True)


class WeaponSchema(EvidencedSchema):
    """The means of the attack."""

    confidence = fields.Float(required=True)


class LocationSchema(EvidencedSchema):
    """Where it happened."""

    country = fields.String(required=True, allow_none=True, metadata={"description": "ISO 3166 alpha-2."})
    admin1 = fields.String(required=True, allow_none=True)
    latitude = fields.Float(required=True, allow_none=True)
    longitude = fields.Float(required=True, allow_none=True)
    precision = fields.String(
        required=True,
        allow_none=True,
        validate=validate.OneOf(("exact", "city", "admin1", "country")),
    )
    geonames_id = fields.Integer(required=True, allow_none=True)
    confidence = fields.Float(required=True)


class EventDateSchema(RecordSchema):
    """When it happened, both ends inclusive."""

    start = fields.Date(required=True)
    end = fields.Date(required=True)
    precision = fields.String(required=True, validate=validate.OneOf(("day", "range", "month", "year")))
    mentions = fields.List(fields.Nested(SpanSchema), required=True)
    basis = fields.String(required=True, metadata={"description": "What the date was resolved from."})
    confidence = fields.Float(required=True)


class CasualtySchema(RecordSchema):
    """What was done to one group of people, as counted in the text."""

    effect = fields.String(
        required=True, validate=validate.OneOf(("killed", "injured", "kidnapped", "missing"))
    )
    side = fields.String(required=True, validate=validate.OneOf(("target", "attacker")))
    min = fields.Integer(required=True)
    max = fields.Integer(required=True, allow_none=True, metadata={"description": "Null is 'at least min'."})
    who = fields.String(required=True, allow_none=True)
    total = fields.Boolean(
        required=True,
        metadata={
            "description": "The whole toll of that effect and side, or a part of it or a rival figure."
        },
    )
    text = fields.Nested(SpanSchema, required=True)
    confidence = fields.Float(required=True)


class EventSchema(RecordSchema):
    """One attack."""

    id = fields.String(required=True, metadata={"description": "A hash of the event's content."})
    attack_type = fields.String(required=True, validate=validate.OneOf(ATTACK_TYPES))
    category = fields.String(required=True)
    codes = fields.Nested(CodesSchema, required=True)
    status = fields.String(required=True, validate=validate.OneOf(STATUSES))
    salience = fields.String(required=True, validate=validate.OneOf(SALIENCES))
    count = fields.Nested(
        RangeSchema,
        required=True,
        allow_none=True,
        metadata={"description": "How many attacks this record stands for, where it is more than one."},
    )
    summary = fields.String(required=True)
    triggers = fields.List(fields.Nested(SpanSchema), required=True)
    attackers = fields.List(fields.Nested(AttackerSchema), required=True)
    targets = fields.List(fields.Nested(TargetSchema), required=True)
    weapons = fields.List(fields.Nested(WeaponSchema), required=True)
    location = fields.Nested(LocationSchema, required=True, allow_none=True)
    date = fields.Nested(EventDateSchema, required=True, allow_none=True)
    casualties = fields.List(fields.Nested(CasualtySchema), required=True)
    killed = fields.Nested(
        RangeSchema,
        required=True,
        allow_none=True,
        metadata={"description": "Deaths on the target side: the total, else the sum of the parts."},
    )
    injured = fields.Nested(
        RangeSchema,
        required=True,
        allow_none=True,
        metadata={"description": "Injured on the target side: the total, else the sum of the parts."},
    )
    confidence = fields.Float(required=True)


class WarningSchema(RecordSchema):
    """Something the reader of a record should know."""

    code = fields.String(required=True, metadata={"description": "Stable, for programs."})
    detail = fields.String(required=True, metadata={"description": "For people."})


class ArticleTextSchema(RecordSchema):
    """What was taken out of a page or a news item."""

    text = fields.String(required=True, metadata={"description": "What the offsets count."})
    title = fields.String(required=True, allow_none=True)


class ExtractionSchema(RecordSchema):
    """The records of one article."""

    id = fields.String(required=True, allow_none=True)
    published_at = fields.Date(required=True, allow_none=True)
    language = fields.String(required=True, allow_none=True)
    model = fields.Nested(ModelSchema, required=True)
    events = fields.List(
        fields.Nested(EventSchema),
        required=True,
        metadata={"description": "Main events first, then in the order of their first trigger."},
    )
    warnings = fields.List(fields.Nested(WarningSchema), required=True)
    article = fields.Nested(
        ArticleTextSchema, metadata={"description": "Only where the body was a page or a news item."}
    )


def write_extraction(extraction: Extraction) -> dict[str, Any]:
    """Return the extraction as JSON values, keys in the order of the contract."""
    record: dict[str, Any] = record_dict(extraction)  # what the schema would dump, in a tenth of the time
    return record
