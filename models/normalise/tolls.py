"""The count that a toll mention gives, and the group it counts."""

import re

from models.normalise.numbers import parse_quantity
from models.records import Range

_AGE = re.compile(
    r"\b(?:\w+-)?\w+[- ](?:year|month|week|day)s?[- ]old\b|, \d{1,2}\b"
    r"|\baged? \d+(?:(?:,| and| to| or|-) ?\d+)*\b|\bin (?:his|her|their) \d0s",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^(?:a|an|the|his|her|their|one of the)\s+", re.IGNORECASE)
_PLURAL = re.compile(
    r"(?:[^s]s|people|men|women|children|police|staff|troops|personnel|crew)$", re.IGNORECASE
)
_NAME = re.compile(r"(?:[A-Z][\w.’'-]+\s+){1,3}[A-Z][\w’'-]+$|[A-Z]\w*[^s\W]$")
_PART_OF_IT = re.compile(r",? \b(?:including|among them)\b", re.IGNORECASE)
_UNHURT = re.compile(
    r"\b(?:no(?: \w+)? (?:one|casualt|death|injur|fatal|loss|victim|wounded)\w*"
    r"|without|unhurt|unharmed|unscathed)\b",
    re.IGNORECASE,
)
_GROUP_END = re.compile(r"\s(?:in|from|at|on|who|with|were|was|including)\s|,", re.IGNORECASE)
_JOINT = re.compile(r"\s(?:of|and)\s", re.IGNORECASE)
_HEAD_END = re.compile(f"{_GROUP_END.pattern}|{_JOINT.pattern}", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_FILLER = frozenset(
    (
        "at least more than over up to about around some nearly almost between another other a an the no few "
        "as many"
    ).split()
)
_ARTICLE_OR_NUMBER = re.compile(
    r"^(?:(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|\d+)\s|(?:his|her|their)\s[^,]*\sand\s)",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s+and\s+|,\s+(?:and\s+)?", re.IGNORECASE)


def toll_value(text: str, *, before: str = "", after: str = "") -> Range | None:
    """Return the count of a toll span, e.g. "at least 12 children" → 12 or more, "a woman" → 1.

    A bare plural says how many only as "more than one", which the guideline does not count: None.
    """
    plain = _AGE.sub(" ", text)
    if _UNHURT.search(plain):
        return Range(min=0, max=0)
    plain = _PART_OF_IT.split(plain, maxsplit=1)[0]
    parts = [parse_quantity(p) or _single(p) for p in _PARTS.split(plain)]
    if (
        len(parts) > 1
        and all(p is not None and p.max is not None for p in parts)
        and _ARTICLE_OR_NUMBER.match(plain)
    ):
        known = [p for p in parts if p is not None]
        return Range(min=sum(p.min for p in known), max=sum(p.max or 0 for p in known))
    return parse_quantity(plain, before=before, after=after) or _single(plain)


def who(text: str) -> str | None:
    """Return the group that a toll span counts, in a word or two."""
    group = _GROUP_END.split(_AGE.sub(" ", text).strip(), maxsplit=1)[0]
    # "Dozens of people", "between 6 and 8 people": the first part that names anybody.
    for part in _JOINT.split(group):
        words = [w for w in _WORD.findall(part) if w.lower() not in _FILLER and parse_quantity(w) is None]
        if words:
            return " ".join(words[-2:]).lower()
    return None


def _single(text: str) -> Range | None:
    """A singular noun phrase or a name is one person; a plural without a number is no count."""
    stripped = text.strip()
    if not stripped or _NAME.match(stripped):
        return Range(min=1, max=1)
    head = _HEAD_END.split(_ARTICLE.sub("", stripped), maxsplit=1)[0].strip()
    if not head or not _WORD.search(head) or (_PLURAL.search(head) and not _ARTICLE.match(stripped)):
        return None
    return None if _PLURAL.search(head) else Range(min=1, max=1)
