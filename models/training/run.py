"""One training run: annotated articles in, a model directory out. Resumable, with dev scores per epoch."""

import dataclasses
import json
import random
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import torch
from torch import Tensor
from tqdm import tqdm

from models.decode.drafts import Thresholds
from models.network.config import NetworkConfig
from models.network.encoder import load_pretrained
from models.network.network import Network
from models.network.precision import autocast
from models.text.windows import WindowConfig
from models.training.averaging import WeightAverage
from models.training.config import TrainingConfig, load_config
from models.training.data import batches, build_examples, read_documents
from models.training.devscore import dev_scores
from models.training.finish import finish
from models.training.losses import WEIGHTS, article_losses, items
from models.training.standoff import read_standoff
from models.training.targets import Example
from models.weights import Model, is_model, load_model, load_tokenizer, save_model

CORPUS = Path(__file__).parent.parent / "corpus"
NEWS_CORPUS = CORPUS / "standoff" / "news.jsonl"
DEFAULT_CONFIG = Path(__file__).parent / "mpnet6.toml"
_CHECKPOINT = "checkpoint.pt"


def train(*, data: Path, out: Path, config: Path | None = None, resume: bool = False) -> None:
    """Train on ``data/attacks/train.jsonl`` and our own corpus; write the averaged weights to ``out``.

    Each epoch ends with a checkpoint in ``out`` and a line of dev scores in ``out/log.jsonl``.

    Raises:
        ValueError: the data, the encoder or the configuration cannot be read.
    """
    settings = load_config(config or DEFAULT_CONFIG)
    out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(settings.threads)
    torch.manual_seed(settings.seed)
    model = _initial_model(settings)
    documents = training_documents(data, settings)
    dev = read_documents(data / "attacks" / "dev.jsonl")
    examples = build_examples(documents, tokenizer=model.tokenizer, windows=model.windows)
    run = TrainingRun(model=model, examples=examples, settings=settings)
    if resume:
        run.load(out / _CHECKPOINT)
    averaged = dataclasses.replace(model, network=run.average.network)
    while run.epoch < settings.epochs:
        losses = run.train_epoch()
        run.save(out / _CHECKPOINT)
        line = {"epoch": run.epoch, "loss": losses, "dev": dev_scores(averaged, dev)}
        with (out / "log.jsonl").open("a", encoding="utf-8") as log:
            log.write(json.dumps(line) + "\n")
        tqdm.write(json.dumps(line))
    save_model(finish(averaged, dev), out / "model")


def training_documents(data: Path, settings: TrainingConfig) -> list[dict[str, Any]]:
    """Return the training documents of a run: a seeded fraction of the corpus, our own articles, our news."""
    documents = read_documents(data / "attacks" / "train.jsonl")
    random.Random(settings.seed).shuffle(documents)
    documents = documents[: round(len(documents) * settings.fraction)]
    if settings.own_corpus:
        for path in sorted(CORPUS.glob("*.jsonl")):
            documents += read_documents(path)
    if settings.news_corpus:
        documents += read_standoff(NEWS_CORPUS, texts=data / "unlabeled" / "news.jsonl.gz")
    return documents


def _initial_model(settings: TrainingConfig) -> Model:
    source = Path(settings.encoder)
    if is_model(source):
        model = dataclasses.replace(load_model(source), version=settings.version, calibration={})
    else:
        model = _fresh_model(source, settings)
    # Frozen word vectors: rare words of the test articles stay comparable to those seen in training.
    model.network.encoder.get_input_embeddings().requires_grad_(False)
    return model


def _fresh_model(source: Path, settings: TrainingConfig) -> Model:
    pretrained = load_pretrained(source, layers=settings.encoder_layers)
    shape = NetworkConfig(hidden=pretrained.config.hidden_size, dropout=settings.dropout)
    network = Network(encoder=pretrained.config, config=shape)
    network.encoder.load_state_dict(pretrained.state_dict())
    return Model(
        name="eventwire",
        version=settings.version,
        network=network,
        tokenizer=load_tokenizer(source),
        windows=WindowConfig(),
        thresholds=Thresholds(),
        calibration={},
    )


class TrainingRun:
    """Network, optimiser, schedule and weight average of one run, all resumable."""

    def __init__(self, *, model: Model, examples: Sequence[Example], settings: TrainingConfig) -> None:
        self.network, self.settings, self.examples = model.network, settings, examples
        self.epoch = 0
        self._rng = random.Random(settings.seed)
        self._optimizer = _optimizer(self.network, settings)
        per_epoch = len(list(batches(examples, budget=settings.batch_tokens, rng=random.Random(0))))
        self._schedule = torch.optim.lr_scheduler.LambdaLR(
            self._optimizer, _warm_up_and_decay(per_epoch * settings.epochs, settings.warmup)
        )
        self.average = WeightAverage(self.network, decay=settings.average_decay)

    def train_epoch(self) -> dict[str, float]:
        """Train one epoch; return each loss term's mean per annotated item."""
        self.network.train()
        sums: dict[str, float] = {}
        count = 0
        grouped = list(batches(self.examples, budget=self.settings.batch_tokens, rng=self._rng))
        for batch in tqdm(grouped, desc=f"epoch {self.epoch + 1}", mininterval=5):
            for name, value in self._step(batch).items():
                sums[name] = sums.get(name, 0.0) + value
            count += sum(map(items, batch))
        self.epoch += 1
        return {name: round(value / count, 4) for name, value in sums.items()}

    def _step(self, batch: Sequence[Example]) -> dict[str, float]:
        with autocast():
            vectors = self.network.encode([(e.words, e.windows) for e in batch])
        losses: dict[str, Tensor] = {}
        for example, word_LD in zip(batch, vectors, strict=True):
            for name, value in article_losses(self.network, word_LD.float(), example).items():
                losses[name] = losses.get(name, torch.zeros(())) + value * example.weight
        total = sum(WEIGHTS[name] * value for name, value in losses.items()) / sum(map(items, batch))
        assert isinstance(total, Tensor)
        total.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self._optimizer.step()
        self._optimizer.zero_grad()
        self._schedule.step()
        self.average.update(self.network)
        return {name: value.item() for name, value in losses.items()}

    def save(self, path: Path) -> None:
        """Write a checkpoint that `load` resumes from."""
        torch.save(
            {
                "network": self.network.state_dict(),
                "average": self.average.state_dict(),
                "optimizer": self._optimizer.state_dict(),
                "schedule": self._schedule.state_dict(),
                "rng": (self._rng.getstate(), torch.get_rng_state()),
                "epoch": self.epoch,
                "settings": dataclasses.asdict(self.settings),
            },
            path,
        )

    def load(self, path: Path) -> None:
        """Resume from a checkpoint of the same settings.

        Raises:
            ValueError: there is no checkpoint, or it was made with other settings.
        """
        if not path.is_file():
            raise ValueError(f"{path}: no checkpoint to resume from")
        state = torch.load(path, weights_only=True)
        if state["settings"] != dataclasses.asdict(self.settings):
            raise ValueError(f"{path} was made with other settings")
        self.network.load_state_dict(state["network"])
        self.average.load_state_dict(state["average"])
        self._optimizer.load_state_dict(state["optimizer"])
        self._schedule.load_state_dict(state["schedule"])
        python_state, torch_state = state["rng"]
        self._rng.setstate((python_state[0], tuple(python_state[1]), python_state[2]))
        torch.set_rng_state(torch_state)
        self.epoch = state["epoch"]


def _optimizer(network: Network, settings: TrainingConfig) -> torch.optim.Optimizer:
    trained = [(name, p) for name, p in network.named_parameters() if p.requires_grad]
    encoder = [p for name, p in trained if name.startswith("encoder.")]
    heads = [p for name, p in trained if not name.startswith("encoder.")]
    groups = [{"params": encoder, "lr": settings.encoder_rate}, {"params": heads, "lr": settings.head_rate}]
    return torch.optim.AdamW(groups, weight_decay=settings.weight_decay, fused=True)


def _warm_up_and_decay(steps: int, warmup: float) -> Callable[[int], float]:
    rising = max(1, round(steps * warmup))

    def factor(step: int) -> float:
        return min((step + 1) / rising, max(0.02, (steps - step) / max(1, steps - rising)))

    return factor
