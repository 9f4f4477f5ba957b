"""Reading articles with annotated toponyms, in the XML form of LGL and TR-News (Gritta et al. 2020)."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

_AROUND = 400


@dataclass(frozen=True, kw_only=True)
class Toponym:
    """A place name in an article; ``country`` is what the annotation calls it, degrees north and east."""

    text: str
    start: int
    end: int
    latitude: float
    longitude: float
    country: str | None


@dataclass(frozen=True, kw_only=True)
class ToponymArticle:
    """An article and its toponyms that have coordinates, in the order of the text."""

    text: str
    toponyms: tuple[Toponym, ...]


def read_toponyms(file: Path) -> list[ToponymArticle]:
    """Read every article of a file.

    Raises:
        ValueError: it is not XML with ``article`` elements; the message names the file.
    """
    try:
        root = ElementTree.parse(file).getroot()
    except ElementTree.ParseError as error:
        raise ValueError(f"{file}: {error}") from error
    articles = [_article(element) for element in root.iter("article")]
    if not articles:
        raise ValueError(f"{file}: no <article>")
    return articles


def _article(element: ElementTree.Element) -> ToponymArticle:
    text = element.findtext("text") or ""
    found = sorted(_toponyms(element, text), key=lambda toponym: toponym.start)
    return ToponymArticle(text=text, toponyms=tuple(found))


def _toponyms(article: ElementTree.Element, text: str) -> Iterator[Toponym]:
    for element in article.iter("toponym"):
        start, end = (int(_number(element, name) or 0) for name in ("start", "end"))
        phrase = (element.findtext("phrase") or text[start:end]).strip()
        latitude, longitude = _number(element, "lat"), _number(element, "lon")
        if phrase and latitude is not None and longitude is not None:
            start = _find(text, phrase, near=start)
            country = (element.findtext(".//country") or "").strip() or None
            yield Toponym(
                text=phrase,
                start=start,
                end=start + len(phrase),
                latitude=latitude,
                longitude=longitude,
                country=country,
            )


def _find(text: str, phrase: str, *, near: int) -> int:
    """Return where a phrase stands; offsets of the corpora are off by a few characters now and then."""
    if text.startswith(phrase, near):
        return near
    places = [i for i in range(max(0, near - _AROUND), near + _AROUND) if text.startswith(phrase, i)]
    return min(places, key=lambda i: abs(i - near), default=near)


def _number(element: ElementTree.Element, name: str) -> float | None:
    try:
        return float(element.findtext(f".//{name}") or "")
    except ValueError:
        return None
