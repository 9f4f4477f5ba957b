"""What is known of every request afterwards: a line of the log, numbers, the time of each stage."""

from time import monotonic

from flask import Flask, Response, g, request

from service import metrics, timing
from service.logs import log
from service.settings import Settings
from service.tracing import trace_request

_UNKNOWN = "unknown"
_METHODS = ("GET", "HEAD", "POST", "OPTIONS")


def register_observation(app: Flask, settings: Settings) -> None:
    """Measure every request from its first line to its last byte."""

    def begin() -> None:
        g.began = monotonic()

    def finish(response: Response) -> Response:
        stages = timing.stages()
        total = monotonic() - g.began
        parts = [*stages.items(), ("total", total)]
        response.headers["Server-Timing"] = ", ".join(f"{name};dur={s * 1000:.1f}" for name, s in parts)
        route = request.url_rule.rule if request.url_rule else _UNKNOWN
        method = request.method if request.method in _METHODS else _UNKNOWN
        received, caller, headers = request.content_length or 0, g.get("caller"), dict(request.headers)

        def account() -> None:
            seconds = monotonic() - began
            metrics.REQUESTS.labels(route, method, status).inc()
            metrics.SECONDS.labels(route).observe(seconds)
            for stage, value in stages.items():
                metrics.STAGE_SECONDS.labels(stage).observe(value)
            log.info(
                "request",
                route=route,
                method=method,
                status=status,
                caller=caller,
                bytes_in=received,
                ms=round(seconds * 1000, 1),
            )
            if settings.otel:
                trace_request(headers, f"{method} {route}", status=status, seconds=seconds, stages=stages)

        began, status = g.began, response.status_code
        response.call_on_close(account)
        return response

    app.before_request(begin)
    app.after_request(finish)
