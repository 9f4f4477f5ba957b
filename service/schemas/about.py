"""What the service says of itself."""

from typing import Any

from marshmallow import fields

from models.engine import Engine
from models.schema import ENGLISH
from service.schemas.response import ModelSchema, RecordSchema
from service.settings import Settings


class HealthSchema(RecordSchema):
    """The answer of a probe."""

    status = fields.String(required=True)


class ReadinessSchema(HealthSchema):
    """The answer of the readiness probe."""

    model = fields.Nested(ModelSchema, required=True)


class ModelDescriptionSchema(ModelSchema):
    """Which model reads, and what it runs on."""

    languages = fields.List(fields.String, required=True)
    device = fields.String(required=True)
    precision = fields.String(required=True, metadata={"description": "Numbers that the encoder works in."})
    threads = fields.Integer(required=True)


class LimitsSchema(RecordSchema):
    """How much may be sent, and how fast; what is null is not limited."""

    max_body_bytes = fields.Integer(required=True, metadata={"description": "Also after decompression."})
    max_characters = fields.Integer(required=True, metadata={"description": "Of one article."})
    max_items = fields.Integer(required=True, metadata={"description": "Of one batch."})
    max_in_flight = fields.Integer(required=True, metadata={"description": "Requests of one HTTP worker."})
    queue_limit = fields.Integer(required=True, metadata={"description": "Articles that wait for a model."})
    timeout = fields.Float(
        required=True, metadata={"description": "Seconds; the most that may be asked for."}
    )
    rate_requests = fields.String(required=True, allow_none=True)
    rate_characters = fields.String(required=True, allow_none=True)


def write_model(engine: Engine) -> dict[str, Any]:
    """Return what is known of the model as JSON values."""
    info, runtime = engine.info, engine.runtime
    return {
        "name": info.name,
        "version": info.version,
        "languages": [ENGLISH],
        "device": runtime.device,
        "precision": runtime.precision,
        "threads": runtime.threads,
    }


def write_limits(settings: Settings) -> dict[str, Any]:
    """Return the limits as JSON values."""
    dumped: dict[str, Any] = LimitsSchema().dump(settings)
    return dumped
