"""JSON answers: the same values are the same bytes."""

import json
from typing import Any

from flask import Response


def write_json(body: object) -> str:
    """Return JSON in one line."""
    return json.dumps(body, ensure_ascii=False, allow_nan=False) + "\n"


def json_answer(body: dict[str, Any]) -> Response:
    """Return a response of JSON."""
    return Response(write_json(body), content_type="application/json")
