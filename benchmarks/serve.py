"""Eventwire under load, side by side with a naive Flask app and with LitServe on the same weights.

    pip install -e '.[bench]'; apt-get install wrk
    python benchmarks/serve.py --articles ../shared/data/unlabeled/news.jsonl.gz

In each round every system is started, warmed up and loaded with wrk at 1, 4, 16 and 64 clients, then stopped;
the systems take turns, and the medians of the rounds are printed. Before that: one article over HTTP against
the bare call of the engine, and a crowd that ignores refusals.
"""

import argparse
import json
import os
import random
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.soak import corpus_articles, read_articles
from tests.promises.running import REPOSITORY, Service, free_port, running, wait_until

_PYTHON = sys.executable
_ROUTE = "/v1/extract"
_LUA = """
local bodies = {}
for line in io.lines("%s") do bodies[#bodies + 1] = line end
local number, answered, good = 0, 0, 0
request = function()
  number = number + 1
  return wrk.format("POST", "%s", {["Content-Type"] = "application/json"}, bodies[number %% #bodies + 1])
end
response = function(status) answered = answered + 1; if status == 200 then good = good + 1 end
  wrk.thread:set("answered", answered); wrk.thread:set("good", good) end
local threads = {}
setup = function(thread) threads[#threads + 1] = thread end
done = function(summary, latency)
  local a, g = 0, 0
  for _, thread in ipairs(threads) do
    a = a + (thread:get("answered") or 0)
    g = g + (thread:get("good") or 0)
  end
  io.write(string.format("RESULT %%d %%d %%f %%f %%f %%f\\n", a, g, summary.duration / 1e6,
    latency:percentile(50) / 1e3, latency:percentile(95) / 1e3, latency:percentile(99) / 1e3))
end
"""


@contextmanager
def eventwire(folder: Path, **settings: str) -> Iterator[Service]:
    with running([_PYTHON, "-m", "service.cli", "serve"], folder, **settings) as service:
        yield service


@contextmanager
def rival(command: Sequence[str], port: int) -> Iterator[Service]:
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    environment.pop("OMP_NUM_THREADS", None)
    process = subprocess.Popen(
        command,
        cwd=REPOSITORY,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    service = Service(port=port, process=process, temporary=Path(), log=Path())
    try:
        wait_until(lambda: service.ask("GET", "/readyz").status == 200, 120)
        yield service
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def systems(folder: Path) -> dict[str, Callable[[], AbstractContextManager[Service]]]:
    port = free_port()
    naive = [_PYTHON, "-m", "gunicorn", "-b", f"127.0.0.1:{port}", "-w", "1", "--threads", "64", "-t", "600"]
    return {
        # Room for every client, so that nobody is refused where the others refuse nobody.
        "eventwire": lambda: eventwire(folder, MAX_IN_FLIGHT="64", QUEUE_LIMIT="128"),
        "eventwire, 2 threads": lambda: eventwire(folder, MAX_IN_FLIGHT="64", QUEUE_LIMIT="128", THREADS="2"),
        "naive": lambda: rival([*naive, "benchmarks.rivals.naive:create()"], port),
        "litserve": lambda: rival([_PYTHON, "-m", "benchmarks.rivals.lit", str(port)], port),
    }


def wrk(service: Service, script: Path, *, clients: int, seconds: float) -> dict[str, float]:
    """Load a service; return good answers a second, all answers a second, and latencies in milliseconds."""
    command = ["wrk", "-t1", f"-c{clients}", f"-d{seconds:.0f}s", "--timeout", "300s", "-s", str(script)]
    found = subprocess.run(
        [*command, service.url + _ROUTE], capture_output=True, text=True, check=True
    ).stdout
    result = re.search(r"RESULT (\S+) (\S+) (\S+) (\S+) (\S+) (\S+)", found)
    if result is None:
        raise SystemExit(f"wrk said: {found}")
    answered, good, took, p50, p95, p99 = map(float, result.groups())
    return {"good": good / took, "all": answered / took, "p50": p50, "p95": p95, "p99": p99}


def script_for(articles: Sequence[str], folder: Path) -> Path:
    bodies = folder / "bodies"
    bodies.write_text("".join(json.dumps({"text": text, "language": "en"}) + "\n" for text in articles))
    script = folder / "load.lua"
    script.write_text(_LUA % (bodies, _ROUTE))
    return script


def medians(rows: Sequence[dict[str, float]]) -> dict[str, float]:
    return {name: statistics.median(row[name] for row in rows) for name in rows[0]}


def loaded(
    name: str, script: Path, *, seconds: float, clients: Sequence[int]
) -> Iterator[tuple[int, dict[str, float]]]:
    """Start a system, warm it up and load it; yield what each number of clients had of it."""
    with tempfile.TemporaryDirectory() as folder, systems(Path(folder))[name]() as service:
        wrk(service, script, clients=4, seconds=5)
        for count in clients:
            row = wrk(service, script, clients=count, seconds=seconds)
            yield count, row | {"memory": service.memory / 2**20}


def compare(script: Path, *, rounds: int, seconds: float, clients: Sequence[int]) -> None:
    rows: dict[tuple[str, int], list[dict[str, float]]] = {}
    for _ in range(rounds):
        for name in systems(Path()):
            for count, row in loaded(name, script, seconds=seconds, clients=clients):
                rows.setdefault((name, count), []).append(row)
    print("| clients | system | articles/s | ratio | p50 ms | p95 ms | p99 ms | MiB |")
    print("|---|---|---|---|---|---|---|---|")
    for count in clients:
        ours = medians(rows["eventwire", count])["good"]
        for name in dict.fromkeys(name for name, _ in rows):
            row = medians(rows[name, count])
            latencies = " | ".join(f"{row[key]:.0f}" for key in ("p50", "p95", "p99", "memory"))
            ratio = ours / max(row["good"], 1e-9)
            print(f"| {count} | {name} | {row['good']:.2f} | {ratio:.2f} | {latencies} |", flush=True)


def single(text: str, *, rounds: int) -> None:
    """One article at a time over HTTP and by the bare engine call, taking turns."""
    from models.inline import load_engine
    from models.records import Article, Options

    engine = load_engine(threads=1)
    bare, served, around, own = [], [], [], []
    with tempfile.TemporaryDirectory() as folder, eventwire(Path(folder)) as service:
        for number in range(rounds + 2):
            began = time.perf_counter()
            engine.extract(Article(text=text), options=Options())
            middle = time.perf_counter()
            answer = service.extract(text)
            end = time.perf_counter()
            timing = dict(re.findall(r"(\w+);dur=([\d.]+)", answer.headers["Server-Timing"]))
            reading = float(timing["model"])
            if number >= 2:  # the first two warm up
                bare.append(1000 * (middle - began))
                served.append(1000 * (end - middle))
                around.append(1000 * (end - middle) - reading)
                own.append(float(timing["total"]) - reading)
    one, other, *rest = map(statistics.median, (bare, served, around, own))
    cells = [f"{one:.1f}", f"{other:.1f}", f"{other / one:.3f}", *(f"{extra:.1f}" for extra in rest)]
    print(f"| {len(text.split())} words | {' | '.join(cells)} |", flush=True)


def crowd(script: Path, *, seconds: float) -> None:
    """150 clients that ignore refusals: good answers against the peak, and how long /livez takes."""
    with tempfile.TemporaryDirectory() as folder, eventwire(Path(folder)) as service:
        wrk(service, script, clients=4, seconds=5)
        peak = wrk(service, script, clients=16, seconds=seconds)
        probes: list[float] = []
        running_on = threading.Event()

        def probe() -> None:
            while not running_on.is_set():
                began = time.perf_counter()
                service.ask("GET", "/livez")
                probes.append(1000 * (time.perf_counter() - began))
                time.sleep(0.05)

        thread = threading.Thread(target=probe)
        thread.start()
        flood = wrk(service, script, clients=150, seconds=seconds)
        running_on.set()
        thread.join()
    probes.sort()
    middle, late = probes[len(probes) // 2], probes[int(len(probes) * 0.99)]
    print(
        f"150 clients: {flood['good']:.2f} good articles/s in {flood['all']:.0f} answers/s, "
        f"{flood['good'] / peak['good']:.2f} of the peak of {peak['good']:.2f}; "
        f"/livez p50 {middle:.0f} ms, p99 {late:.0f} ms (n={len(probes)})",
        flush=True,
    )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=Path, help="JSON lines with a text; our own articles without it")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=20.0)
    parser.add_argument("--clients", type=int, nargs="+", default=[1, 4, 16, 64])
    parser.add_argument("--only", choices=["compare", "single", "crowd"])
    arguments = parser.parse_args()
    articles = read_articles(arguments.articles) if arguments.articles else corpus_articles()
    chosen = random.Random(1).sample(articles, min(64, len(articles)))
    words = sorted(len(text.split()) for text in chosen)
    print(
        f"{len(chosen)} articles, {words[0]} to {words[-1]} words, median {words[len(words) // 2]}",
        flush=True,
    )
    with tempfile.TemporaryDirectory() as folder:
        script = script_for(chosen, Path(folder))
        if arguments.only in (None, "single"):
            print("| article | bare ms | served ms | ratio | around the model ms | in the service ms |")
            print("|---|---|---|---|---|---|")
            for count in (15, 500):
                single(" ".join((" ".join(chosen)).split()[:count]), rounds=10 * arguments.rounds)
        if arguments.only in (None, "crowd"):
            crowd(script, seconds=arguments.seconds)
        if arguments.only in (None, "compare"):
            compare(script, rounds=arguments.rounds, seconds=arguments.seconds, clients=arguments.clients)


if __name__ == "__main__":
    main()
