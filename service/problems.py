"""Errors as ``application/problem+json`` (RFC 9457): one shape for every route and every status."""

import json
from collections.abc import Iterable
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

from flask import Flask, Response, request
from marshmallow import ValidationError
from werkzeug.exceptions import HTTPException

from service.inference.errors import Expired, ExtractionFailed, Overloaded, Poisonous, Unavailable
from service.logs import log_failure
from service.schemas.errors import pointer_errors

MEDIA_TYPE = "application/problem+json"
_CODES = {
    400: "bad_request",
    401: "unauthorized",
    403: "forbidden",
    404: "not_found",
    405: "method_not_allowed",
    408: "request_timeout",
    413: "too_large",
    414: "uri_too_long",
    415: "unsupported_media_type",
    417: "expectation_failed",
    422: "invalid",
    429: "too_many_requests",
    431: "headers_too_large",
    500: "internal_error",
    501: "not_implemented",
    503: "unavailable",
    504: "deadline_exceeded",
}
_RESTART_SECONDS = 5.0  # about what a model process needs to be ready


class Problem(Exception):
    """An answer other than success; ``errors`` holds (JSON pointer, message) pairs.

    ``code`` is stable, for programs; by default one of the status. ``retry_after`` is in seconds.
    """

    def __init__(
        self,
        *,
        status: int,
        detail: str,
        errors: Iterable[tuple[str, str]] = (),
        code: str | None = None,
        retry_after: float | None = None,
    ) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.errors = tuple(errors)
        self.code = code
        self.retry_after = retry_after


def problem_body(
    *,
    status: int,
    detail: str,
    instance: str,
    code: str | None = None,
    errors: Iterable[tuple[str, str]] = (),
) -> dict[str, Any]:
    """Return a problem document as JSON values."""
    phrase = HTTPStatus(status).phrase
    return {
        "type": "about:blank",
        "title": phrase,
        "status": status,
        "code": code or _CODES[status],
        "detail": detail,
        "instance": instance,
        "errors": [{"pointer": pointer, "detail": message} for pointer, message in errors],
    }


def body_of(problem: Problem) -> dict[str, Any]:
    """Return the document of a problem of the current request."""
    return problem_body(
        status=problem.status,
        detail=problem.detail,
        instance=quote(request.path),
        code=problem.code,
        errors=problem.errors,
    )


def respond(problem: Problem) -> Response:
    """Return the response for a problem of the current request."""
    response = Response(json.dumps(body_of(problem)) + "\n", status=problem.status, content_type=MEDIA_TYPE)
    if problem.status == 401:
        response.headers["WWW-Authenticate"] = "Bearer"
    if problem.status == 408:
        response.headers["Connection"] = "close"
    if problem.retry_after is not None:
        response.headers["Retry-After"] = str(max(1, round(problem.retry_after)))
    return response


def problem_of(error: Exception) -> Problem:
    """Return what an exception means to the caller; one that means nothing is logged."""
    match error:
        case Problem():
            return error
        case ValidationError():
            found = pointer_errors(error.messages)
            return Problem(status=422, detail="The request is not as described: see errors.", errors=found)
        case Overloaded():
            return Problem(
                status=429,
                code="overloaded",
                detail="More articles are waiting than can be read in time.",
                retry_after=error.retry_after,
            )
        case Unavailable():
            detail = "The model is starting: try again."
            return Problem(status=503, detail=detail, code="model_unavailable", retry_after=_RESTART_SECONDS)
        case Expired():
            return Problem(status=504, detail="The article was not read in time.", code="deadline_exceeded")
        case Poisonous():
            found = iter([("/text", "Reading it has ended the model twice.")])
            return Problem(
                status=422, detail="The model cannot read the article.", code="poisonous", errors=found
            )
        case ExtractionFailed():
            detail = "The article could not be processed; the failure is logged."
            return Problem(status=500, detail=detail)
        case HTTPException():
            status = error.code or 500
            return Problem(status=status, detail=error.description or HTTPStatus(status).description)
    log_failure(error)
    return Problem(status=500, detail="The request could not be processed; the failure is logged.")


def _on_error(error: Exception) -> Response:
    response = respond(problem_of(error))
    if isinstance(error, HTTPException):
        for name, value in error.get_headers():
            if name != "Content-Type":  # such as Allow
                response.headers[name] = value
    return response


def register_problems(app: Flask) -> None:
    """Make every error of the app a problem document."""
    app.register_error_handler(HTTPException, _on_error)
    app.register_error_handler(Exception, _on_error)
