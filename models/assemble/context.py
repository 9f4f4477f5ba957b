"""What the assembly of one article's records needs to know."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from models.assemble.confidence import calibrated
from models.network.network import Mention
from models.normalise.places import Vote, article_votes
from models.records import Span
from models.text.words import Words

_AROUND = 40


@dataclass(frozen=True, kw_only=True)
class Context:
    """One article while its records are assembled; ``anchor`` is what relative dates count from."""

    words: Words
    anchor: date | None
    anchor_basis: str
    calibration: Mapping[str, tuple[float, float]]

    @cached_property
    def votes(self) -> tuple[Vote, ...]:
        """What the article's place names say of its countries: counted once, and gone with the article."""
        return article_votes(self.words.text)

    def span(self, first: int, last: int) -> Span:
        """Return the words from ``first`` to ``last`` as evidence."""
        start, end = self.words.spans[first][0], self.words.spans[last][1]
        return Span(text=self.words.text[start:end], start=start, end=end)

    def mention(self, mention: Mention) -> Span:
        """Return a mention as evidence."""
        return self.span(mention.first, mention.last)

    def before(self, span: Span) -> str:
        """Return the text just before a span."""
        return self.words.text[max(0, span.start - _AROUND) : span.start]

    def after(self, span: Span) -> str:
        """Return the text just after a span."""
        return self.words.text[span.end : span.end + _AROUND]

    def confidence(self, field: str, probability: float) -> float:
        """Return the calibrated confidence of a value of ``field``."""
        return calibrated(probability, self.calibration.get(field, (1.0, 0.0)))
