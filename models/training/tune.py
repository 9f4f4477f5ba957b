"""Choosing decoding thresholds on dev: one at a time, keeping what raises the score."""

import dataclasses
from collections.abc import Callable, Sequence

from models.decode.drafts import Thresholds

STEPS = (0.15, -0.15, 0.05, -0.05)
# Those that change which events there are come first: the others are chosen given the events.
ORDER = (
    "same_event",
    "valid",
    "target",
    "attacker",
    "place",
    "time",
    "toll",
    "weapon",
    "same_entity",
    "series",
    "trigger",
    "span",
    "toll_span",
)


def tune(
    start: Thresholds,
    *,
    score: Callable[[Thresholds], float],
    passes: int = 2,
    names: Sequence[str] = ORDER,
) -> tuple[Thresholds, float]:
    """Return thresholds and their score after coordinate ascent from ``start`` in ever smaller steps."""
    best, best_score = start, score(start)
    for _ in range(passes):
        before = best
        for name in names:
            best, best_score = _climb(name, best, best_score, score)
        if best == before:
            break
    return best, best_score


def distance(one: Thresholds, other: Thresholds) -> float:
    """Return the sum of squared differences."""
    pairs = ((getattr(one, f.name), getattr(other, f.name)) for f in dataclasses.fields(Thresholds))
    return float(sum((a - b) ** 2 for a, b in pairs))


def _climb(
    name: str, best: Thresholds, best_score: float, score: Callable[[Thresholds], float]
) -> tuple[Thresholds, float]:
    for step in STEPS:
        while 0 < (value := round(getattr(best, name) + step, 2)) < 1:
            candidate = dataclasses.replace(best, **{name: value})
            if (found := score(candidate)) <= best_score:
                break
            best, best_score = candidate, found
    return best, best_score
