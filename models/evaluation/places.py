"""How far from the annotated point the toponyms of an article are placed."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean, median

from models.evaluation.toponyms import Toponym, ToponymArticle, read_toponyms
from models.gazetteer import Place
from models.normalise.places import article_votes, resolve_toponyms, whole_candidates
from models.normalise.places.candidates import gazetteer
from models.normalise.places.toponym import great_circle_km
from models.records import Span

# The usual yardstick, 100 miles; half the way around the earth for what is not placed.
_NEAR_KM, _FARTHEST_KM = 161.0, 20_038.0
PlaceReader = Callable[[ToponymArticle], Sequence[Place | None]]


@dataclass(frozen=True, kw_only=True)
class PlaceResult:
    """One toponym, the place it was given, the error in kilometres, and whether the country is right."""

    toponym: Toponym
    place: Place | None
    error_km: float
    right_country: bool | None


def evaluate_places(file: Path) -> str:
    """Return our accuracy on a file of annotated toponyms as text, beside that of the greatest namesakes.

    Raises:
        ValueError: the file cannot be read.
    """
    articles = read_toponyms(file)
    rows = [summary(list(judge(articles, reader))) for reader in (most_populous, our_reader)]
    return "\n".join(
        f"{name}: {row}" for name, row in zip(("population", "eventwire"), rows, strict=True)
    ) + (f"\n{rows[-1].split(',')[0]}")


def summary(results: Sequence[PlaceResult]) -> str:
    """Return the metrics of one reader in a line."""
    errors = [result.error_km for result in results]
    near = 100 * sum(error <= _NEAR_KM for error in errors) / max(1, len(errors))
    countries = [r.right_country for r in results if r.right_country is not None]
    parts = [f"within_161km: {near:.1f} (n={len(errors)})"]
    if errors:
        parts += [f"mean {mean(errors):.0f} km", f"median {median(errors):.1f} km"]
    if countries:
        parts.append(f"country {100 * sum(countries) / len(countries):.1f}")
    unplaced = sum(result.place is None for result in results)
    return ", ".join([*parts, f"unplaced {100 * unplaced / max(1, len(results)):.1f}"])


def judge(articles: Sequence[ToponymArticle], reader: PlaceReader) -> Iterator[PlaceResult]:
    """Yield what a reader makes of every toponym."""
    for article in articles:
        for toponym, place in zip(article.toponyms, reader(article), strict=True):
            yield PlaceResult(
                toponym=toponym,
                place=place,
                error_km=_error(toponym, place),
                right_country=_right_country(toponym, place),
            )


def our_reader(article: ToponymArticle) -> Sequence[Place | None]:
    """Resolve the toponyms of an article together."""
    spans = [Span(text=t.text, start=t.start, end=t.end) for t in article.toponyms]
    return resolve_toponyms(spans, text=article.text, votes=article_votes(article.text))


def most_populous(article: ToponymArticle) -> Sequence[Place | None]:
    """Take the most populous place of each name: the baseline."""
    found = (whole_candidates(toponym.text) for toponym in article.toponyms)
    return [candidates.places[0] if candidates else None for candidates in found]


def _error(toponym: Toponym, place: Place | None) -> float:
    if place is None or place.latitude is None or place.longitude is None:
        return _FARTHEST_KM
    return great_circle_km((toponym.latitude, toponym.longitude), (place.latitude, place.longitude))


def _right_country(toponym: Toponym, place: Place | None) -> bool | None:
    if toponym.country is None:
        return None
    named = gazetteer().lookup(toponym.country)
    codes = {candidate.country for candidate in named if candidate.kind == "country"}
    return place is not None and place.country in codes
