"""``Idempotency-Key``: a repeated request is the same request.

Extraction changes nothing and the same request gives the same bytes, so a repetition is simply answered anew:
no answer, which would quote the article, has to be kept. A digest is kept for a day, to refuse a key that
comes back with another request (draft-ietf-httpapi-idempotency-key-header).
"""

import hashlib

from flask import Request, g

from service.problems import Problem
from service.state import State

HEADER = "Idempotency-Key"
_DAY = 86_400.0


def check_idempotency(request: Request, body: bytes, *, state: State) -> None:
    """Refuse a key that was used for another request.

    Raises:
        Problem: the key is too long, or was used otherwise.
    """
    key = request.headers.get(HEADER)
    if key is None:
        return
    if not 0 < len(key) <= 255:
        raise Problem(status=400, detail=f"{HEADER} has 1 to 255 characters.")
    sent = f"{request.full_path}\0{request.content_type}\0".encode() + body
    digest = hashlib.sha256(sent).hexdigest()
    if state.fingerprint(f"{g.caller}\0{key}", digest, seconds=_DAY) != digest:
        detail = f"This {HEADER} was used for another request within the last day."
        raise Problem(status=422, code="idempotency_key_reused", detail=detail)
