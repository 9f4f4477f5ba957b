#!/usr/bin/env python3
"""Train on growing parts of the corpus and print the dev scores of each.

    python benchmarks/learning_curve.py --data ../shared/data --out runs/curve [--config FILE]

Takes as long as two and a half trainings. A run that is there already is read, not made again.
"""

import argparse
import json
import tempfile
from pathlib import Path

from models.training.run import train

MINILM = Path(__file__).parent.parent / "models" / "training" / "minilm6.toml"
FRACTIONS = (0.25, 0.5, 0.75, 1.0)


def run(fraction: float, *, data: Path, out: Path, config: Path) -> dict[str, float]:
    """Return the dev scores of the last epoch of one run."""
    if not (out / "model").is_dir():
        with tempfile.NamedTemporaryFile("w", suffix=".toml") as settings:
            settings.write(f"{config.read_text(encoding='utf-8')}\nfraction = {fraction}\n")
            settings.flush()
            train(data=data, out=out, config=Path(settings.name))
    last = (out / "log.jsonl").read_text(encoding="utf-8").splitlines()[-1]
    scores: dict[str, float] = json.loads(last)["dev"]
    return scores


def main() -> None:
    """Print one row per fraction."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--config", type=Path, default=MINILM)
    options = parser.parse_args()
    for fraction in FRACTIONS:
        scores = run(fraction, data=options.data, out=options.out / f"{fraction}", config=options.config)
        print(f"{fraction:5.0%}", *(f"{name} {value:.1f}" for name, value in scores.items()), flush=True)


if __name__ == "__main__":
    main()
