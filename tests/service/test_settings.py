import os
from pathlib import Path

import pytest

from service.keys import add_key
from service.settings import Settings, check_access, is_loopback, load_settings


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch):
    for name in list(os.environ):
        if name.startswith("EVENTWIRE_"):
            monkeypatch.delenv(name)


def test_defaults():
    assert load_settings() == Settings()


def test_environment(monkeypatch):
    monkeypatch.setenv("EVENTWIRE_PORT", "9001")
    monkeypatch.setenv("EVENTWIRE_MODEL_DIR", "/models/mine")
    monkeypatch.setenv("EVENTWIRE_DEVICES", "cuda:0,cuda:1")
    monkeypatch.setenv("EVENTWIRE_RATE_CHARACTERS", "5000000/hour")
    settings = load_settings()
    assert (settings.port, settings.model_dir) == (9001, Path("/models/mine"))
    assert settings.devices == ("cuda:0", "cuda:1")
    assert settings.rate_characters == "5000000/hour"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "70000"),
        ("PORT", "http"),
        ("THREADS", "0"),
        ("MAX_CHARACTERS", "-1"),
        ("TIMEOUT", "0"),
        ("DRAIN", "-1"),
        ("DEVICES", "cpu,cpu"),
        ("DEVICES", ""),
        ("RATE_REQUESTS", "many"),
        ("ALLOW_ANONYMOUS", "perhaps"),
    ],
)
def test_bad_values_name_the_variable(monkeypatch, name, value):
    monkeypatch.setenv(f"EVENTWIRE_{name}", value)
    with pytest.raises(ValueError, match=f"EVENTWIRE_{name}"):
        load_settings()


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.4", "cms.example"])
def test_a_public_address_needs_keys(host, tmp_path):
    with pytest.raises(ValueError, match="EVENTWIRE_KEYS_FILE"):
        check_access(Settings(host=host))
    check_access(Settings(host=host, allow_anonymous=True))
    add_key(tmp_path / "keys.json", name="a", scopes=["extract"], expires=None)
    check_access(Settings(host=host, keys_file=tmp_path / "keys.json"))


@pytest.mark.parametrize(
    ("content", "says"), [(None, "keys add"), ("[]", "holds no key"), ("{", "not a file")]
)
def test_a_file_without_keys_opens_to_nobody(tmp_path, content, says):
    path = tmp_path / "keys.json"
    if content is not None:
        path.write_text(content)
    with pytest.raises(ValueError, match=says):
        check_access(Settings(keys_file=path))


@pytest.mark.parametrize(
    ("host", "loopback"), [("127.0.0.1", True), ("[::1]", True), ("localhost", True), ("10.0.0.1", False)]
)
def test_loopback(host, loopback):
    assert is_loopback(host) == loopback


def test_sockets_need_a_runtime_folder(tmp_path):
    with pytest.raises(ValueError, match="eventwire serve"):
        _ = Settings().sockets
    sockets = Settings(runtime_dir=tmp_path, devices=("cuda:0", "cuda:1")).sockets
    assert sockets == (tmp_path / "model-cuda-0.sock", tmp_path / "model-cuda-1.sock")
