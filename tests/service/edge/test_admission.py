import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.service.assertions import assert_problem


class Gate:
    """An engine's extract that waits until it is opened."""

    def __init__(self, engine, monkeypatch):
        self.entered, self.opened = threading.Semaphore(0), threading.Event()
        extract = type(engine).extract

        def wait(fake, article, *, options):
            self.entered.release()
            assert self.opened.wait(10)
            return extract(fake, article, options=options)

        monkeypatch.setattr(type(engine), "extract", wait)


@pytest.fixture
def gate(engine, monkeypatch):
    return Gate(engine, monkeypatch)


def post(client, body=b'{"text": "A"}'):
    return client.post("/v1/extract", data=body, content_type="application/json")


def test_over_the_cap_requests_are_refused_before_their_body_is_read(make_client, gate):
    client = make_client(max_in_flight=2)
    with ThreadPoolExecutor() as pool:
        admitted = [pool.submit(post, client) for _ in range(2)]
        for _ in admitted:
            assert gate.entered.acquire(timeout=10)
        refused = post(client, b"this is not JSON")
        probe = client.get("/livez")
        gate.opened.set()
        assert [future.result().status_code for future in admitted] == [200, 200]
    assert_problem(refused, 429, says="2 requests")
    assert refused.json["code"] == "overloaded"
    assert int(refused.headers["Retry-After"]) >= 1
    assert probe.status_code == 200


@pytest.mark.parametrize("body", [b'{"text": "A"}', b"{", b'{"text": "CRASH"}'])
def test_a_slot_is_free_again_whatever_became_of_the_request(make_client, body):
    client = make_client(max_in_flight=1)
    statuses = {post(client, body).status_code for _ in range(3)}
    assert 429 not in statuses


def test_a_streamed_answer_keeps_its_slot_to_the_end(make_client):
    client = make_client(max_in_flight=1)
    lines = {"data": '{"text": "A"}', "content_type": "application/x-ndjson", "buffered": False}
    stream = client.post("/v1/extract/batch", **lines)
    assert post(client).status_code == 429
    stream.close()
    assert post(client).status_code == 200


def test_a_slot_is_free_again_when_the_answer_could_not_be_finished(make_client, monkeypatch):
    client = make_client(max_in_flight=1, rate_requests="99/minute")
    monkeypatch.setattr("service.edge.quotas.Quotas._left", lambda *_: 1 / 0)
    assert {post(client).status_code for _ in range(3)} == {500}
