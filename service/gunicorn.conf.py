"""Gunicorn's settings. ``eventwire serve`` starts gunicorn with them, beside the model processes."""

import ctypes
import signal
import sys
from typing import Any

from prometheus_client import multiprocess

from service.logs import configure_logs
from service.settings import load_settings
from service.tracing import start_tracing

try:
    settings = load_settings()
except ValueError as error:
    sys.exit(f"eventwire: {error}")

configure_logs()

_PR_SET_PDEATHSIG = 1  # linux/prctl.h

wsgi_app = "service.wsgi:create()"
bind = f"{settings.host}:{settings.port}"
worker_class = "service.worker.PatientWorker"
workers = settings.workers
# Refusals and probes need threads that no article holds.
threads = settings.max_in_flight + 8
timeout = 30
graceful_timeout = 140
keepalive = 30
sendfile = False  # it would wait for a client that does not read, however long
limit_request_line = 8190
control_socket_disable = True
logger_class = "service.logs.GunicornLogger"


def on_starting(server: Any) -> None:
    """End when the supervisor does, however that comes about (Linux only)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


def post_fork(server: Any, worker: Any) -> None:
    """Start the exporter's thread: threads do not survive a fork."""
    if settings.otel:
        start_tracing()


def child_exit(server: Any, worker: Any) -> None:
    """Take a dead worker out of the gauges."""
    multiprocess.mark_process_dead(worker.pid)
