"""Choosing decoding thresholds on dev: one at a time, keeping what raises record F1."""

import dataclasses
from collections.abc import Callable, Iterable

from models.decode.drafts import Thresholds

GRID = (0.2, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7, 0.8)
# Those that change which events there are come first: the others are chosen given the events.
ORDER = (
    "same_event",
    "valid",
    "trigger",
    "target",
    "attacker",
    "place",
    "time",
    "toll",
    "toll_span",
    "weapon",
    "span",
    "same_entity",
    "series",
)


def tune(
    start: Thresholds, *, score: Callable[[Thresholds], float], passes: int = 2, names: Iterable[str] = ORDER
) -> tuple[Thresholds, float]:
    """Return thresholds and their score after coordinate ascent from ``start``."""
    best, best_score = start, score(start)
    for _ in range(passes):
        for name in names:
            for value in GRID:
                candidate = dataclasses.replace(best, **{name: value})
                if candidate != best and (found := score(candidate)) > best_score:
                    best, best_score = candidate, found
    return best, best_score
