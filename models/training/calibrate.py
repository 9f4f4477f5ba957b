"""Fitting confidences on dev: of the values given 0.8, about 80 % shall be right."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor

from models.evaluation.agreement import same_entity, same_place
from models.evaluation.facts import EventFacts, read_events
from models.evaluation.matching import align

Outcome = tuple[float, bool]
_EDGE = 0.005
_PRIOR = 1.0


def outcomes(
    documents: Sequence[Mapping[str, Any]], records: Mapping[str, Sequence[Mapping[str, Any]]]
) -> dict[str, list[Outcome]]:
    """Return, per field, the confidence of every predicted value and whether the annotation has it."""
    found: dict[str, list[Outcome]] = {}
    for document in documents:
        predicted = records.get(document["id"], ())
        facts = read_events(predicted)
        pairs = align(document["id"], read_events(document["events"]), facts).pairs
        gold_of = {id(pair.pred): pair.gold for pair in pairs}
        for record, fact in zip(predicted, facts, strict=True):
            for field, outcome in _event_outcomes(record, fact, gold_of.get(id(fact))):
                found.setdefault(field, []).append(outcome)
    return found


def fit_scaling(found: Sequence[Outcome]) -> tuple[float, float]:
    """Return the slope and offset of Platt scaling (Platt 1999) that make the outcomes likeliest.

    A weak prior holds the slope near 1, for fields with few values.
    """
    logit_N = torch.tensor([p for p, _ in found], dtype=torch.float64).clamp(_EDGE, 1 - _EDGE).logit()
    right_N = torch.tensor([right for _, right in found], dtype=torch.float64)
    scaling = torch.tensor([1.0, 0.0], dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.LBFGS([scaling], max_iter=100, line_search_fn="strong_wolfe")

    def loss() -> Tensor:
        optimizer.zero_grad()
        fit = F.binary_cross_entropy_with_logits(scaling[0] * logit_N + scaling[1], right_N, reduction="sum")
        value = fit + _PRIOR * (scaling[0] - 1) ** 2
        value.backward()  # type: ignore[no-untyped-call]
        return value

    optimizer.step(loss)  # type: ignore[no-untyped-call]
    slope, offset = scaling.tolist()
    return round(slope, 4), round(offset, 4)


def expected_error(found: Sequence[Outcome], *, bins: int = 10) -> float:
    """Return the expected calibration error: mean distance of confidence and accuracy over equal bins."""
    grouped: dict[int, list[Outcome]] = {}
    for outcome in found:
        grouped.setdefault(min(int(outcome[0] * bins), bins - 1), []).append(outcome)
    gaps = [abs(sum(p for p, _ in group) - sum(right for _, right in group)) for group in grouped.values()]
    return sum(gaps) / len(found)


def _event_outcomes(
    record: Mapping[str, Any], fact: EventFacts, gold: EventFacts | None
) -> Iterator[tuple[str, Outcome]]:
    yield "event", (record["confidence"], gold is not None)
    for field in ("attackers", "targets", "weapons"):
        known = getattr(gold, field, ())
        for value, entity in zip(record[field], getattr(fact, field), strict=True):
            yield field, (value["confidence"], any(same_entity(entity, other) for other in known))
    for value, casualty in zip(record["casualties"], fact.casualties, strict=True):
        yield "casualties", (value["confidence"], gold is not None and casualty in gold.casualties)
    if record["location"]:
        right = gold is not None and same_place(gold.location, fact.location)
        yield "location", (record["location"]["confidence"], right)
    if record["date"]:
        yield "date", (record["date"]["confidence"], gold is not None and gold.date == fact.date)
