"""Words and sentences, with character offsets that never move."""

import re
from dataclasses import dataclass

_WORD = re.compile(r"\w+|[^\w\s]")
_PARAGRAPH = re.compile(r"\n")
_ABBREVIATIONS = frozenset(
    (
        "mr mrs ms dr gen col lt maj sgt capt gov sen rep rev st jan feb mar apr jun jul aug sep sept "
        "oct nov dec no vs"
    ).split()
)
_CLOSERS = frozenset("\"'”’)]")

SHAPES = ("lower", "title", "upper", "mixed", "digits", "punctuation")


@dataclass(frozen=True, kw_only=True)
class Words:
    """The words of one article.

    ``spans`` are ``(start, end)`` code-point offsets, ``sentences`` the sentence number of each word,
    ``shapes`` an index into ``SHAPES`` for each.
    """

    text: str
    spans: tuple[tuple[int, int], ...]
    sentences: tuple[int, ...]
    shapes: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.spans)

    def surface(self, first: int, last: int) -> str:
        """Return the article's text from word ``first`` to word ``last``, both included."""
        return self.text[self.spans[first][0] : self.spans[last][1]]


def split_words(text: str) -> Words:
    """Split an article into words (runs of word characters, single punctuation marks)."""
    matches = list(_WORD.finditer(text))
    spans = tuple(m.span() for m in matches)
    shapes = tuple(shape_of(m.group()) for m in matches)
    return Words(text=text, spans=spans, sentences=_sentences(text, spans), shapes=shapes)


def shape_of(word: str) -> int:
    """Return the index into ``SHAPES`` of a word: the case that an uncased encoder does not see."""
    if word.isdigit():
        return 4
    if not word[0].isalnum():
        return 5
    if word.islower():
        return 0
    if word[0].isupper() and (len(word) == 1 or word[1:].islower()):
        return 1
    return 2 if word.isupper() else 3


def _sentences(text: str, spans: tuple[tuple[int, int], ...]) -> tuple[int, ...]:
    number, numbers = 0, []
    for i in range(len(spans)):
        if i and _starts_sentence(text, spans, i):
            number += 1
        numbers.append(number)
    return tuple(numbers)


def _starts_sentence(text: str, spans: tuple[tuple[int, int], ...], i: int) -> bool:
    start, previous_end = spans[i][0], spans[i - 1][1]
    gap = text[previous_end:start]
    if _PARAGRAPH.search(gap):
        return True
    if not gap or text[start].islower():
        return False
    stop = i - 1
    while stop > 0 and text[spans[stop][0]] in _CLOSERS:
        stop -= 1
    mark = text[slice(*spans[stop])]
    if mark not in ".!?":
        return False
    before = text[slice(*spans[stop - 1])] if stop else ""
    return mark != "." or not (len(before) == 1 or before.lower() in _ABBREVIATIONS)
