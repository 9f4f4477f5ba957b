"""Dev scores of a model as it stands: one line of an epoch's log."""

from collections.abc import Mapping, Sequence
from typing import Any

from models.training.devset import DevSet
from models.weights import Model


def dev_scores(model: Model, documents: Sequence[Mapping[str, Any]]) -> dict[str, float]:
    """Return record F1 and the F1 of every field, in percent, under the model's own thresholds."""
    summary = DevSet(model=model, documents=documents).summary(model.thresholds)
    fields = {name: round(100 * part.f1, 1) for name, part in summary.fields.items()}
    return {"record": round(100 * summary.record.f1, 1), **fields}
