"""One spelling for what newswire writes many ways: case, punctuation, clock times, parts of the day, hedges."""

import re

from models.normalise.dates.vocabulary import MONTH, WEEKDAY

# No time expression is longer; what is longer is no time expression.
_LONGEST = 120
_CHARACTERS = str.maketrans({"’": "'", "‘": "'", "`": "'", "–": "-", "—": "-", "−": "-", "\u00a0": " "})

_ZONE = r"(?: ?(?:\(?(?:[ecmp][sd]?t|gmt|utc|ist|bst|local time|[a-z]+ time|eastern)\)?))*"
_HOUR = rf"(?:[0-9]{{1,2}}(?:[:.][0-9]{{2}}){{0,2}} ?[ap]\.? ?m\b\.?|[0-9]{{1,2}}:[0-9]{{2}}(?::[0-9]{{2}})?|[0-9]{{4}} ?(?:hours|hrs|gmt)){_ZONE}"
_PART = (
    r"(?:(?:(?:early|late|wee|small|mid|pre|rush|overnight|daylight)[ -])?"
    r"(?:morning|mornings|afternoon|evening|evenings|night|nights|dawn|dusk|sunrise|sunset|nightfall|daybreak"
    r"|midnight|midday|noon|lunchtime|hours?(?= (?:of|on|before)\b)|rush hour)(?: hours)?)"
)
_NAME = rf"(?:{MONTH}|{WEEKDAY})"

_REWRITES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), new)
    for pattern, new in (
        (rf"(?:\b(?:shortly|just|soon|right) )*(?:\b(?:before|after|by|past) )?(?<![0-9]){_HOUR}", " "),
        (r"\blocal time\b", " "),
        (r"'s\b|s'(?!\w)", " "),
        (r"(?<=[a-z])\.|[,;()\[\]\"“”]", " "),
        (rf"\b({_NAME})-({_NAME})\b", r"\1 to \2"),
        (rf"(?<=[0-9])-(?={MONTH} [0-9])", " to "),
        (r"(?<=[0-9]) - (?=[0-9])", "-"),
        (r" - ", " to "),
        (r"(?<=[a-z])-|-(?=[a-z])", " "),
        (r"\s+", " "),
        (r"\bthis (?:past|last)\b", "past"),
        (rf"\b(?:earlier |later )?this (?:very )?(?:{_PART}|day)\b|\btonight\b", "today"),
        (rf"\blast {_PART}", "yesterday"),
        (rf"\b(that|same|next|following|previous) (?:very |same )?{_PART}", r"\1 day"),
        (rf"\b(earlier|later)(?: on)? (?:in )?(?:the |that |same )*(?:{_PART}|day)\b", "that day"),
        (rf"\b{_PART} (before|after)\b", r"day \1"),
        (
            rf"(?:\b(?:shortly|just|soon|right|well) )*(?:\b(?:before|after|by|past|since) )?\b{_PART}(?: hours)?\b",
            " ",
        ),
        (
            r"\b(?:the|on|at|in|of|during|about|around|approximately|roughly|nearly|almost|exactly|just|only|some"
            r"|very|date|as|back|shortly|sometime|circa)\b",
            " ",
        ),
        (r"\s+", " "),
    )
)


def clean(text: str) -> str:
    """Return ``text`` in the one spelling that the rules know, "" where it is too long to be a time expression."""
    if len(text) > _LONGEST:
        return ""
    text = text.translate(_CHARACTERS).lower()
    for pattern, new in _REWRITES:
        text = pattern.sub(new, text)
    return text.strip(" .-:!?'/*")
