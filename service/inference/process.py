"""A model process as its parent sees it."""

import os
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

from service.logs import log

_LONGEST_PAUSE = 30.0
_STEADY = 60.0  # seconds that a process lives before its next death counts as the first again
_STOPPING = 10.0  # seconds to end by itself
# The model reads in a thread of its own, whose freed memory glibc would give back to the system, then ask for
# again in the next layer: a fifth of an article's time in bfloat16.
_MEMORY = {
    "MALLOC_ARENA_MAX": "1",
    "MALLOC_TRIM_THRESHOLD_": str(128 * 2**20),
    "MALLOC_MMAP_THRESHOLD_": str(32 * 2**20),
}


class ModelProcess:
    """Started at once, and anew when it dies: immediately at first, then after ever longer pauses."""

    def __init__(self, *, command: Sequence[str], socket: Path) -> None:
        self._command = command
        self._socket = socket
        self._deaths = 0
        self._rise_at = 0.0
        self._process: subprocess.Popen[bytes] | None = None
        self._start()

    def tend(self) -> bool:
        """Start the process anew when it has died; return whether there is any hope of it."""
        if self._process is None:
            if time.monotonic() >= self._rise_at:
                self._start()
        elif self._process.poll() is not None:
            if self._process.returncode == os.EX_CONFIG:
                return False
            self._bury(self._process)
        return True

    def stop(self) -> None:
        """End the process."""
        if self._process is None:
            return
        assert self._process.stdin is not None
        self._process.stdin.close()
        try:
            self._process.wait(_STOPPING)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _start(self) -> None:
        # Its standard input is the lifeline: it ends when the parent does, however that comes about.
        self._process = subprocess.Popen(
            self._command, stdin=subprocess.PIPE, start_new_session=True, env={**_MEMORY, **os.environ}
        )
        self._born = time.monotonic()

    def _bury(self, process: subprocess.Popen[bytes]) -> None:
        now = time.monotonic()
        self._deaths = 1 if now - self._born > _STEADY else self._deaths + 1
        pause = 0.0 if self._deaths == 1 else min(_LONGEST_PAUSE, 0.5 * 2.0 ** (self._deaths - 2))
        self._rise_at = now + pause
        self._process = None
        self._socket.unlink(missing_ok=True)
        log.error("model died", model=self._socket.stem, code=process.returncode, pause=pause)
        _count_death(process.pid)


def _count_death(pid: int) -> None:
    # Here, because prometheus_client looks for its folder when it is imported.
    from prometheus_client.multiprocess import mark_process_dead

    from service.metrics import MODEL_RESTARTS

    mark_process_dead(pid)  # type: ignore[no-untyped-call]
    MODEL_RESTARTS.inc()
