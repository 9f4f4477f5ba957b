"""Rate limits of each key, in requests and in characters, told in ``RateLimit`` headers.

The headers are those of draft-ietf-httpapi-ratelimit-headers: the policies, and what is left of each.
"""

import time

from flask import Flask, Response, g, request
from limits import RateLimitItem, parse
from limits.strategies import FixedWindowRateLimiter

from service import metrics
from service.problems import Problem
from service.settings import Settings
from service.state import CounterStorage, State

REQUESTS, CHARACTERS = "requests", "characters"


class Quotas:
    """What each caller may still send."""

    def __init__(self, *, settings: Settings, state: State) -> None:
        rates = {REQUESTS: settings.rate_requests, CHARACTERS: settings.rate_characters}
        self._items = {name: parse(rate) for name, rate in rates.items() if rate}
        self._limiter = FixedWindowRateLimiter(CounterStorage(state=state))

    def register(self, app: Flask) -> None:
        """Count every request with a body, and tell what is left."""
        if self._items:
            app.before_request(self._count_request)
            app.after_request(self._tell)

    def spend_characters(self, count: int) -> None:
        """Count characters of the current request.

        Raises:
            Problem: the caller has none left.
        """
        self._spend(CHARACTERS, count)

    def _count_request(self) -> None:
        if request.method == "POST":
            self._spend(REQUESTS, 1)

    def _spend(self, name: str, count: int) -> None:
        item = self._items.get(name)
        if item is not None and not self._limiter.hit(item, name, g.caller, cost=count):
            metrics.SHED.labels(f"quota_{name}").inc()
            wait = self._limiter.get_window_stats(item, name, g.caller).reset_time - time.time()
            detail = f"The quota of {item} is spent ({name})."
            raise Problem(status=429, code="quota_spent", detail=detail, retry_after=wait)

    def _tell(self, response: Response) -> Response:
        if "caller" in g and request.method == "POST":
            response.headers["RateLimit-Policy"] = ", ".join(
                f'"{name}";q={item.amount};w={item.get_expiry()}' for name, item in self._items.items()
            )
            response.headers["RateLimit"] = ", ".join(map(self._left, self._items.items()))
        return response

    def _left(self, named: tuple[str, RateLimitItem]) -> str:
        name, item = named
        left = self._limiter.get_window_stats(item, name, g.caller)
        return f'"{name}";r={max(0, left.remaining)};t={max(0, round(left.reset_time - time.time()))}'
