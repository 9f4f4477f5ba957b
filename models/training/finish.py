"""The last step of a training: decoding thresholds and confidences, chosen on dev.

``python -m models.training.finish MODEL_DIR DEV.jsonl`` does it again for a trained model, after a change of
what comes behind the network.
"""

import dataclasses
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import torch
from tqdm import tqdm

from models.decode.drafts import Thresholds
from models.training.calibrate import fit_scaling, outcomes
from models.training.data import read_documents
from models.training.devset import DevSet
from models.training.tune import distance, tune
from models.weights import Model, load_model, write_config

# Events come first to a reader, and few of a record's fields say whether it should exist.
_EVENT_WEIGHT = 0.25
# Dev is small: without a pull to the defaults, thresholds run to extremes that only its own articles reward.
_PULL = 0.06


def finish(model: Model, documents: Sequence[Mapping[str, Any]]) -> Model:
    """Return the model with the thresholds and confidence scalings that do best on the documents."""
    torch.set_num_threads(1)  # many small products: threads only wait for each other
    dev = DevSet(model=dataclasses.replace(model, calibration={}), documents=documents)
    with tqdm(desc="thresholds", unit="try") as bar:

        def score(thresholds: Thresholds) -> float:
            summary = dev.summary(thresholds)
            bar.update()
            gain = summary.record.f1 + _EVENT_WEIGHT * summary.fields["event"].f1
            return gain - _PULL * distance(thresholds, Thresholds())

        thresholds, best = tune(Thresholds(), score=score)
        bar.set_postfix(score=f"{best:.4f}")
    found = outcomes(documents, dev.records(thresholds))
    scalings = {field: fit_scaling(values) for field, values in sorted(found.items())}
    return dataclasses.replace(model, thresholds=thresholds, calibration=scalings)


def main() -> None:
    """Finish a trained model anew; its configuration and checksums are rewritten."""
    directory, dev = map(Path, sys.argv[1:3])
    write_config(finish(load_model(directory), read_documents(dev)), directory)


if __name__ == "__main__":
    main()
