"""When two mentions, entities or places are the same."""

import re
import unicodedata
from collections import Counter
from functools import lru_cache

from models.evaluation.facts import Entity, Mention, Place

_LEAST_OVERLAP = 0.5
_LEAST_TEXT_F1 = 0.6
_POSSESSIVE = re.compile("['’]s")
_ABBREVIATION = re.compile(r"u\.([snk])\.")
_TOKEN = re.compile("[a-z0-9]+")
_ARTICLES = frozenset({"a", "an", "the", "his", "her", "its", "their", "this", "that"})
_PREPOSITIONS = frozenset({"at", "by", "for", "from", "in", "near", "of", "on", "to", "with"})
_FUNCTION_WORDS = _ARTICLES | _PREPOSITIONS | {"and", "or"}


def overlap(a: Mention, b: Mention) -> float:
    """Return the share of the characters under either span that lie under both."""
    if a.bounds is None or b.bounds is None:
        return 0.0
    (a_start, a_end), (b_start, b_end) = a.bounds, b.bounds
    shared = min(a_end, b_end) - max(a_start, b_start)
    return shared / (max(a_end, b_end) - min(a_start, b_start)) if shared > 0 else 0.0


def text_f1(a: str, b: str) -> float:
    """Return the F1 of the content words of two texts, whatever their case, accents and order."""
    words_a, words_b = _content_words(a), _content_words(b)
    shared = (words_a & words_b).total()
    return 2 * shared / (words_a.total() + words_b.total()) if shared else 0.0


def same_entity(a: Entity, b: Entity) -> bool:
    """Whether any mention of one is a mention of the other."""
    return any(_same_mention(m, n) for m in a for n in b)


def same_place(gold: Place | None, pred: Place | None) -> bool:
    """Whether gold's narrowest place is a place of the prediction, in no other country."""
    if gold is None or pred is None:
        return False
    if gold.country and pred.country and gold.country != pred.country:
        return False
    narrowest = gold.mentions[:1]
    named = [text_f1(a, b) for a in _texts(gold.name, narrowest) for b in _texts(pred.name, pred.mentions)]
    if any(f1 >= _LEAST_TEXT_F1 for f1 in named):
        return True
    return any(overlap(m, n) >= _LEAST_OVERLAP for m in narrowest for n in pred.mentions)


def _same_mention(a: Mention, b: Mention) -> bool:
    return overlap(a, b) >= _LEAST_OVERLAP or text_f1(a.text, b.text) >= _LEAST_TEXT_F1


def _texts(name: str | None, mentions: tuple[Mention, ...]) -> list[str]:
    return [name or "", *(mention.text for mention in mentions)]


@lru_cache(maxsize=2**15)
def _content_words(text: str) -> Counter[str]:
    decomposed = unicodedata.normalize("NFKD", text)
    plain = "".join(c for c in decomposed if not unicodedata.combining(c)).lower()
    tokens = _TOKEN.findall(_ABBREVIATION.sub(r"u\1", _POSSESSIVE.sub("", plain)))
    return Counter([token for token in tokens if token not in _FUNCTION_WORDS] or tokens)
