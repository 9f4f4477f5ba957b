"""The articles that wait for the model: bounded, in order of arrival, read in batches of a token budget."""

import asyncio
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Condition

from models.engine import Job
from service.inference.wire import Extracted, Refused

Answer = Extracted | Refused
_GATHER = 0.002  # seconds that a batch waits for company, where there was some before


class QueueFull(Exception):
    """As many articles wait as may."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Waiting:
    """A job with what is needed to answer it; ``expires`` and ``arrived`` are monotonic times in seconds.

    ``digest`` tells its article from others; ``alone``: whether that has ended a model process before, and so
    must endanger no other.
    """

    job: Job
    digest: str
    tokens: int
    expires: float
    answer: asyncio.Future[Answer]
    alone: bool = False
    arrived: float = field(default_factory=time.monotonic)


class JobQueue:
    """Filled by the connections' thread, emptied by the model's."""

    def __init__(self, *, limit: int, batch_tokens: int) -> None:
        self._limit = limit
        self._batch_tokens = batch_tokens
        self._jobs: deque[Waiting] = deque()
        self._filled = Condition()
        self._crowded = False

    def __len__(self) -> int:
        return len(self._jobs)

    @property
    def tokens(self) -> int:
        """How many subtokens are waiting."""
        with self._filled:
            return sum(waiting.tokens for waiting in self._jobs)

    def put(self, waiting: Waiting) -> None:
        """Add a job.

        Raises:
            QueueFull: the limit is reached.
        """
        with self._filled:
            if sum(map(_is_wanted, self._jobs)) >= self._limit:
                raise QueueFull
            self._jobs.append(waiting)
            self._filled.notify()

    def take(self, *, dropped: Callable[[Waiting], None]) -> list[Waiting]:
        """Return the next batch, shortest article first, once there is one.

        The longest-waiting job is always in it; others join as long as they fit the budget. Jobs that nobody
        waits for any more, or whose time is up, are handed to ``dropped``.
        """
        while True:
            with self._filled:
                self._filled.wait_for(lambda: len(self._jobs) > 0)
                if self._crowded and self.tokens < self._batch_tokens:
                    self._filled.wait(_GATHER)
                self._crowded = len(self._jobs) > 1
                for waiting in [w for w in self._jobs if not _is_wanted(w)]:
                    self._jobs.remove(waiting)
                    dropped(waiting)
                if self._jobs:
                    return self._batch()

    def _batch(self) -> list[Waiting]:
        batch = [self._jobs.popleft()]
        room = self._batch_tokens - batch[0].tokens
        for waiting in [] if batch[0].alone else sorted(self._jobs, key=lambda w: w.tokens):
            if waiting.tokens <= room and not waiting.alone:
                self._jobs.remove(waiting)
                batch.append(waiting)
                room -= waiting.tokens
        return sorted(batch, key=lambda w: w.tokens)


def _is_wanted(waiting: Waiting) -> bool:
    return not waiting.answer.done() and waiting.expires > time.monotonic()
