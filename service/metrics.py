"""What is counted, in Prometheus's terms. All processes write into one folder; any HTTP worker reads it out.

The folder is ``PROMETHEUS_MULTIPROC_DIR``, which the supervisor makes anew at each start.
"""

import os

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest, multiprocess

_SECONDS = (0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100)

REQUESTS = Counter("eventwire_requests", "Requests answered.", ["route", "method", "status"])
SECONDS = Histogram("eventwire_request_seconds", "Time to answer a request.", ["route"], buckets=_SECONDS)
STAGE_SECONDS = Histogram(
    "eventwire_stage_seconds", "Time in one stage of a request.", ["stage"], buckets=_SECONDS
)
SHED = Counter("eventwire_shed", "Requests refused to keep the service up.", ["reason"])
IN_FLIGHT = Gauge("eventwire_in_flight", "Requests being answered.", multiprocess_mode="livesum")
EVENTS = Histogram(
    "eventwire_events_per_article", "Records of one article.", buckets=(0, 1, 2, 3, 5, 8, 13, 21, 34)
)
QUEUE_DEPTH = Gauge("eventwire_queue_depth", "Articles waiting for the model.", multiprocess_mode="livesum")
BATCH_TOKENS = Histogram(
    "eventwire_batch_tokens", "Subtokens of one batch.", buckets=(64, 128, 256, 512, 1024, 2048, 8192, 32768)
)
BATCH_ARTICLES = Histogram("eventwire_batch_articles", "Articles of one batch.", buckets=(1, 2, 4, 8, 16, 32))
MODEL_RESTARTS = Counter("eventwire_model_restarts", "Model processes started anew after they died.")


def exposition() -> bytes:
    """Return the numbers of all processes in Prometheus's text format."""
    if "PROMETHEUS_MULTIPROC_DIR" not in os.environ:
        return generate_latest()
    registry = CollectorRegistry()
    multiprocess.MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    return generate_latest(registry)
