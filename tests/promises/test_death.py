"""What is lost when a process dies: only what that process was doing."""

import os
import signal
import socket
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.promises.running import descendants, wait_until


@pytest.fixture(scope="module")
def pool():
    with ThreadPoolExecutor(max_workers=16) as executor:
        yield executor


def kill_model(service):
    os.kill(service.model_pid, signal.SIGKILL)


def test_a_dead_model_process_is_started_anew_and_loses_only_what_it_was_reading(service, pool):
    in_flight = [pool.submit(service.extract, f"SLEEP 5 {number}") for number in range(4)]
    time.sleep(0.5)
    killed = time.monotonic()
    kill_model(service)
    answers = [future.result() for future in in_flight]
    assert time.monotonic() - killed < 3
    assert {answer.status for answer in answers} == {503}
    assert {answer.json["code"] for answer in answers} == {"model_unavailable"}
    assert all(int(answer.headers["Retry-After"]) > 0 for answer in answers)
    assert service.ask("GET", "/livez").status == 200
    assert service.until_ready() < 10
    assert service.extract("A quiet day.").status == 200
    metrics = service.ask("GET", "/metrics").body.decode()
    assert "eventwire_model_restarts_total 1.0" in metrics


def test_an_article_that_ends_the_model_twice_is_refused(start):
    with start() as service:
        assert service.extract("POISON").status == 503
        service.until_ready()
        assert service.extract("POISON").status == 503
        service.until_ready()
        answer = service.extract("POISON")
        assert (answer.status, answer.json["code"]) == (422, "poisonous")
        assert service.extract("A quiet day.").status == 200


def test_company_of_a_poisonous_article_is_not_condemned(start, pool):
    with start() as service:
        blocking = pool.submit(service.extract, "SLEEP 0.5")
        time.sleep(0.2)
        batch = [pool.submit(service.extract, text) for text in ("POISON", "good")]
        assert blocking.result().status == 200
        assert [future.result().status for future in batch] == [503, 503]
        service.until_ready()
        assert service.extract("POISON").status == 503
        service.until_ready()
        assert [service.extract(text).status for text in ("good", "POISON")] == [200, 422]


def test_a_dead_http_worker_is_replaced_and_its_articles_are_not_read(start, pool):
    with start(WORKERS="1") as service:
        (worker,) = service.worker_pids
        # Each is too long to be read together with another.
        lost = [pool.submit(service.extract, f"SLEEP 3 {number}" + " word" * 500) for number in range(4)]
        time.sleep(0.5)
        os.kill(worker, signal.SIGKILL)
        assert all(isinstance(future.exception(), OSError) for future in lost)
        wait_until(lambda: service.ask("GET", "/livez").status == 200, 10)
        began = time.monotonic()
        assert service.extract("A quiet day.").status == 200
        # One of the four was being read; the three that waited were dropped.
        assert time.monotonic() - began < 6


def test_no_process_outlives_the_supervisor(start):
    with start() as service:
        processes = descendants(service.process.pid)
        assert len(processes) == 4  # the model, gunicorn and its two workers
        service.process.kill()
        service.process.wait()
        wait_until(lambda: not any(Path(f"/proc/{pid}").exists() for pid in processes), 10)


def test_a_ctrl_c_loses_no_accepted_request(start, pool):
    with start() as service:
        futures = [pool.submit(service.extract, f"SLEEP 0.3 {number}") for number in range(4)]
        time.sleep(0.5)
        os.killpg(service.process.pid, signal.SIGINT)
        assert {future.result().status for future in futures} == {200}
        assert service.process.wait(20) == 0


def test_a_silent_connection_does_not_delay_the_end(start):
    with start() as service, socket.create_connection(("127.0.0.1", service.port)):
        time.sleep(0.3)
        began = time.monotonic()
        service.process.send_signal(signal.SIGTERM)
        assert service.process.wait(20) == 0
        assert time.monotonic() - began < 10
