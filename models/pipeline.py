"""What happens to an article: split, encoded, decoded, normalised, out.

Shapes: L words, D encoder width.
"""

from collections.abc import Sequence
from datetime import date

import torch
from torch import Tensor

from models.assemble.context import Context
from models.assemble.events import assemble_events
from models.decode.drafts import DraftEvent
from models.decode.events import decode
from models.normalise.dates import find_dateline
from models.records import Article, Event, Extraction, ModelInfo, Options, Warning
from models.text.language import ENGLISH, detect_language
from models.text.windows import Windows, cut_windows
from models.text.words import Words, split_words
from models.weights import Model


class Pipeline:
    """Runs one model over articles, one encoder pass each. Is an `Engine`."""

    def __init__(self, *, model: Model, precision: torch.dtype) -> None:
        self._model = model
        self._network = model.network.eval()
        self._network.encoder.to(precision)  # type: ignore[arg-type]
        self.info = ModelInfo(name=model.name, version=model.version)

    @torch.inference_mode()
    def extract(self, article: Article, *, options: Options) -> Extraction:
        """Return the records of one article; one without attacks, or not in English, has none."""
        words = split_words(article.text)
        language = article.language or detect_language(article.text)
        warnings = _warnings(article, words, language=language)
        events: tuple[Event, ...] = ()
        if len(words) and language == ENGLISH:
            word_LD = self.read_words(article, words)
            drafts = decode(self._network, word_LD, words, thresholds=self._model.thresholds)
            events, found = self.assemble(article, words, drafts, options=options)
            warnings += found
        return Extraction(
            id=article.id,
            published_at=article.published_at,
            language=language,
            model=self.info,
            events=events,
            warnings=tuple(warnings),
        )

    def assemble(
        self, article: Article, words: Words, drafts: Sequence[DraftEvent], *, options: Options
    ) -> tuple[tuple[Event, ...], list[Warning]]:
        """Return the records of an article's draft events, and warnings."""
        anchor, basis = _anchor(article)
        context = Context(words=words, anchor=anchor, anchor_basis=basis, calibration=self._model.calibration)
        return assemble_events(drafts, context=context, options=options)

    @torch.inference_mode()
    def read_words(self, article: Article, words: Words) -> Tensor:
        """Return the article's word vectors, (L, D); a title given apart is read before the text."""
        windows = self._windows(article, words)
        word_LD: Tensor = self._network.encode([(words, windows)])[0]
        return word_LD

    def _windows(self, article: Article, words: Words) -> Windows:
        title = (article.title or "").strip()
        if not title or article.text.lstrip().startswith(title):
            return cut_windows(words, tokenizer=self._model.tokenizer, config=self._model.windows)
        whole = split_words(f"{title}\n\n{article.text}")
        cut = cut_windows(whole, tokenizer=self._model.tokenizer, config=self._model.windows)
        return Windows(token_ids=cut.token_ids, places=cut.places[len(whole) - len(words) :])


def _anchor(article: Article) -> tuple[date | None, str]:
    if article.published_at is not None:
        return article.published_at, "published_at"
    return find_dateline(article.text), "dateline"


def _warnings(article: Article, words: Words, *, language: str | None) -> list[Warning]:
    if not len(words):
        return [Warning(code="no_words", detail="the text holds no words")]
    warnings = []
    if language != ENGLISH:
        detail = f"the text reads as {language or 'no known language'}; only English is extracted"
        warnings.append(Warning(code="language_not_supported", detail=detail))
    if _anchor(article)[0] is None:
        detail = "no publication date and no dateline: relative dates stay unresolved"
        warnings.append(Warning(code="no_published_at", detail=detail))
    return warnings
