import socket
from contextlib import ExitStack

import pytest

from service.caller import Gone, set_caller, wait_readable


@pytest.fixture
def sockets():
    """The model's two ends and the caller's two."""
    with ExitStack() as stack:
        pairs = [socket.socketpair() for _ in range(2)]
        for one, other in pairs:
            stack.enter_context(one)
            stack.enter_context(other)
        set_caller(pairs[1][0])
        yield (*pairs[0], pairs[1][1])
        set_caller(None)


def test_an_answer_ends_the_wait(sockets):
    ours, model, _ = sockets
    model.sendall(b"x")
    wait_readable(ours, timeout=5)
    assert ours.recv(1) == b"x"


def test_so_does_a_caller_who_hangs_up(sockets):
    ours, _, caller = sockets
    caller.close()
    with pytest.raises(Gone):
        wait_readable(ours, timeout=5)


def test_a_caller_who_sends_more_is_still_there(sockets):
    ours, _, caller = sockets
    caller.sendall(b"GET")
    with pytest.raises(TimeoutError):
        wait_readable(ours, timeout=0.05)


def test_without_a_known_caller_only_the_answer_counts(sockets):
    ours, model, caller = sockets
    set_caller(None)
    caller.close()
    model.sendall(b"x")
    wait_readable(ours, timeout=5)
