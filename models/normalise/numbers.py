"""Number words of news to ranges, by the guideline ("dozens" is 24 or more, "up to 30" is 0 to 30)."""

import re

from models.records import Range

_UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
SMALL = {word: n for n, word in enumerate(_UNITS)} | {word: 10 * n for n, word in enumerate(_TENS, 2)}
SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000}
_MULTIPLES = SCALES | {"dozen": 12}
_OPEN_ENDED = {
    "dozens": 24,
    "scores": 40,
    "hundreds": 200,
    "thousands": 2000,
    "tens": 20,
    "several": 3,
    "many": 3,
}
_OPEN_ENDED |= {"some": 2, "numerous": 3, "multiple": 2, "various": 2, "countless": 3, "few": 3, "handful": 3}
_VAGUE = frozenset("some many few".split())
_SEVERAL = frozenset("several many few".split())
_NOBODY = frozenset("no none nobody".split())
# "No fewer than seven" is no nobody.
_COMPARED = frozenset("fewer less more".split())
_PAIRS = frozenset("couple pair twin twins both".split())
_DOZENS = {("half", "a", "dozen"): 6, ("half", "dozen"): 6, ("a", "dozen"): 12, ("dozen",): 12}
_LIMIT = 10**10

_TOKEN = re.compile(r"\d{1,3}(?:[,.]\d{3})+(?!\d)|\d+(?:\.\d+)?|[a-z]+")
_AT_LEAST = re.compile(
    r"\b(?:at least|(?<!no )(?<!not )more than|over|no fewer than|no less than|above|upwards? of"
    r"|in excess of)\W*$"
)
_UP_TO = re.compile(
    r"\b(?:up to|as many as|as much as|at most|not? more than|fewer than|less than|under)\W*$"
)
_OR_MORE = re.compile(r"^\W*(?:or more|and counting|\+)|^\+")
_BETWEEN = re.compile(r"^\W*(?:to|and|or|[-–—])\W*$")
_HYPHEN = re.compile(r"(?<=[a-z])-(?=[a-z])")


def parse_quantity(text: str, *, before: str = "", after: str = "") -> Range | None:
    """Read the first number of ``text``, with the words around it that bound it, or None where it has none.

    ``before`` and ``after`` are the words around ``text``, for "at least" or "or more" outside it.
    """
    lowered = _HYPHEN.sub(" ", text.lower())
    found = _first_number(lowered)
    if found is None:
        return None
    value, start, end = found
    lead = f"{before.lower()} {lowered[:start]}"
    if isinstance(value, Range):
        return value
    if spanned := _range(lowered[end:], value):
        return spanned
    if _AT_LEAST.search(lead) or _OR_MORE.search(lowered[end:] or after.lower()):
        return Range(min=value, max=None)
    return Range(min=0, max=value) if _UP_TO.search(lead) else Range(min=value, max=value)


def _range(rest: str, low: int) -> Range | None:
    """Read on to the second number of "six to eight", "6-8", "two to three dozen"."""
    found = _first_number(rest)
    if found is None:
        return None
    high, start, end = found
    if isinstance(high, Range) or not _BETWEEN.search(rest[:start] or " "):
        return None
    scale = _MULTIPLES.get(rest[start:end].split()[-1], 1)
    if low * scale < high:
        low *= scale
    return Range(min=low, max=high) if rest[:start].strip() and high > low else None


def _first_number(text: str) -> tuple[int | Range, int, int] | None:
    tokens = [(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text)]
    for i, (word, start, end) in enumerate(tokens):
        following = tokens[i + 1][0] if i + 1 < len(tokens) else ""
        multiple = _multiple(tokens, i)
        if multiple is not None:
            return Range(min=multiple, max=None), start, end
        if word in _NOBODY and following not in _COMPARED:
            return Range(min=0, max=0), start, end
        if word in _OPEN_ENDED and not (word in _VAGUE and _number_follows(tokens, i)):
            return Range(min=_OPEN_ENDED[word], max=None), start, end
        dozen = _dozen(tokens, i)
        if dozen is not None:
            return dozen
        number = _cardinal(tokens, i)
        if number is not None:
            return number
    return None


def _multiple(tokens: list[tuple[str, int, int]], i: int) -> int | None:
    """Read "several hundred" as "hundreds" is read, and "tens of thousands" as 20,000 or more."""
    word, *following = [t[0] for t in tokens[i : i + 3]]
    unit = following[0] if following else ""
    if word in _SEVERAL and unit in _MULTIPLES:
        return 2 * _MULTIPLES[unit]
    scale = SCALES.get(following[1].removesuffix("s")) if unit == "of" and following[1:] else None
    return _OPEN_ENDED[word] * scale if scale and word in ("tens", "dozens", "hundreds") else None


def _number_follows(tokens: list[tuple[str, int, int]], i: int) -> bool:
    """Say whether a vague word only rounds a number: in "some 80 people" it does, in "some people" not."""
    following = tokens[i + 1 : i + 3]
    return any(_cardinal(tokens, i + 1 + k) or t[0] == "dozen" for k, t in enumerate(following))


def _dozen(tokens: list[tuple[str, int, int]], i: int) -> tuple[int, int, int] | None:
    """Read "a dozen", "two dozen", "half a dozen", "half-dozen", "a couple", "a pair"."""
    words = [t[0] for t in tokens[i : i + 4]]
    for phrase, value in _DOZENS.items():
        if words[: len(phrase)] == list(phrase):
            return value, tokens[i][1], tokens[i + len(phrase) - 1][2]
    if words[:1] and words[0] in _PAIRS:
        return 2, tokens[i][1], tokens[i][2]
    if words[1:2] == ["dozen"] and words[0] in SMALL:
        return 12 * SMALL[words[0]], tokens[i][1], tokens[i + 1][2]
    return None


def _cardinal(tokens: list[tuple[str, int, int]], i: int) -> tuple[int, int, int] | None:
    """Read "1,200", "twenty three", "two hundred and five", "1.2 million", "half a million"."""
    total = current = 0.0
    j, seen = i, False
    if tokens[i][0] == "half" and [t[0] for t in tokens[i + 1 : i + 2]] == ["a"]:
        j, current, seen = i + 2, 0.5, True
    elif tokens[i][0] in ("a", "an") and i + 1 < len(tokens) and tokens[i + 1][0] in SCALES:
        j, current, seen = i + 1, 1, True
    end = tokens[i][2]
    while j < len(tokens):
        word = tokens[j][0]
        if word in SMALL and not (seen and word in _UNITS and current % 10 and current < 100):
            current += SMALL[word]
        elif word[0].isdigit() and not seen:
            current = _digits(word)
        elif word in SCALES and seen:
            current, total = (
                (current * 100, total) if word == "hundred" else (0.0, total + current * SCALES[word])
            )
        elif word == "and" and seen and _half_follows(tokens, j):
            current, j = current + 0.5, j + 2
        elif word == "and" and seen and _small_follows(tokens, j):
            j += 1
            continue
        else:
            break
        seen, end, j = True, tokens[j][2], j + 1
    value = round(total + current, 3)  # 1.13 million is a fraction short of it
    if not seen or value > _LIMIT or value != int(value):
        return None
    return int(value), tokens[i][1], end


def _digits(word: str) -> float:
    if len(word) > 15:
        return float("inf")
    grouped = re.fullmatch(r"\d{1,3}(?:[,.]\d{3})+", word)
    return float(re.sub(r"[,.]", "", word) if grouped else word)


def _half_follows(tokens: list[tuple[str, int, int]], i: int) -> bool:
    """Say whether "and" goes on with "a half million"."""
    words = [t[0] for t in tokens[i + 1 : i + 4]]
    return words[:2] == ["a", "half"] and words[-1] in SCALES


def _small_follows(tokens: list[tuple[str, int, int]], i: int) -> bool:
    """Say whether "and" stands within a number, as in "two hundred and five"."""
    return i + 1 < len(tokens) and tokens[i + 1][0] in SMALL and tokens[i - 1][0] in SCALES
