import pytest

from service.inference.errors import Unavailable


def test_probes(client):
    assert client.get("/livez").json == {"status": "live"}
    assert client.get("/readyz").json == {"status": "ready", "model": {"name": "fake", "version": "0"}}


def test_not_ready_without_a_model(client, engine, monkeypatch):
    def fail(_):
        raise Unavailable("the model is starting")

    monkeypatch.setattr(type(engine), "info", property(fail))
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json["code"]) == (503, "model_unavailable")
    assert int(answer.headers["Retry-After"]) > 0
    assert client.get("/livez").status_code == 200


def test_not_ready_while_draining(make_client, tmp_path):
    client = make_client(runtime_dir=tmp_path)
    assert client.get("/readyz").status_code == 200
    (tmp_path / "draining").touch()
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json["code"]) == (503, "draining")


@pytest.mark.parametrize(
    "name",
    [
        'eventwire_requests_total{method="POST",route="/v1/extract",status="200"}',
        "eventwire_events_per_article_sum",
        'eventwire_stage_seconds_count{stage="write"}',
        'eventwire_request_seconds_count{route="/v1/extract"}',
    ],
)
def test_metrics_count_requests(client, article, name):
    def value():
        lines = client.get("/metrics").text.splitlines()
        return sum(float(line.rsplit(" ", 1)[1]) for line in lines if line.startswith(f"{name} "))

    before = value()
    client.post("/v1/extract", json={"text": article})
    assert value() == before + 1
