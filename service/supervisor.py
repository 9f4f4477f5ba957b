"""``eventwire serve``: the parent of gunicorn and of one model process per device."""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from service.inference.process import ModelProcess
from service.settings import DRAINING, Settings
from service.state import DATABASE, State

_CONFIG = Path(__file__).parent / "gunicorn.conf.py"
_TICK = 0.05
_GRACEFUL = 150.0  # seconds that requests may take to finish, a little more than their longest deadline

_CURL = """
Eventwire is ready. Try:

  curl 'http://{address}/v1/extract?published_at=2024-03-14' -H 'Content-Type: text/plain' \\
    --data-binary 'Gunmen opened fire on a market in Maiduguri, Nigeria, on Tuesday, killing four.'
"""


class Supervisor:
    """Starts everything, starts the model anew when it dies, and stops everything in the right order."""

    def __init__(self, *, settings: Settings, model_command: Sequence[str] | None = None) -> None:
        self._settings = settings
        self._command = model_command or [sys.executable, "-m", "service.inference"]
        self._models: list[ModelProcess] = []
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
            State(runtime / DATABASE).close()  # made once, before workers open it at the same time
            return self._supervise(runtime)

    def _stop(self, *_: object) -> None:
        self._stopping = True

    def _supervise(self, runtime: Path) -> int:
        self._models = [
            ModelProcess(command=[*self._command, device], socket=self._settings.socket(device))
            for device in self._settings.devices
        ]
        # In a session of its own: a Ctrl-C is for this process, which ends the others in order.
        command = [sys.executable, "-m", "gunicorn", "--config", str(_CONFIG)]
        http = subprocess.Popen(command, start_new_session=True)
        announced = False
        code = 0
        while not self._stopping and not code:
            time.sleep(_TICK)
            code = self._tend(http)
            if not announced and self._is_ready():
                print(_CURL.format(address=f"{self._settings.host}:{self._settings.port}"), flush=True)
                announced = True
        self._shut_down(runtime, http)
        return code

    def _tend(self, http: subprocess.Popen[bytes]) -> int:
        """Start what has died anew; return an exit code where that would not help."""
        hopeless = [model for model in self._models if not model.tend()]
        return 1 if hopeless or http.poll() is not None else 0

    def _is_ready(self) -> bool:
        if not all(path.exists() for path in self._settings.sockets):
            return False
        address = (self._settings.host.strip("[]"), self._settings.port)
        try:
            socket.create_connection(address, timeout=1).close()
        except OSError:
            return False
        return True

    def _shut_down(self, runtime: Path, http: subprocess.Popen[bytes]) -> None:
        (runtime / DRAINING).touch()  # /readyz says so, and load balancers look elsewhere
        self._wait(http, self._settings.drain)
        if http.poll() is None:
            http.terminate()
            self._wait(http, _GRACEFUL)
            http.kill()
        for model in self._models:
            model.stop()

    def _wait(self, http: subprocess.Popen[bytes], seconds: float) -> None:
        """Wait for gunicorn to end, at most so long; what it still answers needs the model."""
        until = time.monotonic() + seconds
        while http.poll() is None and time.monotonic() < until:
            self._tend(http)
            time.sleep(_TICK)
