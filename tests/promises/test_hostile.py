"""Clients that mean harm: each has a clear answer, and nobody else notices."""

import gzip
import http.client
import json
import socket
import time
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st


def say(service, *pieces, pause=0.0, timeout=20.0):
    """Send bytes over a bare connection; return all that comes back."""
    with socket.create_connection(("127.0.0.1", service.port), timeout=timeout) as connection:
        with suppress(BrokenPipeError):  # when the answer comes before all is sent
            for piece in pieces:
                connection.sendall(piece)
                time.sleep(pause)
        received = b""
        while piece := connection.recv(65536):
            received += piece
    return received


def problem_of(received):
    head, _, body = received.partition(b"\r\n\r\n")
    assert b"application/problem+json" in head
    problem = json.loads(body)
    assert problem["status"] == int(head.split()[1])
    return problem


@pytest.mark.parametrize(
    ("request_line", "status"),
    [
        (b"SECRET\r\n\r\n", 400),
        (b"GET / HTTP/9.9\r\n\r\n", 400),
        (b"GET /" + b"a" * 9000 + b" HTTP/1.1\r\n\r\n", 414),
        (b"GET / HTTP/1.1\r\nX: " + b"a" * 20000 + b"\r\n\r\n", 431),
        (b"GET / HTTP/1.1\r\nno colon\r\n\r\n", 400),
        (b"POST /v1/extract HTTP/1.1\r\nTransfer-Encoding: strange\r\n\r\n", 501),
    ],
)
def test_what_is_not_http(service, request_line, status):
    problem = problem_of(say(service, request_line))
    assert problem["status"] == status
    assert "SECRET" not in problem["detail"]


@pytest.mark.slow
def test_a_client_that_trickles_its_head_is_cut_off(service):
    began = time.monotonic()
    received = say(service, b"GET /livez HT", timeout=30.0)
    assert problem_of(received)["status"] == 408
    assert 9 < time.monotonic() - began < 15


def test_a_client_that_trickles_its_body_is_cut_off(service):
    head = b"POST /v1/extract HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: 100\r\n\r\n"
    began = time.monotonic()
    problem = problem_of(say(service, head, *[b"a"] * 8, pause=0.3))
    assert (problem["status"], "2 seconds" in problem["detail"]) == (408, True)
    assert time.monotonic() - began < 8


def test_idle_and_slow_clients_do_not_hold_up_others(service):
    idle = [socket.create_connection(("127.0.0.1", service.port)) for _ in range(200)]
    slow = [socket.create_connection(("127.0.0.1", service.port)) for _ in range(12)]
    for connection in slow:
        connection.sendall(b"GET /livez HT")
    began = time.monotonic()
    assert service.ask("GET", "/livez").status == 200
    assert service.extract("A quiet day.").status == 200
    assert time.monotonic() - began < 3
    for connection in idle + slow:
        connection.close()


def test_clients_that_never_close_do_not_hold_up_others(service):
    lingering = [socket.create_connection(("127.0.0.1", service.port)) for _ in range(40)]
    for connection in lingering:
        connection.sendall(b"X\r\n\r\n")
    time.sleep(0.3)
    began = time.monotonic()
    assert service.ask("GET", "/livez").status == 200
    assert time.monotonic() - began < 2
    for connection in lingering:
        connection.close()


@pytest.mark.slow
def test_clients_that_never_read_are_let_go(start):
    with start(WORKERS="1", MAX_IN_FLIGHT="1") as service:
        deaf = []
        for _ in range(12):
            connection = socket.socket()
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            connection.connect(("127.0.0.1", service.port))
            connection.sendall(b"GET /docs/swagger-ui-bundle.js HTTP/1.1\r\nHost: x\r\n\r\n" * 4)
            deaf.append(connection)
        time.sleep(0.5)
        assert service.ask("GET", "/livez").status == 200
        for connection in deaf:
            connection.close()


def test_a_chunk_that_is_none_is_the_client_s_fault(service):
    head = b"POST /v1/extract HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\n"
    body = b"Transfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n"
    assert problem_of(say(service, head + body))["status"] == 400


@pytest.mark.parametrize(
    ("body", "headers", "status"),
    [
        (b"a" * 10_000_000, {"Content_Type": "text/plain"}, 413),
        (gzip.compress(b"a" * 100_000_000), {"Content_Type": "text/plain", "Content_Encoding": "gzip"}, 413),
        (b"[" * 1_000_000, {"Content_Type": "application/json"}, 400),
        (b'{"a":' * 500_000, {"Content_Type": "application/json"}, 400),
        (b'{"text": "\\ud800"}', {"Content_Type": "application/json"}, 422),
        (b'{"text": "a\\u0000b"}', {"Content_Type": "application/json"}, 422),
        (b"\xff\xfe\x00", {"Content_Type": "text/plain"}, 400),
        (b"<p>" * 1_000_000, {"Content_Type": "text/html"}, 413),
        (b"a" * 300_000, {"Content_Type": "text/plain"}, 413),
        (b"[" + b'{"text": "A"},' * 200_000 + b"{}]", {"Content_Type": "application/json"}, 422),
    ],
)
def test_a_hostile_body_has_a_quick_answer(service, body, headers, status):
    began = time.monotonic()
    answer = service.ask("POST", "/v1/extract", body, **headers)
    assert answer.status == status
    assert time.monotonic() - began < 5


MEDIA_TYPES = [
    "application/json",
    "text/plain",
    "text/html",
    "application/x-ndjson",
    "application/ninjs+json",
    "x",
]
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["text", "id", "options", "uri", "bodies", "language"]) | st.text(),
            inner,
            max_size=5,
        )
    ),
    max_leaves=8,
)
BODIES = st.one_of(
    st.binary(max_size=300),
    VALUES.map(lambda value: json.dumps(value).encode()),
    st.lists(VALUES, max_size=3).map(lambda values: "\n".join(map(json.dumps, values)).encode()),
    st.text(max_size=200).map(lambda text: f"<html><body><p>{text}</p>".encode("utf-8", "surrogatepass")),
)


@pytest.mark.slow
@settings(max_examples=2000, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    body=BODIES,
    media_type=st.sampled_from(MEDIA_TYPES),
    path=st.sampled_from(["/v1/extract", "/v1/extract/batch"]),
    packed=st.booleans(),
)
def test_two_thousand_hostile_bodies(service, connection, body, media_type, path, packed):
    headers = {"Content-Type": media_type}
    if packed:
        headers["Content-Encoding"] = "gzip"
        body = gzip.compress(body)
    connection.request("POST", path, body, headers)
    response = connection.getresponse()
    answer = response.read()
    assert response.status in (200, 400, 413, 415, 422)
    if response.status != 200:
        assert json.loads(answer)["status"] == response.status


@pytest.fixture(scope="module")
def connection(service):
    connection = http.client.HTTPConnection("127.0.0.1", service.port, timeout=30)
    yield connection
    connection.close()
