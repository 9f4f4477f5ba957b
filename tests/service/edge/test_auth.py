from datetime import UTC, datetime, timedelta

import pytest

from service.keys import add_key, expire_key
from tests.service.assertions import assert_problem

PROTECTED = [
    ("POST", "/v1/extract"),
    ("POST", "/v1/extract/batch"),
    ("GET", "/v1/types"),
    ("GET", "/v1/model"),
]


@pytest.fixture
def path(tmp_path):
    return tmp_path / "keys.json"


@pytest.fixture
def key(path):
    return add_key(path, name="desk", scopes=["extract"], expires=None)


@pytest.fixture
def client(make_client, path, key):
    return make_client(keys_file=path)


def bearer(token):
    return {"Authorization": f"Bearer {token}"}


@pytest.mark.parametrize(("method", "route"), PROTECTED)
def test_without_a_key_there_is_no_answer(client, engine, method, route):
    answer = client.open(route, method=method)
    assert_problem(answer, 401, says="API key")
    assert answer.headers["WWW-Authenticate"] == "Bearer"
    assert engine.asked == []


@pytest.mark.parametrize("headers", [bearer, lambda token: {"X-API-Key": token}])
def test_a_key_opens(client, key, headers):
    answer = client.post("/v1/extract", json={"text": "A"}, headers=headers(key[1]))
    assert answer.status_code == 200


@pytest.mark.parametrize(
    "spoil", [str.upper, lambda t: t[:-1], lambda t: "", lambda t: t + "x", lambda t: "ew_0_x"]
)
def test_a_wrong_key_does_not(client, key, spoil):
    assert_problem(client.get("/v1/types", headers=bearer(spoil(key[1]))), 401)


@pytest.mark.parametrize("route", ["/livez", "/readyz", "/docs/", "/openapi.json"])
def test_probes_and_documentation_are_open(client, route):
    assert client.get(route).status_code == 200


def test_a_key_has_scopes(client, path, key):
    _, metrics = add_key(path, name="prometheus", scopes=["metrics"], expires=None)
    assert_problem(client.get("/metrics", headers=bearer(key[1])), 403, says="'metrics'")
    assert client.get("/metrics", headers=bearer(metrics)).status_code == 200
    assert_problem(client.get("/v1/types", headers=bearer(metrics)), 403, says="'extract'")


def test_a_key_ends_while_the_service_runs(client, path, key):
    assert client.get("/v1/types", headers=bearer(key[1])).status_code == 200
    expire_key(path, key_id=key[0].id, at=datetime.now(UTC) - timedelta(seconds=1))
    assert_problem(client.get("/v1/types", headers=bearer(key[1])), 401)


def test_a_replaced_key_works_through_its_grace(client, path, key):
    expire_key(path, key_id=key[0].id, at=datetime.now(UTC) + timedelta(hours=1))
    assert client.get("/v1/types", headers=bearer(key[1])).status_code == 200
