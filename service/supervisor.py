"""``eventwire serve``: the parent of gunicorn and of one model process per device."""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from service.logs import log
from service.settings import DRAINING, Settings

_CONFIG = Path(__file__).parent / "gunicorn.conf.py"
_TICK = 0.05
_LONGEST_PAUSE = 30.0
_STEADY = 60.0  # seconds that a model process lives before its next death counts as the first again
_GRACEFUL = 150.0  # seconds that requests may take to finish, a little more than their longest deadline

_CURL = """
Eventwire is ready. Try:

  curl 'http://{address}/v1/extract?published_at=2024-03-14' -H 'Content-Type: text/plain' \\
    --data-binary 'Gunmen opened fire on a market in Maiduguri, Nigeria, on Tuesday, killing four.'
"""


@dataclass(kw_only=True)
class _ModelProcess:
    """A model process, and how often it died of late."""

    command: Sequence[str]
    device: str
    deaths: int = 0
    born: float = 0.0
    rise_at: float = 0.0
    process: subprocess.Popen[bytes] | None = field(default=None)

    def start(self, environment: dict[str, str]) -> None:
        # Its standard input is the lifeline: it ends when this process does, however it does.
        self.process = subprocess.Popen([*self.command, self.device], stdin=subprocess.PIPE, env=environment)
        self.born = time.monotonic()

    def bury(self) -> float:
        """Note its death; return the seconds to wait before it is started anew."""
        assert self.process is not None
        lived = time.monotonic() - self.born
        self.deaths = 1 if lived > _STEADY else self.deaths + 1
        pause = 0.0 if self.deaths == 1 else min(_LONGEST_PAUSE, 0.5 * 2.0 ** (self.deaths - 2))
        self.rise_at = time.monotonic() + pause
        self.process = None
        return pause


class Supervisor:
    """Starts everything, starts the model anew when it dies, and stops everything in the right order."""

    def __init__(self, *, settings: Settings, model_command: Sequence[str] | None = None) -> None:
        self._settings = settings
        command = model_command or [sys.executable, "-m", "service.inference"]
        self._models = [_ModelProcess(command=command, device=device) for device in settings.devices]
        self._stopping = False

    def run(self) -> int:
        """Serve until SIGTERM or SIGINT; return the exit code."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._stop)
        with tempfile.TemporaryDirectory(prefix="eventwire-") as folder:
            runtime = Path(folder)  # mode 0700
            (runtime / "metrics").mkdir()
            os.environ["EVENTWIRE_RUNTIME_DIR"] = folder
            os.environ["PROMETHEUS_MULTIPROC_DIR"] = str(runtime / "metrics")
            self._settings = replace(self._settings, runtime_dir=runtime)
            return self._supervise(runtime)

    def _stop(self, *_: object) -> None:
        self._stopping = True

    def _supervise(self, runtime: Path) -> int:
        environment = dict(os.environ)
        for model in self._models:
            model.start(environment)
        http = subprocess.Popen([sys.executable, "-m", "gunicorn", "--config", str(_CONFIG)], env=environment)
        announced = False
        code = 0
        while not self._stopping and not code:
            time.sleep(_TICK)
            for model in self._models:
                code = code or self._tend(model, environment)
            if http.poll() is not None:
                code = http.returncode or 1
            if not announced and self._is_ready():
                print(_CURL.format(address=f"{self._settings.host}:{self._settings.port}"), flush=True)
                announced = True
        self._shut_down(runtime, http)
        return code

    def _is_ready(self) -> bool:
        if not all(path.exists() for path in self._settings.sockets):
            return False
        try:
            socket.create_connection(
                (self._settings.host.strip("[]"), self._settings.port), timeout=1
            ).close()
        except OSError:
            return False
        return True

    def _tend(self, model: _ModelProcess, environment: dict[str, str]) -> int:
        """Start a model process anew when it has died; return an exit code where that would not help."""
        process = model.process
        if process is None:
            if time.monotonic() >= model.rise_at:
                model.start(environment)
        elif process.poll() is not None:
            if process.returncode == os.EX_CONFIG:
                return 1
            self._settings.socket(model.device).unlink(missing_ok=True)
            log.error("model died", device=model.device, code=process.returncode, pause=model.bury())
            _count_death(process.pid)
        return 0

    def _shut_down(self, runtime: Path, http: subprocess.Popen[bytes]) -> None:
        (runtime / DRAINING).touch()  # /readyz says so, and load balancers look elsewhere
        time.sleep(self._settings.drain)
        if http.poll() is None:
            http.terminate()
            try:
                http.wait(_GRACEFUL)
            except subprocess.TimeoutExpired:
                http.kill()
        for model in self._models:
            if model.process is not None:
                assert model.process.stdin is not None
                model.process.stdin.close()
                model.process.wait()


def _count_death(pid: int) -> None:
    # Here, because prometheus_client looks for its folder when it is imported.
    from prometheus_client.multiprocess import mark_process_dead

    from service.metrics import MODEL_RESTARTS

    mark_process_dead(pid)  # type: ignore[no-untyped-call]
    MODEL_RESTARTS.inc()
