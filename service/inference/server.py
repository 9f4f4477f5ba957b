"""The model process: a thread of connections, a thread of the model, one queue between them."""

import asyncio
import os
import signal
import socket
import sys
import time
from pathlib import Path
from threading import Thread
from typing import Any

from models.engine import BatchEngine, Job
from models.records import Article, Extraction, Options
from service import metrics
from service.inference.journal import Journal, digest_of
from service.inference.queue import Answer, JobQueue, QueueFull, Waiting
from service.inference.wire import (
    LENGTH,
    Describe,
    Description,
    Extract,
    Extracted,
    Refused,
    frame,
    questions,
)
from service.logs import log_failure

_WARM_UP = Article(text="Gunmen opened fire on a convoy near the border on Monday, killing two soldiers.")
_STUCK = 600.0  # seconds in one batch after which the process gives up, to be started anew
_FIRST_RATE = 500.0  # tokens a second, until some were measured


class ModelServer:
    """Answers over a Unix socket that only this user can open."""

    def __init__(self, *, engine: BatchEngine, path: Path, queue_limit: int) -> None:
        self._engine = engine
        self._path = path
        self._queue = JobQueue(limit=queue_limit, batch_tokens=engine.batch_tokens)
        self._journal = Journal(path.with_suffix(".journal"))
        self._rate = _FIRST_RATE
        self._reading_since: float | None = None

    def run(self) -> None:
        """Warm up, then serve until standard input ends: the parent holds its other end."""
        # Sent to all processes of a service, it is the parent's affair: requests in flight need the model.
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        sys.setswitchinterval(0.001)  # the thread of connections should not wait for the one that decodes
        self._engine.extract(_WARM_UP, options=Options())
        asyncio.run(self._serve())

    async def _serve(self) -> None:
        self._loop = asyncio.get_running_loop()
        Thread(target=self._read_batches, daemon=True).start()
        self._path.unlink(missing_ok=True)
        listener = socket.socket(socket.AF_UNIX)
        listener.bind(str(self._path))
        self._path.chmod(0o600)
        server = await asyncio.start_unix_server(self._connected, sock=listener, backlog=1024)
        async with server:
            await asyncio.wait(
                [asyncio.create_task(self._watch()), asyncio.create_task(asyncio.to_thread(sys.stdin.read))],
                return_when=asyncio.FIRST_COMPLETED,
            )
            os._exit(0)  # the model's thread may be in the middle of a pass

    async def _watch(self) -> None:
        while self._reading_since is None or time.monotonic() - self._reading_since < _STUCK:
            metrics.QUEUE_DEPTH.set(len(self._queue))
            await asyncio.sleep(0.5)
        os._exit(os.EX_SOFTWARE)

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            (length,) = LENGTH.unpack(await reader.readexactly(LENGTH.size))
            question = questions.decode(await reader.readexactly(length))
            writer.write(frame(await self._answer(question, reader)))
            await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass  # the caller is gone, and with it whoever would read an answer
        finally:
            writer.close()

    async def _answer(
        self, question: Describe | Extract, reader: asyncio.StreamReader
    ) -> Answer | Description:
        if isinstance(question, Describe):
            return Description(info=self._engine.info, runtime=self._engine.runtime)
        digest = digest_of(question.article)
        if self._journal.is_poisonous(digest):
            return Refused(reason="poisonous", detail="reading this article has ended the model twice")
        waiting = Waiting(
            job=Job(article=question.article, options=question.options),
            digest=digest,
            tokens=self._engine.tokens(question.article),
            expires=time.monotonic() + question.timeout,
            answer=self._loop.create_future(),
            alone=self._journal.crashes(digest) > 0,
        )
        try:
            self._queue.put(waiting)
        except QueueFull:
            return Refused(reason="overloaded", detail="the queue is full", retry_after=self._wait())
        return await _unless_gone(waiting.answer, reader)

    def _wait(self) -> float:
        """Return in about how many seconds what is waiting now will have been read."""
        return self._queue.tokens / self._rate

    def _read_batches(self) -> None:
        try:
            while True:
                self._read(self._queue.take(dropped=self._drop))
        except BaseException as error:  # without this thread the process is of no use
            log_failure(error)
            os._exit(os.EX_SOFTWARE)

    def _read(self, batch: list[Waiting]) -> None:
        digests = [waiting.digest for waiting in batch]
        self._journal.begin(digests)
        self._reading_since = began = time.monotonic()
        outcomes = self._engine.extract_batch([waiting.job for waiting in batch])
        took = time.monotonic() - began
        self._reading_since = None
        for waiting, outcome in zip(batch, outcomes, strict=True):
            self._settle(waiting, _answer_of(outcome, waited=began - waiting.arrived, took=took))
        self._journal.end(digests)
        self._measure(batch, took)

    def _measure(self, batch: list[Waiting], took: float) -> None:
        tokens = sum(waiting.tokens for waiting in batch)
        self._rate += 0.2 * (tokens / max(took, 1e-3) - self._rate)
        metrics.BATCH_TOKENS.observe(tokens)
        metrics.BATCH_ARTICLES.observe(len(batch))

    def _drop(self, waiting: Waiting) -> None:
        if not waiting.answer.done():
            self._settle(waiting, Refused(reason="expired", detail="the time was up before it was its turn"))

    def _settle(self, waiting: Waiting, answer: Answer) -> None:
        def settle() -> None:
            if not waiting.answer.done():
                waiting.answer.set_result(answer)

        self._loop.call_soon_threadsafe(settle)


async def _unless_gone(answer: asyncio.Future[Answer], reader: asyncio.StreamReader) -> Answer:
    """Return the answer; cancel it when the caller hangs up first."""
    hung_up = asyncio.create_task(reader.read(1))
    futures: list[asyncio.Future[Any]] = [answer, hung_up]
    await asyncio.wait(futures, return_when=asyncio.FIRST_COMPLETED)
    if not answer.done():
        answer.cancel()
        raise ConnectionAbortedError
    hung_up.cancel()
    return answer.result()


def _answer_of(outcome: Extraction | Exception, *, waited: float, took: float) -> Answer:
    if isinstance(outcome, Extraction):
        return Extracted(extraction=outcome, waited=waited, took=took)
    log_failure(outcome)
    if isinstance(outcome, ValueError):
        return Refused(reason="unreadable", detail=str(outcome))
    return Refused(reason="failed", detail="the article could not be read; the failure is logged")
