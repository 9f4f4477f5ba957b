import re

import pytest

from models.schema import ATTACK_TYPES


def test_types_are_the_label_set_with_codes(client):
    types = client.get("/v1/types").json["types"]
    assert [t["attack_type"] for t in types] == list(ATTACK_TYPES)
    shelling = next(t for t in types if t["attack_type"] == "shelling")
    assert shelling["codes"]["cameo"] == "194"
    assert shelling["iptc"] == "medtop:20000056"
    assert all(t["covers"] for t in types)


def test_model_says_what_it_runs_on(client):
    assert client.get("/v1/model").json == {
        "name": "fake",
        "version": "0",
        "languages": ["en"],
        "device": "cpu",
        "precision": "float32",
        "threads": 1,
    }


def test_limits_are_those_in_force(make_client):
    limits = make_client(max_characters=7, rate_requests="5/minute").get("/v1/limits").json
    assert (limits["max_characters"], limits["rate_requests"], limits["rate_characters"]) == (
        7,
        "5/minute",
        None,
    )


@pytest.mark.parametrize(
    "path", ["/v1/types", "/v1/model", "/v1/limits", "/livez", "/readyz", "/metrics", "/docs/"]
)
def test_head_and_options(client, path):
    assert client.head(path).status_code == 200
    assert client.head(path).data == b""
    assert set(client.options(path).headers["Allow"].split(", ")) == {"GET", "HEAD", "OPTIONS"}


def test_docs_need_nothing_from_elsewhere(client):
    page = client.get("/docs/").text
    assert "swagger-ui" in page
    assert re.findall(r'(?:src|href)="(?!/docs/)', page) == []
    assert client.get("/docs/swagger-ui-bundle.js").status_code == 200
    assert client.get("/openapi.json").json["openapi"] == "3.1.1"
