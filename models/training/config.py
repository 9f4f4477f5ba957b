"""Everything a training run depends on, read from a TOML file."""

import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any


@dataclass(frozen=True, kw_only=True)
class TrainingConfig:
    """Hyperparameters of one run; learning rates are peak values of a linear warm-up and decay.

    ``encoder`` is a folder with a pretrained encoder, or with a model of ours, which is then trained further.
    ``news_corpus`` adds our annotations of ``unlabeled/news.jsonl.gz`` in the data.
    """

    encoder: str
    version: str = "0.0.0"
    encoder_layers: int | None = None
    epochs: int = 10
    batch_tokens: int = 3072
    encoder_rate: float = 1e-4
    head_rate: float = 5e-4
    warmup: float = 0.06
    weight_decay: float = 0.01
    dropout: float = 0.2
    average_decay: float = 0.995
    own_corpus: bool = True
    news_corpus: bool = False
    fraction: float = 1.0
    threads: int = 2
    seed: int = 1


def load_config(path: Path) -> TrainingConfig:
    """Read a training configuration.

    Raises:
        ValueError: the file is not TOML or names an unknown setting.
    """
    try:
        values: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{path}: {error}") from error
    unknown = set(values) - {f.name for f in fields(TrainingConfig)}
    if unknown:
        raise ValueError(f"{path}: unknown settings {', '.join(sorted(unknown))}")
    return TrainingConfig(**values)
