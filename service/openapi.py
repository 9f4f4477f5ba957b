"""The OpenAPI document of the service, made from its schemas: ``python -m service.openapi > openapi.yaml``.

Needs the ``dev`` extra. A test keeps ``openapi.yaml`` equal to what this module makes.
"""

import json
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Any

import yaml
from apispec import APISpec
from apispec.ext.marshmallow import MarshmallowPlugin
from marshmallow import Schema, fields

from service.problems import MEDIA_TYPE
from service.schemas import ArticleSchema, AttackTypesSchema, ExtractionSchema, ExtractRequestSchema
from service.schemas.response import ModelSchema

_EXAMPLES = json.loads((Path(__file__).parent / "examples.json").read_text(encoding="utf-8"))
_DESCRIPTION = (
    "A news article goes in, records of the attacks that it reports come out. Unknown values are null or an "
    "empty list, every value points at its evidence in the text, and the same request gives the same bytes. "
    "Errors on every route are problem documents (RFC 9457)."
)
_PROBLEMS = {
    400: "The body is not UTF-8 or not JSON.",
    413: "The body or the text is larger than the limit, which `detail` names.",
    415: "The body is neither JSON nor plain text, or compressed, or not UTF-8.",
    422: "A field is missing, unknown or wrong: `errors` points at each one.",
    500: "The service failed.",
}


class FieldErrorSchema(Schema):
    """What is wrong with one field of the request."""

    pointer = fields.String(required=True, metadata={"description": "JSON pointer (RFC 6901) of the field."})
    detail = fields.String(required=True)


class ProblemSchema(Schema):
    """A problem document."""

    type = fields.String(required=True)
    title = fields.String(required=True)
    status = fields.Integer(required=True)
    detail = fields.String(required=True)
    instance = fields.String(required=True)
    errors = fields.List(fields.Nested(FieldErrorSchema), required=True)


class HealthSchema(Schema):
    """The answer of a probe."""

    status = fields.String(required=True)


class ReadinessSchema(HealthSchema):
    """The answer of the readiness probe."""

    model = fields.Nested(ModelSchema, required=True)


def build_document() -> dict[str, Any]:
    """Return the OpenAPI document."""
    spec = APISpec(
        title="Eventwire",
        version=version("eventwire"),
        openapi_version="3.1.1",
        info={"description": _DESCRIPTION, "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"}},
        servers=[{"url": "http://127.0.0.1:8000"}],
        plugins=[MarshmallowPlugin(schema_name_resolver=_name)],
    )
    spec.path("/v1/extract", operations={"post": _extract()})
    spec.path("/v1/types", operations={"get": _read("types", "The attack types", AttackTypesSchema)})
    spec.path("/livez", operations={"get": _read("livez", "Whether the process lives", HealthSchema)})
    spec.path("/readyz", operations={"get": _read("readyz", "Which model is ready", ReadinessSchema)})
    document: dict[str, Any] = spec.to_dict()
    for parameter in document["paths"]["/v1/extract"]["post"]["parameters"]:
        parameter["schema"]["type"] = "string"  # a query has no null: what is unknown is left out
        del parameter["schema"]["default"]
    return document


def _name(schema: Schema | type[Schema]) -> str:
    kind = schema if isinstance(schema, type) else type(schema)
    return kind.__name__.removesuffix("Schema")


def _extract() -> dict[str, Any]:
    return {
        "operationId": "extract",
        "summary": "The attack records of one article",
        "description": "With a plain text, the other fields come from the query; JSON holds them all.",
        "parameters": [{"in": "query", "schema": ArticleSchema(exclude=["text"])}],
        "requestBody": {
            "required": True,
            "content": {
                "application/json": {"schema": ExtractRequestSchema, "example": _EXAMPLES["request"]},
                "text/plain": {"schema": {"type": "string"}, "example": _EXAMPLES["request"]["text"]},
            },
        },
        "responses": {
            "200": _json("The records.", ExtractionSchema, example=_EXAMPLES["record"]),
            **{str(status): _problem(status, detail) for status, detail in _PROBLEMS.items()},
        },
    }


def _read(name: str, summary: str, schema: type[Schema]) -> dict[str, Any]:
    return {"operationId": name, "summary": summary, "responses": {"200": _json("It is.", schema)}}


def _json(description: str, schema: type[Schema], **extra: Any) -> dict[str, Any]:
    return {"description": description, "content": {"application/json": {"schema": schema, **extra}}}


def _problem(status: int, description: str) -> dict[str, Any]:
    example = {"example": _EXAMPLES["problem"]} if status == _EXAMPLES["problem"]["status"] else {}
    return {"description": description, "content": {MEDIA_TYPE: {"schema": ProblemSchema, **example}}}


def main() -> None:
    """Write the document to standard output."""
    yaml.safe_dump(build_document(), sys.stdout, sort_keys=False, allow_unicode=True, width=110)


if __name__ == "__main__":
    main()
