"""The entry point of gunicorn: ``gunicorn 'service.wsgi:create()'``."""

from flask import Flask

from service.app import create_app
from service.inference.client import RemoteEngine
from service.settings import load_settings


def create() -> Flask:
    """Return the app on the model processes that `service.supervisor` started.

    Raises:
        ValueError: there are none, because gunicorn was started by hand.
    """
    settings = load_settings()
    return create_app(engine=RemoteEngine(sockets=settings.sockets), settings=settings)
