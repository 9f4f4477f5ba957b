"""``POST /v1/extract/batch``: many articles in one request, each with its own fate."""

from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from contextvars import copy_context
from itertools import islice
from time import sleep
from typing import Any

from flask import Response, request, stream_with_context
from flask_smorest import Blueprint

from service.bodies.json import parse_json, parse_lines
from service.bodies.payload import JSON, NDJSON, charset_of, payload_of
from service.bodies.raw import read_body
from service.bodies.text import decode
from service.deadline import remaining
from service.edge.idempotency import check_idempotency
from service.inference.errors import Expired, Overloaded
from service.problems import Problem, body_of, problem_of
from service.routes.answer import json_answer, write_json
from service.routes.documentation import HEADERS, failures, sample
from service.routes.reading import Reader
from service.schemas import BatchRequestSchema, BatchSchema
from service.state import State

_AT_ONCE = 4  # articles of one request that wait for the model together
_PAUSE = 0.25  # seconds before a busy model is asked again

_BODY = {
    "required": True,
    "content": {
        JSON: {"schema": BatchRequestSchema, "example": [sample("request")]},
        NDJSON: {"schema": {"type": "string", "description": "One request a line."}},
    },
}


def batch_blueprint(*, reader: Reader, state: State) -> Blueprint:
    """Return the route, on a reader."""
    blueprint = Blueprint("batch", __name__)

    @blueprint.route("/v1/extract/batch", methods=["POST"])
    @blueprint.doc(operationId="extractBatch", requestBody=_BODY, parameters=HEADERS)
    @blueprint.response(200, BatchSchema, description="An outcome for each item.", example=sample("batch"))
    @blueprint.alt_response(
        200,
        schema={"type": "string"},
        content_type=NDJSON,
        description="An outcome for each item.",
        success=True,
    )
    @failures(blueprint, 400, 401, 403, 408, 413, 415, 422, 429, 500)
    def extract_batch() -> Response:
        """The attack records of several articles.

        A JSON list is answered with a list of outcomes in its order. JSON lines are answered with a line for
        each outcome as soon as there is one. An outcome has the item's `index` and `id`, and either its
        `record` or the `problem` that it has alone.
        """
        body = read_body(request, settings=reader.settings)
        check_idempotency(request, body, state=state)
        text = decode(body, charset=charset_of(request))
        if request.mimetype == NDJSON:
            items = _limited(list(islice(parse_lines(text), reader.settings.max_items + 1)), reader)
            lines = stream_with_context(write_json(outcome) for outcome in _outcomes(items, reader))
            return Response(lines, content_type=NDJSON)
        if request.mimetype != JSON:
            raise Problem(status=415, detail=f"Send {JSON} or {NDJSON}.")
        values = parse_json(text)
        if not isinstance(values, list):
            raise Problem(status=422, detail="The body is not a list.", errors=[("", "Not a list.")])
        outcomes = sorted(_outcomes(_limited(values, reader), reader), key=lambda outcome: outcome["index"])
        return json_answer({"items": outcomes})

    return blueprint


def _limited(items: list[Any], reader: Reader) -> list[Any]:
    limit = reader.settings.max_items
    if len(items) > limit:
        detail = f"The request has more than {limit} items, which is the limit."
        raise Problem(status=413, code="too_many_items", detail=detail)
    return items


def _outcomes(items: Sequence[Any], reader: Reader) -> Iterator[dict[str, Any]]:
    """Yield each item's outcome, in order of completion."""
    with ThreadPoolExecutor(max_workers=_AT_ONCE) as pool:
        waiting: set[Future[dict[str, Any]]] = {
            pool.submit(copy_context().run, _outcome, index, item, reader) for index, item in enumerate(items)
        }
        try:
            for future in as_completed(waiting):
                yield future.result()
        finally:
            for future in waiting:
                future.cancel()  # when the caller is gone


def _outcome(index: int, item: Any, reader: Reader) -> dict[str, Any]:
    outcome: dict[str, Any] = {"index": index, "id": _id_of(item), "record": None, "problem": None}
    try:
        if isinstance(item, Problem):
            raise item
        if not remaining():
            raise Expired
        outcome["record"] = _patiently(item, reader)
    except Exception as error:  # an item's failure is its own
        outcome["problem"] = body_of(problem_of(error))
    return outcome


def _patiently(item: Any, reader: Reader) -> dict[str, Any]:
    """Return an item's records; while the model is busy, ask again: this request has its slot already."""
    prepared = reader.prepare(payload_of(item))
    while True:
        try:
            return reader.read(prepared)
        except Overloaded:
            if remaining() < _PAUSE:
                raise
            sleep(_PAUSE)


def _id_of(item: object) -> str | None:
    found = (item.get("id", item.get("uri")) if isinstance(item, dict) else None) or None
    return found if isinstance(found, str) and found.isprintable() else None
