"""The Flask application: what happens to every request, and the routes."""

from flask import Flask
from flask_smorest import Api
from flask_swagger_ui import get_swaggerui_blueprint

from models.engine import Engine
from service.edge.admission import register_admission
from service.edge.answers import register_answers
from service.edge.auth import register_auth
from service.edge.context import register_context
from service.edge.observe import register_observation
from service.edge.quotas import Quotas
from service.openapi import configuration
from service.problems import register_problems
from service.routes.about import about_blueprint
from service.routes.batch import batch_blueprint
from service.routes.extract import extract_blueprint
from service.routes.health import health_blueprint
from service.routes.reading import Reader
from service.settings import Settings
from service.state import DATABASE, State


class _Api(Api):  # type: ignore[misc]
    """Flask-smorest, without its own shape of errors."""

    DEFAULT_ERROR_RESPONSE_NAME = None

    def _register_error_handlers(self) -> None:
        """Leave errors to `service.problems`."""


def create_app(*, engine: Engine, settings: Settings) -> Flask:
    """Return the service as a WSGI app on an engine."""
    app = Flask("eventwire", static_folder=None)
    app.config.update(configuration())
    state = State(settings.runtime_dir / DATABASE if settings.runtime_dir else None)
    quotas = Quotas(settings=settings, state=state)
    # In this order before the route, in the reverse one after it.
    register_observation(app, settings)
    register_context(app, settings)
    register_answers(app, settings)
    register_auth(app, settings)
    register_admission(app, settings)
    quotas.register(app)
    register_problems(app)
    _register_routes(
        app,
        engine=engine,
        settings=settings,
        reader=Reader(engine=engine, quotas=quotas, settings=settings),
        state=state,
    )
    return app


def _register_routes(app: Flask, *, engine: Engine, settings: Settings, reader: Reader, state: State) -> None:
    api = _Api(app)
    for blueprint in (
        extract_blueprint(reader=reader, state=state),
        batch_blueprint(reader=reader, state=state),
        about_blueprint(engine=engine, settings=settings),
        health_blueprint(engine=engine, settings=settings),
    ):
        api.register_blueprint(blueprint)
    app.register_blueprint(
        get_swaggerui_blueprint("/docs", "/openapi.json", config={"app_name": "Eventwire"})
    )
