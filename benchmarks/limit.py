"""How far from the machine's limit a pass over one article is.

    python -m benchmarks.limit [--threads 1]

Compares, in one run and taking turns, the time that the encoder's matrix products would take at the speed of
a large product on this machine, the encoder on 512 subtokens, and the whole engine call. Prints medians.
"""

import argparse
import statistics
import time
from collections.abc import Callable

import torch

from benchmarks.extract import article_of
from models.inline import load_engine
from models.network.precision import best_precision
from models.records import Article, Options
from models.weights import EMBEDDED, load_model

_TOKENS = 512


def encoder_flops(hidden: int, inner: int, layers: int) -> float:
    """Multiplications and additions of one pass: projections, attention, feed-forward."""
    projections = 4 * 2 * _TOKENS * hidden * hidden
    attention = 2 * 2 * _TOKENS * _TOKENS * hidden
    feed_forward = 2 * 2 * _TOKENS * hidden * inner
    return float(layers * (projections + attention + feed_forward))


def milliseconds(run: Callable[[], object]) -> float:
    began = time.perf_counter()
    run()
    return 1000 * (time.perf_counter() - began)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=15)
    arguments = parser.parse_args()
    engine = load_engine(threads=arguments.threads)
    precision = best_precision()
    encoder = load_model(EMBEDDED).network.encoder.to(precision).eval()
    shape = encoder.config
    ids = torch.randint(5, 30_000, (1, _TOKENS))
    left, right = (
        torch.randn(_TOKENS, shape.hidden_size),
        torch.randn(shape.hidden_size, shape.intermediate_size),
    )
    left, right = left.to(precision), right.to(precision)
    text = article_of(400)
    runs: dict[str, Callable[[], object]] = {
        "product": lambda: left @ right,
        "encoder": lambda: encoder(input_ids=ids),
        "engine": lambda: engine.extract(Article(text=text), options=Options()),
    }
    times: dict[str, list[float]] = {name: [] for name in runs}
    with torch.inference_mode():
        for _ in range(arguments.rounds + 1):
            for name, run in runs.items():
                times[name].append(milliseconds(run))
    took = {name: statistics.median(values[1:]) for name, values in times.items()}
    speed = 2 * _TOKENS * shape.hidden_size * shape.intermediate_size / took["product"] * 1000
    flops = encoder_flops(shape.hidden_size, shape.intermediate_size, shape.num_hidden_layers)
    ideal = 1000 * flops / speed
    print(f"{arguments.threads} threads, {precision}: {speed / 1e9:.0f} GFLOP/s in a large product")
    one, whole = took["encoder"], took["engine"]
    print(f"matrix products at that speed {ideal:.0f} ms, encoder {one:.0f} ms: {ideal / one:.0%}")
    print(f"engine call, 400 words: {whole:.0f} ms, of which the encoder is {one / whole:.0%}")


if __name__ == "__main__":
    main()
