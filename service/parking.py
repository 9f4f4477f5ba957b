"""Connections whose request was refused: they are listened to again only after a while.

Clients that ignore ``Retry-After`` would take the processor from the model with requests that are refused as
fast as they come. Who waits as asked does not notice.
"""

import socket
from threading import Lock

SECONDS = 1.0

_lock = Lock()
_refused: set[socket.socket] = set()


def park(sock: socket.socket) -> None:
    """Note that the request on a connection was refused."""
    with _lock:
        _refused.add(sock)


def is_parked(sock: socket.socket) -> bool:
    """Return, once, whether the last request of a connection was refused."""
    with _lock:
        parked = sock in _refused
        _refused.discard(sock)
        return parked
