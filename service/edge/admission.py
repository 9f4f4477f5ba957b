"""The cap on requests in flight: beyond it they are refused before their body is read."""

from threading import BoundedSemaphore

from flask import Flask, Response, g, request

from service import metrics
from service.parking import SECONDS, park
from service.problems import Problem
from service.settings import Settings


def register_admission(app: Flask, settings: Settings) -> None:
    """Admit only so many requests with a body at a time to this worker, fewer than it has threads."""
    slots = BoundedSemaphore(settings.max_in_flight)

    def admit() -> None:
        if request.method != "POST":
            return
        if not slots.acquire(blocking=False):
            metrics.SHED.labels("in_flight").inc()
            if "gunicorn.socket" in request.environ:
                park(request.environ["gunicorn.socket"])
            detail = f"{settings.max_in_flight} requests are being answered already."
            raise Problem(status=429, code="overloaded", detail=detail, retry_after=SECONDS)
        metrics.IN_FLIGHT.inc()
        g.admitted = True

    def leave() -> None:
        metrics.IN_FLIGHT.dec()
        slots.release()

    def leave_at_the_end(response: Response) -> Response:
        if g.pop("admitted", False):
            response.call_on_close(leave)  # an answer that is streamed keeps its slot until it is out
        return response

    def leave_after_a_failure(_: BaseException | None) -> None:
        if g.pop("admitted", False):
            leave()

    app.before_request(admit)
    app.after_request(leave_at_the_end)
    app.teardown_request(leave_after_a_failure)
