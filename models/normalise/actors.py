"""Known parties: the state, force, group or person that a mention names.

``actors.csv`` holds them with their other names. Its ``armed_group`` also stands for gangs, cartels and
hackers; security forces that may be army or police stand under their government.
"""

import csv
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from models.gazetteer import normalise
from models.records import Actor

_TABLE = Path(__file__).parent / "actors.csv"
_ABBREVIATION = re.compile(r"\s*\((?:[A-Z]\.?){2,9}\)$")
_BEFORE = frozenset(
    (
        "a an the some several many other more than at least about around up to over nearly dozens hundreds "
        "scores of one two three four five six seven eight nine ten eleven twelve dozen pair couple number "
        "suspected alleged presumed reported reportedly possible likely apparent believed unidentified "
        "unknown unnamed anonymous masked hooded armed heavily well uniformed plainclothes elite"
    ).split()
)
_AFTER = frozenset(
    (
        "fighter fighters militant militants militiaman militiamen militia gunman gunmen rebel rebels "
        "insurgent insurgents insurgency guerrilla guerrillas terrorist terrorists extremist extremists "
        "jihadist jihadists separatist separatists operative operatives member members commando commandos "
        "troops forces soldier soldiers officer officers agent agents unit units cell cells column columns "
        "bomber bombers suicide kidnappers hijackers sniper snipers peacekeepers hackers group organization "
        "organisation movement network gang"
    ).split()
)
_DESCRIPTION = re.compile(
    r"^(?:\w+ ){0,4}(?:group|organi[sz]ation|movement|militia|network|gang|cartel|backed|aligned|linked"
    r"|(?:members?|fighters|militants|gunmen|rebels|terrorists|guerrillas) (?:of|from)) (?:the )?"
)
# "Syrian rebels" and "two Israelis" are not Syria and Israel; "Turkish-backed Syrian forces" not its army.
_GROUPS = frozenset("armed_group state_forces police crowd".split())
_ARMED = frozenset(["armed_group"])


def find_actor(mentions: Sequence[str]) -> Actor | None:
    """Return the known party that the first telling mention names, or None.

    A mention names a party only as a whole ("Hamas", "Israeli army"): around the name there may be words of
    doubt and number ("two suspected Taliban fighters"), what the group is ("the militant group Hamas") and
    its abbreviation in brackets. Part of a longer name is never enough.
    """
    return next(filter(None, map(_party, mentions)), None)


def _party(mention: str) -> Actor | None:
    name = normalise(_ABBREVIATION.sub("", mention))
    bare = _bare(name)
    return _actors().get(name) or _group(bare, _GROUPS) or _group(_DESCRIPTION.sub("", bare), _ARMED)


def _group(name: str, kinds: frozenset[str]) -> Actor | None:
    actor = _actors().get(name)
    return actor if actor and actor.kind in kinds else None


def _bare(name: str) -> str:
    words = name.split()
    while len(words) > 1 and (words[0] in _BEFORE or words[0].isdigit()):
        words.pop(0)
    while len(words) > 1 and words[-1] in _AFTER:
        words.pop()
    return " ".join(words)


@cache
def _actors() -> dict[str, Actor]:
    found = {}
    with _TABLE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            actor = Actor(name=row["name"], kind=row["kind"], country=row["country"] or None)
            for alias in (row["name"], *filter(None, row["aliases"].split("|"))):
                found[normalise(alias)] = actor
    return found
