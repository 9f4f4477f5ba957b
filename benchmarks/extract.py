#!/usr/bin/env python3
"""Time one article through Eventwire and through the plain `transformers` token-classification pipeline.

    python benchmarks/extract.py [--rounds 15]

Both use the encoder of the embedded model, in one process, taking turns: the ratios are what to read.
The pipeline only tags tokens, in windows of 512 with our overlap; we also link, cluster and read values.
Prints medians.
"""

import argparse
import functools
import json
import os
import resource
import statistics
import time
from collections.abc import Callable
from pathlib import Path

os.environ["HF_HUB_OFFLINE"] = "1"

import torch
from transformers import MPNetForTokenClassification, PreTrainedTokenizerFast, pipeline

from models.pipeline import Pipeline
from models.records import Article, Options
from models.text.windows import WindowConfig
from models.weights import EMBEDDED, load_model

GOLDEN = Path(__file__).parent.parent / "tests" / "golden" / "articles.jsonl"


def article_of(words: int) -> str:
    """Return the beginning of the longest golden article, `words` words long."""
    lines = GOLDEN.read_text(encoding="utf-8").splitlines()
    longest = max((json.loads(line)["text"] for line in lines), key=len)
    return " ".join(longest.split(" ")[:words])


def eventwire(precision: torch.dtype) -> Callable[[str], object]:
    """Return our extraction at the given precision."""
    engine = Pipeline(model=load_model(EMBEDDED), precision=precision)
    options = Options()
    return lambda text: engine.extract(Article(text=text), options=options)


def token_classifier(precision: torch.dtype) -> Callable[[str], object]:
    """Return a plain token-classification pipeline on the same encoder, with an untrained head."""
    encoder = load_model(EMBEDDED).network.encoder
    classifier = MPNetForTokenClassification(encoder.config)
    classifier.mpnet.load_state_dict(encoder.state_dict(), strict=False)
    tokenizer = PreTrainedTokenizerFast(
        tokenizer_file=str(EMBEDDED / "tokenizer.json"), model_max_length=512, pad_token="<pad>"
    )
    return pipeline(
        "token-classification",
        model=classifier.to(precision).eval(),
        tokenizer=tokenizer,
        aggregation_strategy="simple",
        stride=WindowConfig().overlap,
    )


def interleaved(runs: dict[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Return each run's median milliseconds, the runs taking turns."""
    times: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(rounds + 1):
        for name, run in runs.items():
            start = time.perf_counter()
            run()
            times[name].append(1000 * (time.perf_counter() - start))
    # The first round warms up.
    return {name: statistics.median(values[1:]) for name, values in times.items()}


def main() -> None:
    """Print one row per thread count, precision and article length."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=15)
    rounds = parser.parse_args().rounds
    print(
        f"{'threads':>7} {'weights':>9} {'words':>6} {'ours ms':>9} {'articles/s':>11} "
        f"{'pipeline ms':>12} {'ratio':>6}"
    )
    for precision in (torch.float32, torch.bfloat16):
        extractors = {"ours": eventwire(precision), "theirs": token_classifier(precision)}
        for threads in (1, 2):
            torch.set_num_threads(threads)
            for words in (500, 3000):
                text = article_of(words)
                took = interleaved(
                    {name: functools.partial(run, text) for name, run in extractors.items()}, rounds
                )
                print(
                    f"{threads:7d} {str(precision)[6:]:>9} {words:6d} {took['ours']:9.0f} "
                    f"{1000 / took['ours']:11.1f} {took['theirs']:12.0f} "
                    f"{took['theirs'] / took['ours']:6.2f}",
                    flush=True,
                )
    print(f"peak memory of this process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")


if __name__ == "__main__":
    main()
