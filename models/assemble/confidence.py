"""Probabilities that mean what they say: Platt scaling (Platt 1999), fitted on dev per field."""

import math

_EDGE = 0.005


def calibrated(probability: float, scaling: tuple[float, float]) -> float:
    """Return ``sigmoid(a * logit(p) + b)``, rounded to two decimals, for ``scaling = (a, b)``."""
    slope, offset = scaling
    inside = min(max(probability, _EDGE), 1 - _EDGE)
    scaled = slope * math.log(inside / (1 - inside)) + offset
    return round(1 / (1 + math.exp(-scaled)), 2)
