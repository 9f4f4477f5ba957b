"""SIGTERM: what was accepted is answered, readiness drops first, nothing stays behind."""

import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor


def test_accepted_requests_are_answered(start):
    with start(DRAIN="1") as service, ThreadPoolExecutor(max_workers=12) as pool:
        futures = [pool.submit(service.extract, f"SLEEP 0.2 {number}") for number in range(12)]
        time.sleep(0.5)
        service.process.send_signal(signal.SIGTERM)
        time.sleep(0.3)
        draining = service.ask("GET", "/readyz")
        assert (draining.status, draining.json["code"]) == (503, "draining")
        assert service.extract("still accepted").status == 200
        assert {future.result().status for future in futures} == {200}
        assert service.process.wait(20) == 0
        assert list(service.temporary.glob("eventwire-*")) == []


def test_no_article_is_in_the_log(start):
    with start() as service:
        for text in ("SECRET", "CRASH SECRET", "POISON SECRET"):
            service.extract(text)
        service.until_ready()
        service.ask(
            "POST", "/v1/extract?title=SECRET", b'{"SECRET": "SECRET"', Content_Type="application/json"
        )
        service.ask("GET", "/SECRET?SECRET", SECRET="SECRET")
    log = service.log.read_text()
    assert '"event": "request"' in log
    assert "SECRET" not in log


def test_a_port_that_is_taken_ends_the_service(start, repository, tmp_path):
    with start() as service:
        other = subprocess.run(
            [sys.executable, "-m", "gunicorn", "--config", "service/gunicorn.conf.py"],
            env={"EVENTWIRE_PORT": str(service.port), "EVENTWIRE_RUNTIME_DIR": str(tmp_path), "PATH": ""},
            cwd=repository,
            capture_output=True,
            timeout=30,
            check=False,
        )
    assert other.returncode == 1
