"""Gunicorn's threaded worker, with a deadline for slow clients and our shape of errors."""

import json
import selectors
import socket
import struct
import time
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from http import HTTPStatus
from typing import Any

import structlog
from gunicorn.http import errors
from gunicorn.workers.gthread import ThreadWorker

from service import patience
from service.logs import log, log_failure
from service.parking import SECONDS, is_parked
from service.problems import MEDIA_TYPE, problem_body

_HEAD_SECONDS = 10.0  # in which the whole head of a request has to arrive
_SEND_TIMEOUT = struct.pack("ll", 5, 0)  # seconds and microseconds in which a client has to read something
_STATUS = {
    errors.LimitRequestLine: 414,
    errors.LimitRequestHeaders: 431,
    errors.UnsupportedTransferCoding: 501,
    errors.ExpectationFailed: 417,
}


class PatientWorker(ThreadWorker):  # type: ignore[misc]
    """Gives a thread to a connection only once it says something, and waits only so long for the rest."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._closing = ThreadPoolExecutor(max_workers=16)
        self._parked: deque[tuple[float, Any, Any]] = deque()

    def enqueue_req(self, conn: Any) -> None:
        """Hand a connection to a thread, or wait for its first byte without one."""
        if conn.initialized or conn.data_ready:
            super().enqueue_req(conn)
            return
        conn.timeout = time.monotonic() + self.cfg.keepalive
        self.pending_conns.append(conn)
        readable = partial(self.on_pending_socket_readable, conn)
        self.poller.register(conn.sock, selectors.EVENT_READ, readable)

    def finish_request(self, conn: Any, fs: Any) -> None:
        """Keep a connection, or close it elsewhere: that waits for a client to close its end."""
        refused = is_parked(conn.sock)
        if fs.cancelled() or fs.exception():
            super().finish_request(conn, fs)
        elif fs.result() and refused and self.alive:
            self._parked.append((time.monotonic() + SECONDS, conn, fs))
        elif fs.result():
            super().finish_request(conn, fs)
        else:
            self.nr_conns -= 1
            self._closing.submit(conn.close, graceful=True)

    def _cap_keepalive(self, deadline: float) -> None:
        """Close silent connections by the deadline, when the worker stops."""
        self._leave_parking(all_of_them=True)
        super()._cap_keepalive(deadline)
        for conn in self.pending_conns:
            conn.timeout = min(conn.timeout, deadline)

    def handle(self, conn: Any) -> Any:
        """Answer one request on a connection."""
        structlog.contextvars.clear_contextvars()
        patience.watch(conn.sock, seconds=_HEAD_SECONDS)
        result = super().handle(conn)
        if patience.release(conn.sock):
            _write(conn.sock, 408, f"The head of the request took more than {_HEAD_SECONDS:.0f} seconds.")
        return result

    def handle_request(self, req: Any, conn: Any) -> Any:
        """Answer a request whose head has arrived."""
        patience.release(conn.sock)
        conn.sock.setsockopt(socket.SOL_SOCKET, socket.SO_SNDTIMEO, _SEND_TIMEOUT)
        return super().handle_request(req, conn)

    def notify(self) -> None:
        """Tell the arbiter that this worker lives. Called about once a second."""
        super().notify()
        patience.shut_late()
        self._leave_parking()

    def _leave_parking(self, *, all_of_them: bool = False) -> None:
        while self._parked and (all_of_them or self._parked[0][0] <= time.monotonic()):
            _, conn, fs = self._parked.popleft()
            super().finish_request(conn, fs)

    def handle_error(self, req: Any, client: Any, addr: Any, exc: BaseException) -> None:
        """Answer what is not HTTP. Gunicorn's own would log and send back a part of it: maybe an article."""
        known = isinstance(exc, errors.ParseException | errors.ExpectationFailed)
        status = next(
            (code for kind, code in _STATUS.items() if isinstance(exc, kind)), 400 if known else 500
        )
        if status == 500:
            log_failure(exc)
        else:
            log.info("not http", error=type(exc).__name__, status=status)
        _write(client, status, f"The request is not valid HTTP: {type(exc).__name__}.")


def _write(client: socket.socket, status: int, detail: str) -> None:
    body = json.dumps(problem_body(status=status, detail=detail, instance="")).encode() + b"\n"
    head = (
        f"HTTP/1.1 {status} {HTTPStatus(status).phrase}\r\nConnection: close\r\n"
        f"Content-Type: {MEDIA_TYPE}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    try:
        client.sendall(head.encode() + body)
    except OSError:
        log.info("client gone", status=status)
