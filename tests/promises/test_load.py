"""Overload: who ignores refusals harms himself only. Limits are wide; the benchmark has the numbers."""

import http.client
import json
import socket
import statistics
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

ARTICLE = "SLEEP 0.02 " + "A quiet day. " * 40


def hammer(service, until, statuses):
    connection = http.client.HTTPConnection("127.0.0.1", service.port, timeout=30)
    while time.monotonic() < until:
        try:
            connection.request("POST", "/v1/extract", ARTICLE.encode(), {"Content-Type": "text/plain"})
            response = connection.getresponse()
            response.read()
            statuses[response.status] += 1
        except (OSError, http.client.HTTPException):
            statuses["lost"] += 1
            connection.close()
    connection.close()


def load(service, clients, seconds):
    """Return the statuses of as many clients, and the seconds that /livez took meanwhile."""
    statuses, probes = Counter(), []
    until = time.monotonic() + seconds
    threads = [
        threading.Thread(target=hammer, args=(service, until, statuses), daemon=True) for _ in range(clients)
    ]
    for thread in threads:
        thread.start()
    while time.monotonic() < until:
        began = time.monotonic()
        assert service.ask("GET", "/livez").status == 200
        probes.append(time.monotonic() - began)
        time.sleep(0.05)
    for thread in threads:
        thread.join()
    return statuses, probes


def test_overload_is_shed_and_the_rest_is_answered(start):
    with start(MAX_IN_FLIGHT="4") as service:
        peak, _ = load(service, 4, 2.0)
        crowd, probes = load(service, 40, 4.0)
        assert crowd[429] > 0
        assert set(crowd) <= {200, 429}
        assert crowd[200] / 4.0 > 0.5 * peak[200] / 2.0
        assert statistics.median(probes) < 1.0


def test_the_same_request_has_the_same_bytes_under_load(service):
    text = "A quiet day in Ashdale. " * 30
    with ThreadPoolExecutor(max_workers=8) as pool:
        answers = list(pool.map(lambda _: service.extract(text), range(40)))
    assert {answer.status for answer in answers} == {200}
    assert len({answer.body for answer in answers}) == 1


def test_a_full_queue_is_refused_with_a_time_to_come_back(start):
    with start(QUEUE_LIMIT="2") as service, ThreadPoolExecutor(max_workers=8) as pool:
        answers = list(pool.map(service.extract, [f"SLEEP 0.5 {number}" for number in range(8)]))
    statuses = Counter(answer.status for answer in answers)
    assert set(statuses) == {200, 429}
    refused = next(answer for answer in answers if answer.status == 429)
    assert refused.json["code"] == "overloaded"
    assert int(refused.headers["Retry-After"]) >= 1


def test_a_deadline_ends_the_wait(service):
    with ThreadPoolExecutor(max_workers=2) as pool:
        slow = pool.submit(service.extract, "SLEEP 1.5")
        time.sleep(0.3)
        began = time.monotonic()
        answer = service.extract("A quiet day.", X_Request_Timeout="0.2")
        assert (answer.status, answer.json["code"]) == (504, "deadline_exceeded")
        assert time.monotonic() - began < 1.2
        assert slow.result().status == 200


def test_lines_stream_in_order_of_completion(service):
    lines = [json.dumps({"text": f"SLEEP {pause}", "id": str(pause)}) for pause in (0.8, 0.1)]
    answer = service.ask("POST", "/v1/extract/batch", "\n".join(lines), Content_Type="application/x-ndjson")
    outcomes = [json.loads(line) for line in answer.body.splitlines()]
    assert sorted(outcome["index"] for outcome in outcomes) == [0, 1]
    assert all(outcome["record"] for outcome in outcomes)


def test_who_is_refused_is_heard_again_after_a_second(start):
    with start(MAX_IN_FLIGHT="1", WORKERS="1") as service, ThreadPoolExecutor(max_workers=1) as pool:
        slow = pool.submit(service.extract, "SLEEP 0.6")
        time.sleep(0.2)
        connection = http.client.HTTPConnection("127.0.0.1", service.port, timeout=10)
        statuses, began = [], time.monotonic()
        for _ in range(2):
            connection.request("POST", "/v1/extract", b"A quiet day.", {"Content-Type": "text/plain"})
            response = connection.getresponse()
            response.read()
            statuses.append(response.status)
        connection.close()
        assert statuses == [429, 200]
        assert time.monotonic() - began > 0.9
        assert slow.result().status == 200


def test_what_nobody_waits_for_is_not_read(start):
    with start() as service:
        head = b"POST /v1/extract HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\n"
        head += b"Content-Length: 2507\r\n\r\n"
        body = b"SLEEP 1" + b" word" * 500  # too long to be read together with another
        gone = [socket.create_connection(("127.0.0.1", service.port)) for _ in range(8)]
        for connection in gone:
            connection.sendall(head + body)
        time.sleep(0.4)
        for connection in gone:
            connection.close()
        began = time.monotonic()
        assert service.extract("A quiet day.").status == 200
        assert time.monotonic() - began < 4
