"""What the service is and allows: types, model, limits."""

from flask import Response
from flask_smorest import Blueprint

from models.engine import Engine
from service.routes.answer import json_answer
from service.routes.documentation import failures
from service.schemas import AttackTypesSchema, LimitsSchema, ModelDescriptionSchema, write_types
from service.schemas.about import write_limits, write_model
from service.settings import Settings


def about_blueprint(*, engine: Engine, settings: Settings) -> Blueprint:
    """Return the routes, on an engine."""
    blueprint = Blueprint("about", __name__)

    @blueprint.route("/v1/types")
    @blueprint.doc(operationId="types")
    @blueprint.response(200, AttackTypesSchema, description="The types.")
    @failures(blueprint, 401, 403)
    def types() -> Response:
        """The attack types, with their codes in other schemes."""
        return json_answer(write_types())

    @blueprint.route("/v1/model")
    @blueprint.doc(operationId="model")
    @blueprint.response(200, ModelDescriptionSchema, description="The model.")
    @failures(blueprint, 401, 403, 503)
    def model() -> Response:
        """Which model reads, and what it runs on."""
        return json_answer(write_model(engine))

    @blueprint.route("/v1/limits")
    @blueprint.doc(operationId="limits")
    @blueprint.response(200, LimitsSchema, description="The limits.")
    @failures(blueprint, 401, 403)
    def limits() -> Response:
        """How much may be sent, and how fast."""
        return json_answer(write_limits(settings))

    return blueprint
