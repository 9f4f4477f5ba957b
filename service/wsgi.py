"""The entry point of gunicorn: ``gunicorn 'service.wsgi:create()'``."""

from flask import Flask
from gunicorn.errors import AppImportError

from models.records import Article, Options
from service.app import create_app
from service.engines import SerialEngine, open_engine
from service.settings import Settings, load_settings

_WARM_UP = Article(text="Gunmen opened fire on a convoy near the border on Monday, killing two soldiers.")


def create() -> Flask:
    """Load the model, run it once and return the app.

    Gunicorn calls this in its worker, after the fork: torch's threads do not survive one.
    """
    settings = load_settings()
    engine = _load(settings)
    engine.extract(_WARM_UP, options=Options())
    return create_app(engine=engine, settings=settings)


def _load(settings: Settings) -> SerialEngine:
    try:
        return SerialEngine(engine=open_engine(model_dir=settings.model_dir, threads=settings.threads))
    except (ValueError, OSError) as error:
        # Gunicorn prints this one's message and stops, where any other exception makes it print a traceback.
        raise AppImportError(f"eventwire: the model cannot be loaded: {error}") from error
