"""API keys: who may do what. Without a file of keys, everybody may do everything."""

from flask import Flask, g, request

from service.keys import ANONYMOUS, EXTRACT, METRICS, KeyRing
from service.problems import Problem
from service.settings import Settings

_SCOPES = {"/metrics": METRICS}
_OPEN = ("/livez", "/readyz", "/docs", "/openapi.json")


def register_auth(app: Flask, settings: Settings) -> None:
    """Ask for a key with the scope of the route on all routes but the probes and the documentation."""
    ring = KeyRing(settings.keys_file) if settings.keys_file else None

    def authenticate() -> None:
        g.caller = ANONYMOUS
        if ring is None or request.method == "OPTIONS" or _is_open(request.path):
            return
        key = ring.find(_sent_key())
        if key is None:
            raise Problem(status=401, detail="Send a valid API key: `Authorization: Bearer ew_…`.")
        scope = _SCOPES.get(request.path, EXTRACT)
        if scope not in key.scopes:
            raise Problem(status=403, detail=f"The key lacks the scope {scope!r}.")
        g.caller = key.id

    app.before_request(authenticate)


def _is_open(path: str) -> bool:
    return any(path == route or path.startswith(f"{route}/") for route in _OPEN)


def _sent_key() -> str:
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else request.headers.get("X-API-Key", "")
