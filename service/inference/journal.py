"""Which articles were being read when a model process died.

The journal outlives the process: an article found in it has ended a process once, and is read alone from then
on; if it does so again, it is refused. It holds digests, never an article.
"""

import hashlib
import json
import os
import time
from collections.abc import Sequence
from pathlib import Path

from models.records import Article

_POISONOUS = 2
_FORGET = 3600.0  # seconds; a process that was killed from outside must not condemn an article for ever


class Journal:
    """The file ``path``, read at the start of a process and rewritten around each batch."""

    def __init__(self, path: Path) -> None:
        self._size = 0
        self._crashes: dict[str, tuple[int, float]] = {}
        if path.is_file():
            self._size = path.stat().st_size
            state = json.loads(path.read_text(encoding="utf-8"))
            self._crashes = {digest: (count, when) for digest, (count, when) in state["crashes"].items()}
            for digest in set(state["reading"]):
                self._crashes[digest] = (self.crashes(digest) + 1, time.time())
        self._file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        self.end([])

    def crashes(self, digest: str) -> int:
        """Return how many processes the article has ended within the last hour."""
        count, when = self._crashes.get(digest, (0, 0.0))
        return count if time.time() - when < _FORGET else 0

    def is_poisonous(self, digest: str) -> bool:
        """Return whether the article is to be refused."""
        return self.crashes(digest) >= _POISONOUS

    def begin(self, digests: Sequence[str]) -> None:
        """Write down what is read from now on."""
        self._write(digests)

    def end(self, digests: Sequence[str]) -> None:
        """Write down that these were read, and so are harmless."""
        for digest in digests:
            self._crashes.pop(digest, None)
        self._write([])

    def _write(self, reading: Sequence[str]) -> None:
        # One call, spaces over what stood there before: who is killed leaves the old state or the new one.
        state = json.dumps({"reading": list(reading), "crashes": self._crashes}).encode()
        self._size = max(self._size, len(state))
        os.pwrite(self._file, state.ljust(self._size), 0)


def digest_of(article: Article) -> str:
    """Return a digest that tells an article from others."""
    content = f"{article.title or ''}\0{article.text}".encode("utf-8", "surrogatepass")
    return hashlib.blake2b(content, digest_size=16).hexdigest()
