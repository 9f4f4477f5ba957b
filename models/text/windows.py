"""Encoder windows: overlapping pieces of an article, each word read where it has most context."""

from collections.abc import Sequence
from dataclasses import dataclass

from tokenizers import Tokenizer

from models.text.words import Words


@dataclass(frozen=True, kw_only=True)
class Windows:
    """Subtoken windows of one article.

    ``token_ids``: one list per window, special tokens included. ``places``: for each word, the window and
    the position in it where its first subtoken is read.
    """

    token_ids: tuple[tuple[int, ...], ...]
    places: tuple[tuple[int, int], ...]


@dataclass(frozen=True, kw_only=True)
class WindowConfig:
    """Window size and overlap in subtokens (special tokens not counted)."""

    size: int = 510
    overlap: int = 128


def cut_windows(words: Words, *, tokenizer: Tokenizer, config: WindowConfig) -> Windows:
    """Cut an article into windows; nothing is truncated.

    Each word is read in the window where it is farthest from the window's edges.

    Raises:
        ValueError: the tokenizer lacks a special token.
    """
    subtokens, firsts = _subtokens(words, tokenizer)
    starts = _window_starts(len(subtokens), config)
    opening, closing = ("[CLS]", "[SEP]") if tokenizer.token_to_id("<s>") is None else ("<s>", "</s>")
    open_id, close_id = _id(tokenizer, opening), _id(tokenizer, closing)
    token_ids = tuple((open_id, *subtokens[s : s + config.size], close_id) for s in starts)
    places = tuple(_best_place(first, starts, len(subtokens), config) for first in firsts)
    return Windows(token_ids=token_ids, places=places)


def _id(tokenizer: Tokenizer, token: str) -> int:
    number = tokenizer.token_to_id(token)
    if number is None:
        raise ValueError(f"the tokenizer has no token {token}")
    return int(number)


def _subtokens(words: Words, tokenizer: Tokenizer) -> tuple[list[int], list[int]]:
    surfaces = [words.text[start:end] for start, end in words.spans]
    unknown = _id(tokenizer, "[UNK]")
    ids: list[int] = []
    firsts = []
    encoding = tokenizer.encode(surfaces, is_pretokenized=True, add_special_tokens=False)
    pieces: list[list[int]] = [[] for _ in surfaces]
    for token, word in zip(encoding.ids, encoding.word_ids, strict=True):
        if word is not None:
            pieces[word].append(token)
    for piece in pieces:
        firsts.append(len(ids))
        ids.extend(piece or [unknown])
    return ids, firsts


def _window_starts(length: int, config: WindowConfig) -> list[int]:
    stride = config.size - config.overlap
    starts = [0]
    while starts[-1] + config.size < length:
        starts.append(starts[-1] + stride)
    # The last window is moved back to be full: more context at no cost in windows.
    starts[-1] = max(0, min(starts[-1], length - config.size))
    return starts


def _best_place(first: int, starts: Sequence[int], length: int, config: WindowConfig) -> tuple[int, int]:
    def margin(window: int) -> int:
        left = first - starts[window] if starts[window] else config.size
        right = starts[window] + config.size - first if starts[window] + config.size < length else config.size
        return min(left, right) if 0 <= first - starts[window] < config.size else -1

    window = max(range(len(starts)), key=margin)
    return window, first - starts[window] + 1
