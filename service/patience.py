"""Deadlines for what a client sends: who trickles bytes must not hold a thread for ever.

A timeout of the socket would start anew with each byte; so the sockets that are being read are watched from
outside, and shut for reading when their time is up.
"""

import socket
import time
from threading import Lock

_lock = Lock()
_deadlines: dict[socket.socket, float] = {}
_late: set[socket.socket] = set()


def watch(sock: socket.socket, *, seconds: float) -> None:
    """Begin to watch a socket that is being read."""
    with _lock:
        _late.discard(sock)
        _deadlines[sock] = time.monotonic() + seconds


def release(sock: socket.socket) -> bool:
    """Stop watching; return whether the socket was late, and so has been shut."""
    with _lock:
        _deadlines.pop(sock, None)
        late = sock in _late
        _late.discard(sock)
        return late


def shut_late() -> None:
    """Shut the sockets whose time is up. To be called about once a second."""
    with _lock:
        now = time.monotonic()
        for sock in [sock for sock, deadline in _deadlines.items() if deadline < now]:
            del _deadlines[sock]
            _late.add(sock)
            try:
                sock.shutdown(socket.SHUT_RD)
            except OSError:
                _late.discard(sock)  # closed by now
