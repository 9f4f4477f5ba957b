"""How far confidences can be trusted: reliability by cross-validation on annotated articles.

``python -m models.training.reliability MODEL_DIR DEV.jsonl`` prints, per field, how often values of a given
confidence are right, and for events what a least confidence buys.
"""

import dataclasses
import random
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import torch

from models.assemble.confidence import calibrated
from models.training.calibrate import Outcome, expected_error, fit_scaling, outcomes
from models.training.data import read_documents
from models.training.devset import DevSet, Records
from models.weights import load_model

_FOLDS = 10
_BINS = 5
_LEAST = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9)
Outcomes = dict[str, list[Outcome]]


def cross_validated(
    documents: Sequence[Mapping[str, Any]], records: Records, *, folds: int = _FOLDS
) -> Outcomes:
    """Return the outcomes per field, scaled by what was fitted on the articles of the other folds.

    ``records`` hold unscaled confidences.
    """
    shuffled = list(documents)
    random.Random(0).shuffle(shuffled)
    honest: Outcomes = {}
    for fold in range(folds):
        seen = outcomes([d for i, d in enumerate(shuffled) if i % folds != fold], records)
        for field, values in outcomes(shuffled[fold::folds], records).items():
            scaling = fit_scaling(seen.get(field, ()))
            honest.setdefault(field, []).extend((calibrated(p, scaling), right) for p, right in values)
    return honest


def reliability_rows(found: Sequence[Outcome], *, bins: int = _BINS) -> Iterator[tuple[int, float, float]]:
    """Yield, per bin of equally many values, their number, mean confidence and share of right ones."""
    ranked = sorted(found)
    size = -(-len(ranked) // bins)
    for first in range(0, len(ranked), size):
        part = ranked[first : first + size]
        yield len(part), sum(p for p, _ in part) / len(part), sum(right for _, right in part) / len(part)


def report(found: Outcomes) -> str:
    """Return the tables as Markdown."""
    lines = ["| field | values | expected error | confidence → right |", "|---|---|---|---|"]
    everything = [outcome for values in found.values() for outcome in values]
    for field, values in [*sorted(found.items()), ("all", everything)]:
        cells = " · ".join(f"{mean:.2f} → {right:.2f}" for _, mean, right in reliability_rows(values))
        lines.append(f"| {field} | {len(values)} | {expected_error(values):.3f} | {cells} |")
    lines += ["", "| `min_confidence` | events kept | precision | right events kept |", "|---|---|---|---|"]
    events = found["event"]
    whole = sum(right for _, right in events)
    for least in _LEAST:
        kept = [right for p, right in events if p >= least]
        shares = len(kept) / len(events), sum(kept) / max(1, len(kept)), sum(kept) / whole
        lines.append(f"| {least} |" + "|".join(f" {share:.0%} " for share in shares) + "|")
    return "\n".join(lines)


def main() -> None:
    """Print the reliability of a model's confidences."""
    torch.set_num_threads(1)
    directory, dev = map(Path, sys.argv[1:3])
    documents = read_documents(dev)
    model = load_model(directory)
    raw = DevSet(model=dataclasses.replace(model, calibration={}), documents=documents)
    print(report(cross_validated(documents, raw.records(model.thresholds))))


if __name__ == "__main__":
    main()
