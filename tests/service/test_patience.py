import socket

import pytest

from service import patience


@pytest.fixture
def pair():
    ours, theirs = socket.socketpair()
    yield ours, theirs
    ours.close()
    theirs.close()


def test_a_late_socket_is_shut_for_reading_and_can_still_be_written(pair):
    ours, theirs = pair
    patience.watch(ours, seconds=-1.0)
    patience.shut_late()
    assert ours.recv(1) == b""
    assert patience.release(ours)
    ours.sendall(b"408")
    assert theirs.recv(3) == b"408"


def test_one_in_time_is_left_alone(pair):
    ours, theirs = pair
    patience.watch(ours, seconds=60.0)
    patience.shut_late()
    assert not patience.release(ours)
    theirs.sendall(b"x")
    assert ours.recv(1) == b"x"


def test_one_that_is_not_watched_any_more_is_left_alone(pair):
    ours, theirs = pair
    patience.watch(ours, seconds=-1.0)
    patience.release(ours)
    patience.shut_late()
    theirs.sendall(b"x")
    assert ours.recv(1) == b"x"


def test_a_closed_socket_is_no_harm(pair):
    ours, _ = pair
    patience.watch(ours, seconds=-1.0)
    ours.close()
    patience.shut_late()
    assert not patience.release(ours)
