"""Whether whoever asked is still there: nobody should wait for an answer that nobody reads."""

import select
import socket
from contextvars import ContextVar
from time import monotonic

_connection: ContextVar[socket.socket | None] = ContextVar("connection", default=None)


class Gone(Exception):
    """The caller has hung up."""


def set_caller(connection: socket.socket | None) -> None:
    """Note the connection of the current request, where it is known."""
    _connection.set(connection)


def wait_readable(answering: socket.socket, *, timeout: float) -> None:
    """Wait until there is something to read from who answers.

    Raises:
        Gone: the caller has hung up meanwhile.
        TimeoutError: neither happened in time.
    """
    until = monotonic() + timeout
    poll = select.poll()  # unlike select, for any number of files
    poll.register(answering, select.POLLIN)
    caller = _connection.get()
    if caller is not None:
        poll.register(caller, select.POLLIN)
    while True:
        readable = [number for number, _ in poll.poll(max(0.0, until - monotonic()) * 1000)]
        if answering.fileno() in readable:
            return
        if caller is None or not readable:
            raise TimeoutError
        if not _peek(caller):
            raise Gone
        poll.unregister(caller)  # it has sent its next request already, and so is there
        caller = None


def _peek(connection: socket.socket) -> bytes:
    try:
        return connection.recv(1, socket.MSG_PEEK | socket.MSG_DONTWAIT)
    except OSError:
        return b""
