"""The real model behind the real service: the same records as without it, and no growing memory."""

import json
import shlex
import subprocess
import sys

import pytest

from benchmarks.soak import corpus_articles, soak
from models.inline import load_engine
from models.records import Article, Options
from service.schemas import write_extraction
from tests.promises.running import REPOSITORY, running, wait_until

pytestmark = pytest.mark.slow
SERVE = [sys.executable, "-m", "service.cli", "serve"]


@pytest.fixture(scope="module")
def service(tmp_path_factory):
    with running(SERVE, tmp_path_factory.mktemp("service")) as running_service:
        yield running_service


def test_the_printed_curl_line_works(service):
    wait_until(lambda: "four.'" in service.log.read_text(), 5)
    printed = service.log.read_text()
    curl = shlex.split(printed[printed.index("curl ") :].split("four.'")[0].replace("\\\n", "") + "four.'")
    answer = subprocess.run([*curl, "--silent", "--max-time", "20"], capture_output=True, check=True).stdout
    (event,) = json.loads(answer)["events"]
    assert (event["attack_type"], event["date"]["start"]) == ("shooting", "2024-03-12")


def test_records_are_those_of_the_engine_alone_whatever_is_read_with_them(service):
    texts = corpus_articles()[:8]
    body = "\n".join(json.dumps({"text": text, "language": "en"}) for text in texts)
    answer = service.ask("POST", "/v1/extract/batch", body, Content_Type="application/x-ndjson")
    outcomes = sorted(map(json.loads, answer.body.splitlines()), key=lambda outcome: outcome["index"])
    engine = load_engine(threads=1)
    alone = [engine.extract(Article(text=text, language="en"), options=Options()) for text in texts]
    assert [outcome["record"] for outcome in outcomes] == [write_extraction(record) for record in alone]


def test_an_article_of_nothing_but_attacks_is_read_within_bounds(service):
    text = "Gunmen bombed a bus in Kabul, killing 5. " * 300
    before = service.memory
    answer = service.extract(text)
    assert answer.status == 200
    assert "too_many_mentions" in [warning["code"] for warning in answer.json["warnings"]]
    assert service.memory - before < 1_500_000_000


def test_memory_does_not_grow(service):
    report = soak(service, corpus_articles(), seconds=20.0)
    assert report.failures == 0
    assert report.answers > 10
    assert report.growth < 0.05


def test_a_model_that_cannot_be_loaded_ends_the_service(tmp_path):
    environment = {
        "EVENTWIRE_MODEL_DIR": str(tmp_path),
        "EVENTWIRE_PORT": "8099",
        "PYTHONPATH": str(REPOSITORY),
    }
    result = subprocess.run(SERVE, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert result.returncode == 1
    assert f"eventwire: the model cannot be loaded: {tmp_path}" in result.stderr
    assert "Traceback" not in result.stderr
