"""What the words around an expression say: whether it lies ahead, and the words cut off from it."""

import re

from models.normalise.dates.vocabulary import MONTH, WEEKDAY

# Law of the guideline: the nearest day not after publication, unless the text says otherwise.
_AHEAD = re.compile(
    r"\b(?:will|until|till|scheduled|expected|plans? to|planned (?:to|for)|planning for|upcoming|deadline"
    r"|as (?:early|soon) as|set for|payable|effective|due (?:on|by)|(?:from|between) now)\b[^.!?;]*$"
)
_UNTIL = re.compile(r"^(?:until|till)\b", re.IGNORECASE)
_RECALLED = re.compile(r"^\W*(?:attacks?|assaults?|massacres?|bombings?|shootings?|raids?|war)\b")
_COUNT = re.compile(r"^(?:[a-z]+ |[0-9]+ )?(?:hours?|days?|weeks?|months?|years?|decades?)$", re.IGNORECASE)
_BEFORE = re.compile(r"\b(?P<word>last|past|previous|next|the)\s+$")
# What may follow, and the expressions that it completes.
_AFTER = tuple(
    (re.compile(rf"^,?\s+(?P<word>{cue})\b"), re.compile(kind, re.IGNORECASE))
    for cue, kind in (
        ("later|earlier|after|before|ago", _COUNT.pattern),
        (
            "(?:of )?(?:last|next|this|the same) year",
            rf"^(?:early |mid-|late )?{MONTH}\.?(?: [0-9]{{1,2}})?$",
        ),
        ("(?:last|next|this) week", rf"^{WEEKDAY}$"),
        ("attacks?|hijackers|hijackings", r"\b11(?:th)?$"),
    )
)


def looks_ahead(text: str, before: str, after: str) -> bool:
    """Say whether an expression or the words before it speak of what is still to come."""
    if _UNTIL.search(text):
        return True
    return bool(_AHEAD.search(before)) and not _RECALLED.search(after)


def completed(text: str, before: str, after: str) -> str:
    """Return the expression with the words next to it that its meaning hangs on ("last", "later")."""
    lead = _BEFORE.search(before)
    if lead and (lead["word"] == "the" or _COUNT.search(text)):
        text = f"{lead['word']} {text}"
    for cue, kind in _AFTER:
        tail = cue.search(after)
        if tail and kind.search(text):
            return f"{text} {tail['word']}"
    return text
