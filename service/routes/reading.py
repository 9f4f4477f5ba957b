"""From a payload to its records, whichever route it came by."""

from dataclasses import dataclass
from typing import Any

from models.engine import Engine
from models.records import Article, Options
from service import metrics
from service.bodies.payload import Payload
from service.edge.quotas import Quotas
from service.inference.errors import Overloaded
from service.problems import Problem
from service.schemas import read_request, write_extraction
from service.settings import Settings
from service.timing import measured


@dataclass(frozen=True, kw_only=True)
class Prepared:
    """A request that is as it should be; ``extracted`` as in `Payload`."""

    article: Article
    options: Options
    extracted: bool


@dataclass(frozen=True, kw_only=True)
class Reader:
    """Checks payloads, counts their characters and asks the engine."""

    engine: Engine
    quotas: Quotas
    settings: Settings

    def prepare(self, payload: Payload) -> Prepared:
        """Check a payload and count its characters.

        Raises:
            Problem, ValidationError: the payload is not as described, or too long, or the quota is spent.
        """
        with measured("check"):
            article, options = read_request(payload.values)
            self._limit(article)
        self.quotas.spend_characters(len(article.text))
        return Prepared(article=article, options=options, extracted=payload.extracted)

    def read(self, prepared: Prepared) -> dict[str, Any]:
        """Return the records of one article as JSON values.

        Raises:
            Problem: the article cannot be read as text.
            Overloaded, Unavailable, Expired, Poisonous, ExtractionFailed: the engine has no records.
        """
        article = prepared.article
        try:
            extraction = self.engine.extract(article, options=prepared.options)
        except ValueError as error:
            detail = "The article cannot be read as text: see errors."
            raise Problem(status=422, detail=detail, errors=[("/text", str(error))]) from error
        except Overloaded:
            metrics.SHED.labels("queue").inc()
            raise
        metrics.EVENTS.observe(len(extraction.events))
        with measured("write"):
            record = write_extraction(extraction)
        if prepared.extracted:
            record["article"] = {"text": article.text, "title": article.title}
        return record

    def _limit(self, article: Article) -> None:
        limit = self.settings.max_characters
        if len(article.text) > limit:
            detail = f"The text has {len(article.text)} characters; the limit is {limit}."
            raise Problem(status=413, code="text_too_long", detail=detail, errors=[("/text", "Too long.")])
