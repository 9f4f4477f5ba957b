"""Event ids: hashes of content, so that the same article gives the same ids."""

import hashlib
from collections.abc import Sequence

from models.records import Span


def event_id(text: str, triggers: Sequence[Span]) -> str:
    """Return an id that depends on the article's text and the event's trigger spans alone."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass"))
    digest.update(";".join(f"{t.start}-{t.end}" for t in triggers).encode())
    return f"evt_{digest.hexdigest()[:16]}"
