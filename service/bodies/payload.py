"""One article, however it is sent."""

from dataclasses import dataclass
from typing import Any

from flask import Request

from service.bodies.html import read_page
from service.bodies.json import parse_json
from service.bodies.ninjs import is_ninjs, read_item
from service.bodies.text import decode
from service.problems import Problem

JSON, TEXT, HTML, NDJSON = "application/json", "text/plain", "text/html", "application/x-ndjson"


@dataclass(frozen=True, kw_only=True)
class Payload:
    """The values of a request for one article.

    ``extracted``: whether the text was taken out of something, and so has to be given back with the records.
    """

    values: object
    extracted: bool = False


def charset_of(request: Request) -> str:
    """Return the charset that the request names."""
    charset: str = request.mimetype_params.get("charset", "utf-8")
    return charset


def read_payload(request: Request, body: bytes) -> Payload:
    """Return the request as JSON values; a text or page with its query reads as the JSON object of both.

    Raises:
        Problem: the body is not what its media type says, or of no known one.
    """
    match request.mimetype:
        case "application/json" | "application/ninjs+json":
            if request.args:
                detail = "With JSON every field goes into the body, not the query."
                raise Problem(status=422, detail=detail)
            return payload_of(parse_json(decode(body, charset=charset_of(request))))
        case "text/plain":
            text = decode(body, charset=charset_of(request))
            return Payload(values={**request.args, "text": text})
        case "text/html":
            page = read_page(decode(body, charset=charset_of(request)))
            return Payload(values={**page, **request.args}, extracted=True)
    sent = request.mimetype or "a body without a Content-Type"
    raise Problem(status=415, detail=f"Send {JSON}, {TEXT} or {HTML}, not {sent}.")


def payload_of(values: object) -> Payload:
    """Return the payload of JSON values: a request of ours, or a news item in ninjs."""
    if is_ninjs(values):
        item: Any = values
        return Payload(values=read_item(item), extracted=True)
    return Payload(values=values)
