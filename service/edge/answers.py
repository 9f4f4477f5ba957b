"""The outside of every answer: its tag, its compression, the headers that browsers obey."""

import gzip

from flask import Flask, Response, request
from flask_cors import CORS

from service.edge.context import ID_HEADER, TIMEOUT_HEADER
from service.edge.idempotency import HEADER as IDEMPOTENCY_HEADER
from service.settings import Settings

_SMALLEST = 1024  # bytes; below it compression costs more than it saves
_SECURITY = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_POLICY = "default-src 'none'; frame-ancestors 'none'"
# Swagger UI is a page: it runs its own scripts, and styles of its own making.
_DOCS_POLICY = (
    "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'"
)


def register_answers(app: Flask, settings: Settings) -> None:
    """Tag, compress and harden every answer; allow other origins only where they are named."""
    app.after_request(_finish)
    if settings.cors_origins:
        headers = [
            "Authorization",
            "Content-Type",
            "X-API-Key",
            ID_HEADER,
            TIMEOUT_HEADER,
            IDEMPOTENCY_HEADER,
        ]
        shown = ["ETag", "RateLimit", "RateLimit-Policy", "Retry-After", "Server-Timing", ID_HEADER]
        CORS(app, origins=list(settings.cors_origins), allow_headers=headers, expose_headers=shown)


def _finish(response: Response) -> Response:
    for name, value in _SECURITY.items():
        response.headers.setdefault(name, value)
    policy = _DOCS_POLICY if request.path.startswith("/docs") else _POLICY
    response.headers.setdefault("Content-Security-Policy", policy)
    response.headers.setdefault("Cache-Control", "no-store" if request.method == "POST" else "no-cache")
    if response.is_streamed or response.direct_passthrough:
        return response
    if response.status_code == 200:
        response.add_etag()
        tag, _ = response.get_etag()
        if tag and request.method in ("GET", "HEAD") and request.if_none_match.contains(tag):
            response.status_code = 304
            response.set_data(b"")
    response.vary.add("Accept-Encoding")
    _compress(response)
    return response


def _compress(response: Response) -> None:
    body = response.get_data()
    if len(body) < _SMALLEST or request.accept_encodings.quality("gzip") <= 0:
        return
    response.set_data(gzip.compress(body, compresslevel=5, mtime=0))
    response.headers["Content-Encoding"] = "gzip"
    tag, _ = response.get_etag()
    if tag is not None:
        response.set_etag(tag, weak=True)  # the bytes differ, what they say does not
