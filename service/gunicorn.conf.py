"""Gunicorn's settings: one worker, because the model is in memory once per worker."""

import sys
from typing import Any

from service.settings import load_settings

try:
    settings = load_settings()
except ValueError as error:
    sys.exit(f"eventwire: {error}")

wsgi_app = "service.wsgi:create()"
bind = f"{settings.host}:{settings.port}"
worker_class = "gthread"
workers = 1
threads = 8  # a long article in one of them leaves the others free for /livez and /readyz
timeout = 120  # the worker's heartbeat, which starts only when the model is loaded
control_socket_disable = True
accesslog = "-"
access_log_format = "%(m)s %(U)s %(s)s %(B)sB %(M)sms"  # without the query: it may hold a title

_CURL = """
Eventwire is ready. Try:

  curl 'http://{address}/v1/extract?published_at=2024-03-14' -H 'Content-Type: text/plain' \\
    --data-binary 'Gunmen opened fire on a market in Maiduguri, Nigeria, on Tuesday, killing four.'
"""


def post_worker_init(worker: Any) -> None:
    """Print a request to try, once the model is loaded."""
    print(_CURL.format(address=bind), flush=True)
