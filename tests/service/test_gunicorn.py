"""The service as gunicorn runs it, on a port of its own."""

import json
import os
import re
import shlex
import signal
import socket
import subprocess
import sys

import pytest

FAKE_APP = """
from models.records import Extraction, ModelInfo
from service.app import create_app
from service.settings import load_settings

class Engine:
    info = ModelInfo(name="fake", version="0")

    def extract(self, article, *, options):
        return Extraction(
            id=None, published_at=article.published_at, language=None, model=self.info, events=(), warnings=()
        )

def create():
    return create_app(engine=Engine(), settings=load_settings())
"""


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


@pytest.fixture
def start(repository):
    """Start gunicorn with our configuration; stop it after the test."""
    processes = []

    def start_gunicorn(*args: str, **environment: str) -> subprocess.Popen:
        command = [sys.executable, "-m", "gunicorn", "--config", "service/gunicorn.conf.py", *args]
        process = subprocess.Popen(
            command,
            cwd=repository,
            env=os.environ | {"EVENTWIRE_PORT": str(free_port())} | environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        processes.append(process)
        return process

    yield start_gunicorn
    for process in processes:
        process.kill()
        process.communicate()


def printed_curl(process) -> str:
    """Return the command that the service prints once it is ready."""
    text = ""
    for line in process.stdout:
        text += line
        if "--data-binary" in line:
            break
    return re.search(r"curl .*?\n.*?'\n", text)[0]


def test_the_printed_curl_line_works_and_sigterm_ends_it(start, tmp_path):
    (tmp_path / "fake_app.py").write_text(FAKE_APP)
    process = start("--pythonpath", str(tmp_path), "fake_app:create()")
    curl = shlex.split(printed_curl(process).replace("\\\n", ""))
    answer = subprocess.run([*curl, "--silent", "--max-time", "20"], capture_output=True, check=True).stdout
    assert json.loads(answer)["published_at"] == "2024-03-14"
    process.send_signal(signal.SIGTERM)
    out, errors = process.communicate(timeout=30)
    assert process.returncode == 0
    assert "POST /v1/extract 200" in out
    assert "Maiduguri" not in out + errors


def test_bad_setting_is_one_line(start):
    process = start(EVENTWIRE_PORT="http")
    _, errors = process.communicate(timeout=30)
    assert process.returncode == 1
    assert errors.startswith("eventwire: ")
    assert "EVENTWIRE_PORT" in errors
    assert errors.count("\n") == 1


@pytest.mark.slow
def test_bad_model_folder_stops_the_service(start, tmp_path):
    process = start(EVENTWIRE_MODEL_DIR=str(tmp_path))
    _, errors = process.communicate(timeout=120)
    assert process.returncode != 0
    assert f"eventwire: the model cannot be loaded: {tmp_path}" in errors
    assert "Traceback" not in errors
