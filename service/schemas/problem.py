"""Problem documents (RFC 9457)."""

from marshmallow import fields

from service.schemas.response import RecordSchema


class FieldErrorSchema(RecordSchema):
    """What is wrong with one field of the request."""

    pointer = fields.String(required=True, metadata={"description": "JSON pointer (RFC 6901) of the field."})
    detail = fields.String(required=True)


class ProblemSchema(RecordSchema):
    """A problem document."""

    type = fields.String(required=True)
    title = fields.String(required=True)
    status = fields.Integer(required=True)
    code = fields.String(required=True, metadata={"description": "Stable, for programs."})
    detail = fields.String(required=True)
    instance = fields.String(required=True)
    errors = fields.List(fields.Nested(FieldErrorSchema), required=True)
