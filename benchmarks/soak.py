"""Load on the real service for as long as one likes: no error, no growing memory.

    python benchmarks/soak.py --seconds 600 --articles ../shared/data/unlabeled/news.jsonl.gz

Prints the resident memory of all processes after warm-up and at the end. Exit code 1 when anything failed or
the memory grew by 5 % or more.
"""

import argparse
import gzip
import json
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.promises.running import REPOSITORY, Service, running

_CLIENTS = 4
_WARM_UP = 0.3  # of the time
_SAMPLES = 10


@dataclass(frozen=True, kw_only=True)
class Report:
    """What a soak found; ``growth`` is a fraction of the memory after warm-up."""

    answers: int
    failures: int
    warm: int
    end: int

    @property
    def growth(self) -> float:
        return self.end / self.warm - 1


def corpus_articles() -> list[str]:
    """Return the texts of our own articles."""
    paths = sorted((REPOSITORY / "models" / "corpus").glob("*.jsonl"))
    return [text for path in paths for text in read_articles(path)]


def read_articles(path: Path) -> list[str]:
    """Return the texts of a file of JSON lines, packed or not."""
    content = path.read_bytes()
    lines = (gzip.decompress(content) if path.suffix == ".gz" else content).splitlines()
    return [json.loads(line)["text"] for line in lines]


def soak(service: Service, articles: list[str], *, seconds: float) -> Report:
    """Send articles from a few clients at a time; compare the median memory after warm-up and at the end."""
    statuses: list[int] = []
    began = time.monotonic()

    def send(first: int) -> None:
        number = first
        while time.monotonic() - began < seconds:
            statuses.append(service.extract(articles[number % len(articles)]).status)
            number += _CLIENTS

    threads = [threading.Thread(target=send, args=(number,)) for number in range(_CLIENTS)]
    for thread in threads:
        thread.start()
    memory = []
    while time.monotonic() - began < seconds:
        time.sleep(seconds / 100)
        memory.append(service.memory)
    for thread in threads:
        thread.join()
    after = memory[int(len(memory) * _WARM_UP) :]
    return Report(
        answers=len(statuses),
        failures=sum(status != 200 for status in statuses),
        warm=sorted(after[:_SAMPLES])[_SAMPLES // 2],
        end=sorted(after[-_SAMPLES:])[_SAMPLES // 2],
    )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seconds", type=float, default=600.0)
    parser.add_argument("--articles", type=Path, help="JSON lines with a text; our own articles without it")
    arguments = parser.parse_args()
    articles = read_articles(arguments.articles) if arguments.articles else corpus_articles()
    command = [sys.executable, "-m", "service.cli", "serve"]
    with tempfile.TemporaryDirectory() as folder, running(command, Path(folder)) as service:
        report = soak(service, articles, seconds=arguments.seconds)
    print(
        f"{report.answers} articles, {report.failures} failures; "
        f"{report.warm / 2**20:.0f} MiB after warm-up, {report.end / 2**20:.0f} MiB at the end: "
        f"{report.growth:+.1%}"
    )
    sys.exit(report.failures > 0 or report.growth >= 0.05)


if __name__ == "__main__":
    main()
