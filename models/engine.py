"""The one place where the service and the models meet."""

from typing import Protocol

from models.records import Article, Extraction, ModelInfo, Options


class Engine(Protocol):
    """Turns articles into records. Implementations may batch; answers come in the order of the articles."""

    @property
    def info(self) -> ModelInfo:
        """Name and version of the weights."""
        ...

    def extract(self, article: Article, *, options: Options) -> Extraction:
        """Return the attack records of one article.

        Raises:
            ValueError: the article cannot be read as text (the message says why).
        """
        ...
