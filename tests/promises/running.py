"""A running service, and what one does to it: for tests and for benchmarks."""

import http.client
import json
import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


@dataclass
class Answer:
    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def json(self):
        return json.loads(self.body)


@dataclass
class Service:
    """A running service, and what one does to it."""

    port: int
    process: subprocess.Popen
    temporary: Path
    log: Path
    _runtime: Path | None = field(default=None)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def ask(
        self, method: str, path: str, body: bytes | str | None = None, timeout: float = 30.0, **headers: str
    ) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request(method, path, body.encode() if isinstance(body, str) else body, named)
            response = connection.getresponse()
            return Answer(response.status, response.headers, response.read())
        finally:
            connection.close()

    def extract(self, text: str, **headers: str) -> Answer:
        return self.ask("POST", "/v1/extract", text, Content_Type="text/plain", **headers)

    @property
    def runtime(self) -> Path:
        (found,) = self.temporary.glob("eventwire-*")
        return found

    @property
    def model_pid(self) -> int:
        return int((self.runtime / "model.pid").read_text())

    @property
    def worker_pids(self) -> list[int]:
        (master,) = [pid for pid in children(self.process.pid) if "gunicorn" in command_of(pid)]
        return children(master)

    @property
    def memory(self) -> int:
        """Resident bytes of the model and HTTP processes."""
        return sum(map(resident, descendants(self.process.pid)))

    def until_ready(self, seconds: float = 20.0) -> float:
        return wait_until(lambda: self.ask("GET", "/readyz").status == 200, seconds)


def children(pid: int) -> list[int]:
    listed = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [int(child) for child in listed]


def descendants(pid: int) -> list[int]:
    return [found for child in children(pid) for found in (child, *descendants(child))]


def resident(pid: int) -> int:
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def command_of(pid: int) -> str:
    return Path(f"/proc/{pid}/cmdline").read_text().replace("\0", " ")


def wait_until(true: Callable[[], bool], seconds: float) -> float:
    """Wait until something is true; return how long it took."""
    began = time.monotonic()
    while time.monotonic() - began < seconds:
        try:
            if true():
                return time.monotonic() - began
        except OSError:
            pass
        time.sleep(0.02)
    raise AssertionError(f"not within {seconds} seconds")


@contextmanager
def running(command: Sequence[str], folder: Path, **settings: str) -> Iterator[Service]:
    """Run a command that starts a service, with ``EVENTWIRE_`` settings, until the block ends."""
    port = free_port()
    temporary = folder / "tmp"
    temporary.mkdir()
    environment = {name: value for name, value in os.environ.items() if not name.startswith("EVENTWIRE_")}
    environment |= {f"EVENTWIRE_{name}": value for name, value in settings.items()}
    environment |= {"EVENTWIRE_PORT": str(port), "TMPDIR": str(temporary), "PYTHONPATH": str(REPOSITORY)}
    log = folder / "log"
    with log.open("w") as out:
        process = subprocess.Popen(
            command, env=environment, stdout=out, stderr=out, cwd=folder, start_new_session=True
        )
    service = Service(port=port, process=process, temporary=temporary, log=log)
    try:
        service.until_ready(90.0)
        yield service
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(180)
            except subprocess.TimeoutExpired:
                process.kill()
                raise
