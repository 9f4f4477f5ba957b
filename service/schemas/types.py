"""What ``GET /v1/types`` answers: the label set, as ``models.normalise.codes`` has it."""

from typing import Any

from marshmallow import fields, validate

from models.normalise.codes import attack_types
from models.schema import ATTACK_TYPES
from service.schemas.response import CodesSchema, RecordSchema


class AttackTypeSchema(RecordSchema):
    """One attack type."""

    attack_type = fields.String(required=True, attribute="name", validate=validate.OneOf(ATTACK_TYPES))
    category = fields.String(required=True)
    covers = fields.String(required=True, metadata={"description": "What the type stands for, in a line."})
    codes = fields.Nested(CodesSchema, required=True)
    iptc = fields.String(required=True, metadata={"description": "IPTC Media Topic."})


class AttackTypesSchema(RecordSchema):
    """Every attack type that a record can have."""

    types = fields.List(fields.Nested(AttackTypeSchema), required=True)


def write_types() -> dict[str, Any]:
    """Return the label set as plain JSON values."""
    dumped: dict[str, Any] = AttackTypesSchema().dump({"types": attack_types()})
    return dumped
