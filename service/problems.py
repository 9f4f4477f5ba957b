"""Errors as ``application/problem+json`` (RFC 9457): one shape for every route and every status."""

import json
from collections.abc import Iterable
from http import HTTPStatus
from urllib.parse import quote

from flask import Flask, Response, request
from marshmallow import ValidationError
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge

from service.logs import log_failure
from service.schemas.errors import pointer_errors

MEDIA_TYPE = "application/problem+json"


class Problem(Exception):
    """An answer other than success; ``errors`` holds (JSON pointer, message) pairs."""

    def __init__(self, *, status: int, detail: str, errors: Iterable[tuple[str, str]] = ()) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.errors = tuple(errors)


def respond(problem: Problem) -> Response:
    """Return the response for a problem of the current request."""
    body = {
        "type": "about:blank",
        "title": HTTPStatus(problem.status).phrase,
        "status": problem.status,
        "detail": problem.detail,
        "instance": quote(request.path),
        "errors": [{"pointer": pointer, "detail": detail} for pointer, detail in problem.errors],
    }
    return Response(json.dumps(body) + "\n", status=problem.status, content_type=MEDIA_TYPE)


def _on_validation_error(error: ValidationError) -> Response:
    errors = pointer_errors(error.messages)
    return respond(Problem(status=422, detail="The request is not as described: see errors.", errors=errors))


def _on_http_exception(error: HTTPException) -> Response:
    status = error.code or 500
    response = respond(Problem(status=status, detail=error.description or HTTPStatus(status).description))
    for name, value in error.get_headers():
        if name != "Content-Type":  # such as Allow
            response.headers[name] = value
    return response


def _on_exception(error: Exception) -> Response:
    log_failure(error)
    return respond(Problem(status=500, detail="The article could not be processed; the failure is logged."))


def register_problems(app: Flask) -> None:
    """Make every error of the app a problem document."""

    def on_large_body(_: RequestEntityTooLarge) -> Response:
        limit = app.config["MAX_CONTENT_LENGTH"]
        return respond(Problem(status=413, detail=f"The body is larger than the limit of {limit} bytes."))

    app.register_error_handler(Problem, respond)
    app.register_error_handler(ValidationError, _on_validation_error)
    app.register_error_handler(RequestEntityTooLarge, on_large_body)
    app.register_error_handler(HTTPException, _on_http_exception)
    app.register_error_handler(Exception, _on_exception)
