from pathlib import Path

import pytest

from service.settings import Settings, load_settings


def test_defaults(monkeypatch):
    for name in ("HOST", "PORT", "THREADS", "MODEL_DIR", "MAX_BODY_BYTES", "MAX_CHARACTERS"):
        monkeypatch.delenv(f"EVENTWIRE_{name}", raising=False)
    assert load_settings() == Settings()


def test_environment(monkeypatch):
    monkeypatch.setenv("EVENTWIRE_PORT", "9001")
    monkeypatch.setenv("EVENTWIRE_MODEL_DIR", "/models/mine")
    settings = load_settings()
    assert (settings.port, settings.model_dir) == (9001, Path("/models/mine"))


@pytest.mark.parametrize(
    ("name", "value"), [("PORT", "70000"), ("PORT", "http"), ("THREADS", "0"), ("MAX_CHARACTERS", "-1")]
)
def test_bad_values_name_the_variable(monkeypatch, name, value):
    monkeypatch.setenv(f"EVENTWIRE_{name}", value)
    with pytest.raises(ValueError, match=f"EVENTWIRE_{name}"):
        load_settings()
