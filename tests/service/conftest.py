"""An engine without a model: it answers one fixed event for any article that says "opened fire"."""

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from click.testing import CliRunner
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from models.engine import Engine, Runtime
from models.records import (
    Actor,
    Article,
    Attacker,
    Casualty,
    Codes,
    Event,
    EventDate,
    Extraction,
    Location,
    ModelInfo,
    Options,
    Range,
    Span,
    Target,
    Warning,
    Weapon,
)
from service.app import create_app
from service.settings import Settings

ARTICLE = (
    "🚨 Fighters of the Northern Front opened fire with rifles on a bus near Ashdale on Friday, "
    "killing at least two passengers."
)


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(text=words, start=start, end=start + len(words))


def event(text: str) -> Event:
    return Event(
        id="evt_0a1b2c3d",
        attack_type="shooting",
        category="armed",
        codes=Codes(acled="Attack", gtd=2, plover=None, cameo="190", muc4="ATTACK"),
        status="occurred",
        salience="main",
        count=Range(min=2, max=None),
        summary="Shooting by Northern Front in Ashdale; at least 2 killed.",
        triggers=(span(text, "opened fire"),),
        attackers=(
            Attacker(
                name="Northern Front",
                mentions=(span(text, "Northern Front"),),
                attribution="stated",
                actor=Actor(name="Northern Front", kind="armed_group", country=None),
                confidence=0.9,
            ),
            Attacker(name="gunmen", mentions=(), attribution="suspected", actor=None, confidence=0.5),
        ),
        targets=(Target(name="bus", mentions=(span(text, "bus"),), kind="vehicle", confidence=0.8),),
        weapons=(Weapon(name="rifles", mentions=(span(text, "rifles"),), confidence=0.7),),
        location=Location(
            name="Ashdale",
            mentions=(span(text, "Ashdale"),),
            country="GB",
            admin1=None,
            latitude=51.5,
            longitude=None,
            precision="city",
            geonames_id=None,
            confidence=0.6,
        ),
        date=EventDate(
            start=date(2024, 3, 8),
            end=date(2024, 3, 9),
            precision="range",
            mentions=(span(text, "Friday"),),
            basis="relative to published_at",
            confidence=0.95,
        ),
        casualties=(
            Casualty(
                effect="killed",
                side="target",
                min=2,
                max=None,
                who="passengers",
                total=True,
                text=span(text, "two passengers"),
                confidence=0.9,
            ),
        ),
        killed=Range(min=2, max=None),
        injured=None,
        confidence=0.94,
    )


class FakeEngine:
    """Records what it is asked; fails on articles that say so."""

    def __init__(self) -> None:
        self.asked: list[tuple[Article, Options]] = []

    @property
    def info(self) -> ModelInfo:
        return ModelInfo(name="fake", version="0")

    @property
    def runtime(self) -> Runtime:
        return Runtime(device="cpu", precision="float32", threads=1)

    def extract(self, article: Article, *, options: Options) -> Extraction:
        self.asked.append((article, options))
        if "UNREADABLE" in article.text:
            raise ValueError("holds no words")
        if "CRASH" in article.text:
            raise RuntimeError(f"stumbled over {article.text}")
        return Extraction(
            id=article.id,
            published_at=article.published_at,
            language=article.language,
            model=self.info,
            events=(event(ARTICLE),) if article.text == ARTICLE else (),
            warnings=() if article.published_at else (Warning(code="no_published_at", detail="No date."),),
        )


@pytest.fixture
def article() -> str:
    return ARTICLE


PAGE = """<html><head><title>Bus attacked - The Ashdale Post</title>
<meta property="og:title" content="Bus attacked">
<meta property="article:published_time" content="2024-03-08T21:00:00Z"></head>
<body><nav><a href="/">Home</a> <a href="/in">Subscribe</a></nav><article><h1>Bus attacked</h1>
<p>Fighters of the Northern Front opened fire with rifles on a bus near Ashdale on Friday, police said.</p>
<p>Two passengers were killed, and the driver was brought to the hospital of Ashdale with wounds.</p>
</article><footer>All rights reserved</footer></body></html>"""


@pytest.fixture
def page() -> str:
    return PAGE


@pytest.fixture
def make_client(engine: Engine) -> Callable[..., FlaskClient]:
    """Return a function that makes a client of a service with the given settings."""

    def make(**settings: Any) -> FlaskClient:
        app = create_app(engine=engine, settings=Settings(**settings))
        app.test_client_class = ClosingClient
        return app.test_client()

    return make


@pytest.fixture
def engine() -> FakeEngine:
    return FakeEngine()


@pytest.fixture
def app(engine: Engine) -> Flask:
    return create_app(engine=engine, settings=Settings(max_characters=1000, max_body_bytes=10_000))


class ClosingClient(FlaskClient):
    """Reads answers to their end and closes them, as gunicorn does."""

    def open(self, *args: Any, buffered: bool = True, **kwargs: Any) -> TestResponse:
        return super().open(*args, buffered=buffered, **kwargs)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    app.test_client_class = ClosingClient
    return app.test_client()


@pytest.fixture
def runner(engine: Engine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> CliRunner:
    """A runner of commands, in an empty folder, whose model is the fake one."""

    def open_fake(**_: Any) -> Engine:
        return engine

    monkeypatch.setattr("service.cli.options.open_engine", open_fake)
    monkeypatch.chdir(tmp_path)
    return CliRunner()


@pytest.fixture
def replace_module(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Return a function that puts a module of the given members in the place of an installed one."""

    def replace(name: str, **members: Any) -> None:
        module = ModuleType(name)
        vars(module).update(members)
        monkeypatch.setitem(sys.modules, name, module)

    return replace
