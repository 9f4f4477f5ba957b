"""The bytes of a body: bounded in size and time, unpacked."""

import zlib

from flask import Request
from gunicorn.http.errors import ParseException
from werkzeug.exceptions import ClientDisconnected

from service import patience
from service.problems import Problem
from service.settings import Settings

_PIECE = 65_536
_PATIENCE = 16  # times the limit that an oversized body is still listened to
_GZIP = 16 + zlib.MAX_WBITS


def read_body(request: Request, *, settings: Settings) -> bytes:
    """Return the body, unpacked where it is compressed.

    Raises:
        Problem: it is too large, packed or unpacked; too slow; cut short; or not what its headers say.
    """
    encoding = request.headers.get("Content-Encoding", "identity").lower()
    if encoding not in ("identity", "gzip"):
        raise Problem(status=415, detail="Send the body as it is, or with Content-Encoding: gzip.")
    body = _receive(request, settings=settings)
    return _unpack(body, limit=settings.max_body_bytes) if encoding == "gzip" else bytes(body)


def _receive(request: Request, *, settings: Settings) -> bytearray:
    limit = settings.max_body_bytes
    connection = request.environ.get("gunicorn.socket")
    if connection is not None:
        patience.watch(connection, seconds=settings.body_timeout)
    try:
        body: bytearray | None = _read(request, limit=limit)
    except (ClientDisconnected, OSError, ParseException):
        body = None
    late = connection is not None and patience.release(connection)
    if late:
        detail = f"The body took more than {settings.body_timeout:g} seconds to arrive."
        raise Problem(status=408, detail=detail)
    if body is None:
        raise Problem(status=400, detail="The body ended before it was complete.")
    if len(body) > limit:
        raise _too_large(limit)
    return body


def _read(request: Request, *, limit: int) -> bytearray:
    """Return the body, or more than ``limit`` of it.

    What is beyond the limit is read too, within reason: many clients only look for an answer once they have
    sent everything, and would find a broken connection instead of the reason.
    """
    body, received = bytearray(), 0
    while received <= _PATIENCE * limit and (piece := request.stream.read(_PIECE)):
        received += len(piece)
        if len(body) <= limit:
            body += piece
    return body


def _unpack(body: bytes | bytearray, *, limit: int) -> bytes:
    decompressor = zlib.decompressobj(_GZIP)
    try:
        unpacked = decompressor.decompress(body, limit + 1)
    except zlib.error as error:
        raise Problem(status=400, detail="The body is not gzip.") from error
    if len(unpacked) > limit:
        raise _too_large(limit)
    if not decompressor.eof or decompressor.unused_data:
        raise Problem(status=400, detail="The body is not one complete gzip stream.")
    return unpacked


def _too_large(limit: int) -> Problem:
    detail = f"The body is larger than the limit of {limit} bytes."
    return Problem(status=413, code="body_too_large", detail=detail)
