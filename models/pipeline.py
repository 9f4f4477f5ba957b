"""What happens to an article: split, encoded, decoded, normalised, out.

Shapes: L words, D encoder width.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ParamSpec, TypeVar

import torch
from torch import Tensor

from models.assemble.context import Context
from models.assemble.events import assemble_events
from models.decode.drafts import DraftEvent
from models.decode.events import MAX_MENTIONS, MAX_TRIGGERS, decode_candidates, find_candidates
from models.engine import Job, Runtime
from models.normalise.dates import find_dateline
from models.records import Article, Event, Extraction, ModelInfo, Options, Warning
from models.text.language import detect_language, is_english
from models.text.windows import Windows, cut_windows
from models.text.words import Words, split_words
from models.weights import Model

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)
class _Reading:
    """An article on its way through the pipeline."""

    job: Job
    words: Words
    language: str | None
    windows: Windows | None


class Pipeline:
    """Runs one model over articles, one encoder pass each. Is a `BatchEngine`.

    The encoder runs on ``device`` in ``precision``; all that follows is small: on the CPU, in float32.
    """

    def __init__(self, *, model: Model, precision: torch.dtype, device: str = "cpu") -> None:
        self._model = model
        self._network = model.network.eval()
        self._network.encoder.to(device=torch.device(device), dtype=precision)  # type: ignore[call-arg]
        self.batch_tokens = batch_tokens(device=device, precision=precision)
        self.info = ModelInfo(name=model.name, version=model.version)
        self.runtime = Runtime(
            device=device, precision=str(precision).removeprefix("torch."), threads=torch.get_num_threads()
        )

    def extract(self, article: Article, *, options: Options) -> Extraction:
        """Return the records of one article; one without attacks, or not in English, has none."""
        outcome = self.extract_batch([Job(article=article, options=options)])[0]
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    def tokens(self, article: Article) -> int:
        """Return about how many subtokens an article has: four characters make one."""
        return len(article.text) // 4 + 2

    @torch.inference_mode()
    def extract_batch(self, jobs: Sequence[Job]) -> list[Extraction | Exception]:
        """Return each job's records, or what went wrong with that one: the others still get theirs."""
        readings = [_attempt(self._open, job) for job in jobs]
        vectors = _attempt(self._encode, readings)
        if isinstance(vectors, Exception):
            alone = [self.extract_batch([job]) for job in jobs] if len(jobs) > 1 else [[vectors]]
            return [outcome for outcomes in alone for outcome in outcomes]
        outcomes: list[Extraction | Exception] = []
        for reading in readings:
            if isinstance(reading, Exception):
                outcomes.append(reading)
            else:
                word_LD = vectors.pop(0) if reading.windows is not None else None
                outcomes.append(_attempt(self._close, reading, word_LD))
        return outcomes

    def _open(self, job: Job) -> _Reading:
        article = job.article
        words = split_words(article.text)
        language = article.language or detect_language(article.text)
        readable = len(words) > 0 and is_english(language)
        return _Reading(
            job=job,
            words=words,
            language=language,
            windows=self._windows(article, words) if readable else None,
        )

    def _encode(self, readings: Sequence[_Reading | Exception]) -> list[Tensor]:
        pairs = [(r.words, r.windows) for r in readings if isinstance(r, _Reading) and r.windows is not None]
        return self._network.encode(pairs, pass_tokens=self.batch_tokens) if pairs else []

    def _close(self, reading: _Reading, word_LD: Tensor | None) -> Extraction:
        article = reading.job.article
        warnings = _warnings(article, reading.words, language=reading.language)
        events: tuple[Event, ...] = ()
        if word_LD is not None:
            events, found = self._read_events(reading, word_LD)
            warnings += found
        return Extraction(
            id=article.id,
            published_at=article.published_at,
            language=reading.language,
            model=self.info,
            events=events,
            warnings=tuple(warnings),
        )

    def _read_events(self, reading: _Reading, word_LD: Tensor) -> tuple[tuple[Event, ...], list[Warning]]:
        thresholds = self._model.thresholds
        found = find_candidates(self._network, word_LD, reading.words, spans=thresholds.spans())
        drafts = decode_candidates(found, thresholds=thresholds) if found else []
        job = reading.job
        events, warnings = self.assemble(job.article, reading.words, drafts, options=job.options)
        if found and found.dropped:
            detail = (
                f"only the {MAX_TRIGGERS} surest mentions of attacks and {MAX_MENTIONS} of others are read"
            )
            warnings.append(Warning(code="too_many_mentions", detail=detail))
        return events, warnings

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


def batch_tokens(*, device: str, precision: torch.dtype) -> int:
    """Return how many subtokens one pass of the encoder should hold.

    Measured: in float32 on one core, passes of more than 512 subtokens take longer than their windows one by
    one, as their numbers leave the cache. In bfloat16 they are half as large; a GPU wants much at once.
    """
    if device != "cpu":
        return 16_384
    return 2048 if precision == torch.bfloat16 else 512


def _attempt(step: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T | Exception:
    try:
        return step(*args, **kwargs)
    except Exception as error:  # one bad article must not take the batch with it
        return error


def _anchor(article: Article) -> tuple[date | None, str]:
    if article.published_at is not None:
        return article.published_at, "published_at"
    return find_dateline(article.text), "dateline"


def _warnings(article: Article, words: Words, *, language: str | None) -> list[Warning]:
    if not len(words):
        return [Warning(code="no_words", detail="the text holds no words")]
    warnings = []
    if not is_english(language):
        detail = f"the text reads as {language or 'no known language'}; only English is extracted"
        warnings.append(Warning(code="language_not_supported", detail=detail))
    if _anchor(article)[0] is None:
        detail = "no publication date and no dateline: relative dates stay unresolved"
        warnings.append(Warning(code="no_published_at", detail=detail))
    return warnings
