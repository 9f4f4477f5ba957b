"""A request's id and deadline."""

import re
import uuid

import structlog
from flask import Flask, Response, g, request

from service import deadline, timing
from service.caller import set_caller
from service.problems import Problem
from service.settings import Settings

ID_HEADER = "X-Request-Id"
TIMEOUT_HEADER = "X-Request-Timeout"
_ID = re.compile(r"[\x21-\x7e]{1,128}")


def register_context(app: Flask, settings: Settings) -> None:
    """Give every request an id (the caller's own, where it sends one), and the time that it may take."""

    def begin() -> None:
        timing.start()
        set_caller(request.environ.get("gunicorn.socket"))
        sent = request.headers.get(ID_HEADER, "")
        g.request_id = sent if _ID.fullmatch(sent) else uuid.uuid4().hex
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(request_id=g.request_id)
        deadline.start(min(settings.timeout, _timeout(request.headers.get(TIMEOUT_HEADER), settings.timeout)))

    def name(response: Response) -> Response:
        response.headers[ID_HEADER] = g.request_id
        return response

    app.before_request(begin)
    app.after_request(name)


def _timeout(value: str | None, default: float) -> float:
    if value is None:
        return default
    try:
        seconds = float(value)
    except ValueError:
        seconds = -1.0
    if not 0 < seconds < float("inf"):
        raise Problem(status=400, detail=f"{TIMEOUT_HEADER} is a number of seconds above 0.")
    return seconds
