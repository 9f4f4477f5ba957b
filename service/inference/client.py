"""The engine as HTTP workers hold it: a model process at the other end of a Unix socket."""

import itertools
import random
import socket
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from time import monotonic
from typing import NoReturn

import msgspec

from models.engine import Runtime
from models.records import Article, Extraction, ModelInfo, Options
from service.caller import Gone, wait_readable
from service.deadline import remaining
from service.inference.errors import Expired, ExtractionFailed, Overloaded, Poisonous, Unavailable
from service.inference.wire import LENGTH, Describe, Description, Extract, Extracted, Refused, answers, frame
from service.timing import record

_DESCRIBE_TIMEOUT = 2.0
_GRACE = 0.5  # seconds that the model process has to say itself that the time is up


class RemoteEngine:
    """Asks the model processes in turn; one that is not there is passed over. Is an `Engine`."""

    def __init__(self, *, sockets: Sequence[Path]) -> None:
        self._sockets = sockets
        self._turn = itertools.count(random.randrange(1_000))

    @property
    def info(self) -> ModelInfo:
        """Name and version of the weights.

        Raises:
            Unavailable: no model process is ready.
        """
        return self.describe().info

    @property
    def runtime(self) -> Runtime:
        """What the model runs on.

        Raises:
            Unavailable: no model process is ready.
        """
        return self.describe().runtime

    def describe(self) -> Description:
        """Return which model is ready, and what it runs on.

        Raises:
            Unavailable: no model process is ready.
        """
        try:
            answer = self._ask(Describe(), timeout=_DESCRIBE_TIMEOUT)
        except Expired as error:
            raise Unavailable("the model process does not answer") from error
        assert isinstance(answer, Description)
        return answer

    def extract(self, article: Article, *, options: Options) -> Extraction:
        """Return the attack records of one article, within the time that the request has left.

        Raises:
            ValueError: the article cannot be read as text.
            Overloaded, Unavailable, Expired, Poisonous, ExtractionFailed: why there are no records.
        """
        timeout = remaining()
        if not timeout:
            raise Expired("the time was up before the article was sent to the model")
        began = monotonic()
        answer = self._ask(
            Extract(article=article, options=options, timeout=timeout), timeout=timeout + _GRACE
        )
        if isinstance(answer, Refused):
            _refuse(answer)
        assert isinstance(answer, Extracted)
        record("queue", answer.waited)
        record("model", answer.took)
        record("transport", monotonic() - began - answer.waited - answer.took)
        return answer.extraction

    def _ask(self, question: msgspec.Struct, *, timeout: float) -> Description | Extracted | Refused:
        try:
            with closing(self._connect()) as connection:
                connection.settimeout(timeout)
                connection.sendall(frame(question))
                wait_readable(connection, timeout=timeout)
                (length,) = LENGTH.unpack(_receive(connection, LENGTH.size))
                answer: Description | Extracted | Refused = answers.decode(_receive(connection, length))
                return answer
        except Gone as error:
            raise Expired("the caller has hung up") from error
        except TimeoutError as error:
            raise Expired("the time was up before the article was read") from error
        except OSError as error:
            raise Unavailable("the model process ended while it read") from error

    def _connect(self) -> socket.socket:
        first = next(self._turn)
        for number in range(len(self._sockets)):
            connection = socket.socket(socket.AF_UNIX)
            try:
                connection.connect(str(self._sockets[(first + number) % len(self._sockets)]))
            except OSError:
                connection.close()
            else:
                return connection
        raise Unavailable("the model is starting")


def _receive(connection: socket.socket, length: int) -> bytes:
    received = bytearray()
    while len(received) < length:
        piece = connection.recv(length - len(received))
        if not piece:
            raise ConnectionResetError
        received += piece
    return bytes(received)


def _refuse(refused: Refused) -> NoReturn:
    match refused.reason:
        case "overloaded":
            raise Overloaded(retry_after=refused.retry_after)
        case "expired":
            raise Expired(refused.detail)
        case "poisonous":
            raise Poisonous(refused.detail)
        case "unreadable":
            raise ValueError(refused.detail)
        case "failed":
            raise ExtractionFailed(refused.detail)
