import pytest
from gunicorn.errors import AppImportError

from service import wsgi


def test_model_is_warm_before_the_app_exists(engine, monkeypatch):
    monkeypatch.setenv("EVENTWIRE_THREADS", "2")
    asked = {}

    def open_fake(**settings):
        asked.update(settings)
        return engine

    monkeypatch.setattr(wsgi, "open_engine", open_fake)
    app = wsgi.create()
    assert asked == {"model_dir": None, "threads": 2}
    assert len(engine.asked) == 1
    assert app.test_client().get("/readyz").status_code == 200


@pytest.mark.parametrize("error", [ValueError("weights-1.safetensors is damaged"), OSError("no such folder")])
def test_model_that_cannot_be_loaded(monkeypatch, error):
    def fail(**_):
        raise error

    monkeypatch.setattr(wsgi, "open_engine", fail)
    with pytest.raises(AppImportError, match=f"the model cannot be loaded: {error}"):
        wsgi.create()
