"""Request bodies: bytes in, the values of a JSON request out."""

import json
from typing import NoReturn

from flask import Request

from service.problems import Problem

_CHARSETS = ("utf-8", "utf8", "us-ascii")


def read_payload(request: Request) -> object:
    """Return the request as JSON values; a plain text with its query reads as the JSON object of both."""
    if request.mimetype == "application/json":
        if request.args:
            raise Problem(
                status=422, detail="With application/json every field goes into the body, not the query."
            )
        return _parse_json(_read_text(request))
    if request.mimetype == "text/plain":
        return {**request.args, "text": _read_text(request)}
    detail = (
        f"Send application/json or text/plain, not {request.mimetype or 'a body without a Content-Type'}."
    )
    raise Problem(status=415, detail=detail)


def _read_text(request: Request) -> str:
    charset = request.mimetype_params.get("charset", "utf-8")
    encoding = request.headers.get("Content-Encoding", "identity")
    if charset.lower() not in _CHARSETS or encoding.lower() != "identity":
        raise Problem(status=415, detail="Send the body in UTF-8 and not compressed.")
    try:
        return _read_bytes(request).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Problem(status=400, detail=f"The body is not UTF-8: see byte {error.start}.") from error


def _read_bytes(request: Request) -> bytes:
    body = request.get_data(cache=False)
    request.stream.read(1)  # werkzeug ends a chunked body at its limit in silence; a read more makes it a 413
    return body


def _parse_json(text: str) -> object:
    try:
        return json.loads(text, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        detail = f"The body is not JSON: {error.msg} at line {error.lineno}, column {error.colno}."
        raise Problem(status=400, detail=detail) from error
    except RecursionError as error:
        raise Problem(status=400, detail="The body's JSON is nested too deeply.") from error
    except ValueError as error:
        raise Problem(status=400, detail="The body's JSON holds a number that cannot be read.") from error


def _refuse_constant(_: str) -> NoReturn:
    raise ValueError("NaN and Infinity are not JSON")
