"""``POST /v1/extract``: the records of one article."""

from flask import Response, request
from flask_smorest import Blueprint

from service.bodies.payload import HTML, JSON, TEXT, read_payload
from service.bodies.raw import read_body
from service.edge.idempotency import check_idempotency
from service.routes.answer import json_answer
from service.routes.documentation import HEADERS, failures, sample
from service.routes.reading import Reader
from service.schemas import ArticleSchema, ExtractionSchema, ExtractRequestSchema
from service.state import State
from service.timing import measured

_BODY = {
    "required": True,
    "content": {
        JSON: {"schema": ExtractRequestSchema, "example": sample("request")},
        "application/ninjs+json": {
            "schema": {"type": "object", "required": ["uri"]},
            "example": sample("ninjs"),
        },
        TEXT: {"schema": {"type": "string"}, "example": sample("request")["text"]},
        HTML: {"schema": {"type": "string"}, "example": sample("page")},
    },
}
_QUERY = [{"in": "query", "schema": ArticleSchema(exclude=["text"])}, *HEADERS]


def extract_blueprint(*, reader: Reader, state: State) -> Blueprint:
    """Return the route, on a reader."""
    blueprint = Blueprint("extract", __name__, description="Records of attacks.")

    @blueprint.route("/v1/extract", methods=["POST"])
    @blueprint.doc(operationId="extract", requestBody=_BODY, parameters=_QUERY)
    @blueprint.response(200, ExtractionSchema, description="The records.", example=sample("record"))
    @failures(blueprint, 400, 401, 403, 408, 413, 414, 415, 422, 429, 500, 503, 504)
    def extract() -> Response:
        """The attack records of one article.

        JSON holds every field; a whole news item in ninjs does as well. With a plain text or a web page, the
        other fields come from the query. Where the text was taken out of a page or an item, `article` gives
        it back, and offsets count its characters.
        """
        with measured("receive"):
            body = read_body(request, settings=reader.settings)
            check_idempotency(request, body, state=state)
            payload = read_payload(request, body)
        return json_answer(reader.read(reader.prepare(payload)))

    return blueprint
