"""What the words of a place mention can mean in the gazetteer."""

import re
from dataclasses import dataclass
from functools import cache

from models.gazetteer import Gazetteer, Place, normalise

NAME = re.compile(
    r"[A-Z][\w’'.-]*(?:(?: |-| of | the | de | del | do | da | al-| el-| ez-| as-| ad-)[A-Z][\w’'-]*)*"
)
_DIRECTION = re.compile(
    r"^(?:the )?(?:(?:far|near|outside|in|around|central|downtown|occupied|greater)\s+"
    r"|(?:rebel|government)-held\s+"
    r"|(?:north|south|east|west)(?:-?(?:north|south|east|west|central))?(?:ern)?\s+"
    r"|(?:outskirts|suburbs?|city|town|village|port city|port|province|district|state|island) of\s+)+",
    re.IGNORECASE,
)
_KIND = re.compile(
    r"\s+(?:province|city|district|governorate|state|region|oblast|county|area|neighbou?rhood|tehsil|municipality"
    r"|town|village|kibbutz|camp|refugee camp|department|prefecture|suburb|island|peninsula|valley)s?$",
    re.IGNORECASE,
)
# Behind these words stands another place than the one that is meant.
_ELSEWHERE = re.compile(
    r"\b(?:border with|bordering|from|opposite|towards?|close to)\b.*|(?<=\w )near\b.*"
    r"|\S+ (?:borders?|frontier|boundary)\b",
    re.IGNORECASE,
)
# Words of buildings, institutions and things: towns of these names exist, and are never meant.
_COMMON = frozenset(
    (
        "academy airport army avenue bank base bay boulevard bridge camp capital cathedral centre "
        "center church city clinic coast college commonwealth compound consulate district east embassy "
        "farm festival field garden gate government green hall highway hill hospital hotel house "
        "international market memorial metro ministry mission mosque mountain museum national north "
        "palace park parliament plaza police port prison province road school side south square stadium "
        "station street supernova synagogue temple theatre theater tower towers union university "
        "village war west zone"
    ).split()
)


# Countries and the regions of our own tables rank above every city, under each of their names.
LISTED = 1_000_000_000


@dataclass(frozen=True, kw_only=True)
class Candidates:
    """The places of one name, most populous first."""

    name: str
    places: tuple[Place, ...]


def whole_candidates(mention: str) -> Candidates | None:
    """Return the places of the mention's own name, with or without words of direction and kind."""
    for name in names_in(mention):
        if places := gazetteer().lookup(name):
            return Candidates(name=name, places=places)
    return None


def part_candidates(mention: str) -> Candidates | None:
    """Return the places of a name inside the mention: "Brussels" of "Brussels Metro station"."""
    for name in parts_of(mention):
        places = gazetteer().lookup(name)
        if places and (not _is_wide(places[0]) or _tells_place(name, places[0], mention)):
            return Candidates(name=name, places=places)
    return None


def _is_wide(place: Place) -> bool:
    return place.kind == "country" or place.country is None


def _tells_place(name: str, wide: Place, mention: str) -> bool:
    """Say whether a country's or continent's name places the mention: "Israeli" does in "Israeli cities"."""
    rest = _DIRECTION.sub("", mention).removeprefix(name)
    return normalise(name) == normalise(wide.name) or rest.islower()


def names_in(mention: str) -> list[str]:
    """Return the names that the whole mention may be known by, fullest first."""
    text = _ELSEWHERE.sub("", mention).strip(" ,")
    stripped = _DIRECTION.sub("", text)
    names = (text, stripped, _KIND.sub("", stripped))
    return [name for name in dict.fromkeys(names) if _is_name(name)]


def parts_of(mention: str) -> list[str]:
    """Return the proper names inside a mention, and their beginnings and ends, fullest first."""
    found = []
    for name in NAME.findall(_DIRECTION.sub("", _ELSEWHERE.sub("", mention))):
        found += [name, *_parts(name)]
    return [name for name in dict.fromkeys(found) if _is_name(name)]


def _parts(name: str) -> list[str]:
    words = name.split()
    return [" ".join(words[i:]) for i in range(1, len(words))] + [
        " ".join(words[:i]) for i in range(len(words) - 1, 0, -1)
    ]


def _is_name(name: str) -> bool:
    return name[:1].isupper() and name.lower() not in _COMMON


@cache
def gazetteer() -> Gazetteer:
    """Return the embedded gazetteer."""
    return Gazetteer()
