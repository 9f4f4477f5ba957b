"""Probes and metrics."""

from flask import Response
from flask_smorest import Blueprint
from prometheus_client import CONTENT_TYPE_LATEST

from models.engine import Engine
from service import metrics
from service.problems import Problem
from service.routes.answer import json_answer
from service.routes.documentation import failures
from service.schemas import HealthSchema, ReadinessSchema
from service.settings import DRAINING, Settings


def health_blueprint(*, engine: Engine, settings: Settings) -> Blueprint:
    """Return the routes, on an engine."""
    blueprint = Blueprint("health", __name__)

    @blueprint.route("/livez")
    @blueprint.doc(operationId="livez", security=[])
    @blueprint.response(200, HealthSchema, description="It lives.")
    def livez() -> Response:
        """Whether the HTTP worker lives; it asks nobody."""
        return json_answer({"status": "live"})

    @blueprint.route("/readyz")
    @blueprint.doc(operationId="readyz", security=[])
    @blueprint.response(200, ReadinessSchema, description="It is ready.")
    @failures(blueprint, 503)
    def readyz() -> Response:
        """Whether a model is warmed up and the service is not shutting down."""
        if settings.runtime_dir is not None and (settings.runtime_dir / DRAINING).exists():
            raise Problem(status=503, code="draining", detail="The service is shutting down.")
        info = engine.info
        return json_answer({"status": "ready", "model": {"name": info.name, "version": info.version}})

    @blueprint.route("/metrics")
    @blueprint.doc(operationId="metrics")
    @blueprint.response(200, {"type": "string"}, content_type="text/plain", description="The numbers.")
    @failures(blueprint, 401, 403)
    def read_metrics() -> Response:
        """Numbers for Prometheus, of all processes."""
        return Response(metrics.exposition(), content_type=CONTENT_TYPE_LATEST)

    return blueprint
