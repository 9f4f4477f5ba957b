"""The Flask application."""

from flask import Flask

from models.engine import Engine
from service.problems import register_problems
from service.routes import Routes
from service.settings import Settings


def create_app(*, engine: Engine, settings: Settings) -> Flask:
    """Return the service as a WSGI app on a loaded engine."""
    app = Flask("eventwire", static_folder=None)
    app.config["MAX_CONTENT_LENGTH"] = settings.max_body_bytes
    register_problems(app)
    Routes(engine=engine, settings=settings).register(app)
    return app
