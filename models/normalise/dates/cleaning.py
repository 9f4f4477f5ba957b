"""One spelling for what newswire writes many ways: case, punctuation, times of day, fillers."""

import re

from models.normalise.dates.vocabulary import MONTH, NUMBER, WEEKDAY

# No time expression is longer.
_LONGEST = 120
_CHARACTERS = str.maketrans({"’": "'", "‘": "'", "`": "'", "–": "-", "—": "-", "−": "-", "\u00a0": " "})
_FOREIGN_DIGIT = re.compile(r"(?![0-9])\d")

_ZONE = r"(?: ?\(?(?:[ecmp][sd]?t|gmt|utc|ist|bst|local time|[a-z]+ time|eastern)\b\)?)*"
_CLOCK = (
    r"(?:[0-9]{1,2}(?:[:.][0-9]{2}){0,2} ?[ap](?:\. ?m\.|m\b)|[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9])"
    rf"|[0-9]{{4}} ?(?:hours|hrs|gmt)\b|[0-9]{{1,2}} o'clock){_ZONE}"
)
_PART = (
    r"(?:(?:(?:early|late|mid|pre)[ -])?(?:mornings?|afternoons?|evenings?|nights?|dawn|dusk|sunrise|sunset"
    r"|nightfall|daybreak|midnight|midday|noon|lunchtime)(?: hours)?"
    r"|(?:early|late|wee|small|rush|daylight) hours?)"
)
_NEARLY = r"(?:(?:shortly|just|soon|right|well|before|after|by|past|around|about|at) )*"
_NAME = rf"(?:{MONTH}|{WEEKDAY})"
_FILLERS = (
    "the|on|at|in|of|during|over|about|around|approximately|roughly|nearly|almost|exactly|just|only|very|as"
    "|back|shortly|sometime|circa|most|much|all|local time|by"
)

_REWRITES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), new)
    for pattern, new in (
        (rf"\b{_NEARLY}(?<![0-9/-]){_CLOCK}", " daytime "),
        (r"\bat (?:[01][0-9]|2[0-3])[0-5][0-9]\b", " daytime "),
        (r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))", ""),
        (r"(?<=[0-9]0)'s\b", "s"),
        (r"'s\b|(?<=s)'(?!\w)", " "),
        (r"(?<=[a-z])\.|[,;()\[\]\"“”]", " "),
        (rf"\b({MONTH}) *([0-9]{{1,2}}) ?- ?(?={MONTH}\b)", r"\1 \2 to "),
        (rf"\b({_NAME})-(?={_NAME}\b)", r"\1 to "),
        (r"(?<=[0-9]) - (?=[0-9])", "-"),
        (r" - ", " to "),
        (r"(?<=[a-z])-|-(?=[a-z])", " "),
        (r"\s+", " "),
        (r"\bovernight and into\b", "overnight into"),
        (r"\bin (?=" + NUMBER + r" (?:day|week|month|year)s?$)", "within "),
        (
            r"\bthe last (?=(?:week|month|year|decade|day)s?\b(?! of))|\bthis past (?=(?:week|month|year)\b)",
            "past ",
        ),
        (r"\bthis (?:past|last)\b", "past"),
        (r"\bthe (?=(?:week|month|quarter|year)$)", "this "),
        (rf"\bthis (?:very )?(?:{_PART}|day)\b|\btonight\b", "today"),
        (rf"\blast {_PART}", "yesterday"),
        (rf"\b(that|same|next|following|previous) (?:very |same )?{_PART}", r"\1 day"),
        (rf"\b(earlier|later)(?: on)?(?: in| on| the| that| same)+ (?:{_PART}|day)\b", r"\1 day"),
        (rf"\b{_PART} (before|after)\b", r"day \1"),
        (rf"\b{_NEARLY}{_PART}\b", " daytime "),
        (rf"\b(?:{_FILLERS})\b", " "),
        (r"\s+", " "),
    )
)


def clean(text: str) -> str:
    """Return ``text`` in the one spelling that the rules know, "" where it can be no time expression.

    A time of day is left as the word "daytime" at the end, so that it parts no date.
    """
    if len(text) > _LONGEST or _FOREIGN_DIGIT.search(text):
        return ""
    text = text.translate(_CHARACTERS).lower()
    for pattern, new in _REWRITES:
        text = pattern.sub(new, text)
    words = text.strip(" .-:!?'/*_").split(" ")
    dated = [word for word in words if word != "daytime"]
    return " ".join(dated + ["daytime"] * (len(dated) < len(words)))
