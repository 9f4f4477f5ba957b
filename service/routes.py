"""The routes of the service."""

import json
from typing import Any

from flask import Flask, Response, request

from models.engine import Engine
from models.records import Article, Extraction, Options
from service.bodies import read_payload
from service.logs import log_failure
from service.problems import Problem
from service.schemas import read_request, write_extraction, write_types
from service.settings import Settings


def _json(body: dict[str, Any]) -> Response:
    return Response(
        json.dumps(body, ensure_ascii=False, allow_nan=False) + "\n", content_type="application/json"
    )


class Routes:
    """The views of the service, on one engine."""

    def __init__(self, *, engine: Engine, settings: Settings) -> None:
        self._engine = engine
        self._settings = settings

    def register(self, app: Flask) -> None:
        """Add the views to the app."""
        app.add_url_rule("/v1/extract", view_func=self.extract, methods=["POST"])
        app.add_url_rule("/v1/types", view_func=self.types, methods=["GET"])
        app.add_url_rule("/livez", view_func=self.livez, methods=["GET"])
        app.add_url_rule("/readyz", view_func=self.readyz, methods=["GET"])

    def extract(self) -> Response:
        """Answer the attack records of the article in the body."""
        article, options = read_request(read_payload(request))
        limit = self._settings.max_characters
        if len(article.text) > limit:
            detail = f"The text has {len(article.text)} characters; the limit is {limit}."
            raise Problem(status=413, detail=detail, errors=[("/text", "Too long.")])
        return _json(write_extraction(self._run(article, options)))

    def types(self) -> Response:
        """Answer the attack types, with their codes in other schemes."""
        return _json(write_types())

    def livez(self) -> Response:
        """Answer that the process lives."""
        return _json({"status": "live"})

    def readyz(self) -> Response:
        """Answer which model is ready: the app only exists once it is loaded."""
        info = self._engine.info
        return _json({"status": "ready", "model": {"name": info.name, "version": info.version}})

    def _run(self, article: Article, options: Options) -> Extraction:
        try:
            return self._engine.extract(article, options=options)
        except ValueError as error:
            log_failure(error)
            detail = "The article cannot be read as text: see errors."
            raise Problem(status=422, detail=detail, errors=[("/text", str(error))]) from error
