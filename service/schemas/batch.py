"""Several articles in one request."""

from marshmallow import Schema, fields

from service.schemas.problem import ProblemSchema
from service.schemas.request import ExtractRequestSchema
from service.schemas.response import ExtractionSchema, RecordSchema


class OutcomeSchema(RecordSchema):
    """What became of one item: its record, or the problem that it has."""

    index = fields.Integer(required=True, metadata={"description": "Place in the request, from 0."})
    id = fields.String(required=True, allow_none=True)
    record = fields.Nested(ExtractionSchema, required=True, allow_none=True)
    problem = fields.Nested(ProblemSchema, required=True, allow_none=True)


class BatchSchema(RecordSchema):
    """The outcomes, in the order of the items."""

    items = fields.List(fields.Nested(OutcomeSchema), required=True)


BatchRequestSchema: Schema = ExtractRequestSchema(many=True)
