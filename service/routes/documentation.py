"""What the routes' documentation has in common."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from flask_smorest import Blueprint

from service.edge.context import ID_HEADER, TIMEOUT_HEADER
from service.edge.idempotency import HEADER as IDEMPOTENCY_HEADER
from service.problems import MEDIA_TYPE
from service.schemas import ProblemSchema

_EXAMPLES = json.loads((Path(__file__).parent.parent / "examples.json").read_text(encoding="utf-8"))
_FAILURES = {
    400: "The body is not what its headers say, or cut short, or a header is wrong.",
    401: "There is no valid API key.",
    403: "The API key lacks the scope.",
    408: "The body took too long to arrive.",
    413: "The body or the text is larger than the limit, which `detail` names.",
    414: "The query is too long: send JSON.",
    415: "The body has an unknown media type, charset or compression.",
    422: "A field is missing, unknown or wrong: `errors` points at each one.",
    429: "The service is busy (`overloaded`) or a quota is spent (`quota_spent`): `code` says which.",
    500: "The service failed.",
    503: "The model is starting, or ended while it read: try again.",
    504: "The article was not read in time.",
}
HEADERS: list[dict[str, Any]] = [
    {
        "in": "header",
        "name": name,
        "schema": {"type": "string", **limits},
        "description": description,
    }
    for name, limits, description in (
        (ID_HEADER, {}, "Comes back with the answer and stands in the log; made up where it is missing."),
        (TIMEOUT_HEADER, {"pattern": r"^[0-9]{1,4}(\.[0-9]{1,3})?$"}, "Seconds that the answer may take."),
        (
            IDEMPOTENCY_HEADER,
            {"minLength": 1, "maxLength": 255},
            "Refuses another request under the same key within a day.",
        ),
    )
]
View = TypeVar("View", bound=Callable[..., Any])


def sample(name: str) -> Any:
    """Return an example of ``service/examples.json``."""
    return _EXAMPLES[name]


def failures(blueprint: Blueprint, *statuses: int) -> Callable[[View], View]:
    """Return a decorator that documents the problems that a route may answer."""

    def decorate(view: View) -> View:
        for status in statuses:
            example = {"example": sample("problem")} if status == sample("problem")["status"] else {}
            view = blueprint.alt_response(
                status,
                schema=ProblemSchema,
                content_type=MEDIA_TYPE,
                description=_FAILURES[status],
                **example,
            )(view)
        return view

    return decorate
