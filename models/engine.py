"""The one place where the service and the models meet."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from models.records import Article, Extraction, ModelInfo, Options


@dataclass(frozen=True, kw_only=True)
class Job:
    """One article, and what is wanted of it."""

    article: Article
    options: Options


@dataclass(frozen=True, kw_only=True)
class Runtime:
    """What a model runs on."""

    device: str
    precision: str
    threads: int


class Engine(Protocol):
    """Turns articles into records."""

    @property
    def info(self) -> ModelInfo:
        """Name and version of the weights."""
        ...

    @property
    def runtime(self) -> Runtime:
        """What the model runs on."""
        ...

    def extract(self, article: Article, *, options: Options) -> Extraction:
        """Return the attack records of one article.

        Raises:
            ValueError: the article cannot be read as text (the message says why).
        """
        ...


class BatchEngine(Engine, Protocol):
    """An engine that reads several articles at once, each with the same result as alone."""

    @property
    def batch_tokens(self) -> int:
        """How many subtokens are worth reading at once."""
        ...

    def tokens(self, article: Article) -> int:
        """Return about how many subtokens an article has, without reading it."""
        ...

    def extract_batch(self, jobs: Sequence[Job]) -> list[Extraction | Exception]:
        """Return each job's records, or what went wrong with that one, in the order of the jobs."""
        ...
