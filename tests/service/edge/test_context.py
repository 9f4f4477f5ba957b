import re

import pytest

from service import deadline
from tests.service.assertions import assert_problem


def test_the_caller_s_id_comes_back(client):
    assert client.get("/livez", headers={"X-Request-Id": "desk-7"}).headers["X-Request-Id"] == "desk-7"


@pytest.mark.parametrize("sent", [None, "", "two words", "x" * 129, "naïve"])
def test_any_other_is_replaced(client, sent):
    headers = {} if sent is None else {"X-Request-Id": sent.encode("utf-8").decode("latin-1")}
    assert re.fullmatch("[0-9a-f]{32}", client.get("/livez", headers=headers).headers["X-Request-Id"])


@pytest.mark.parametrize(("sent", "left"), [(None, 120.0), ("5", 5.0), ("0.5", 0.5), ("900", 120.0)])
def test_the_deadline_is_the_shorter_one(client, engine, monkeypatch, sent, left):
    seen = []
    extract = type(engine).extract

    def note(self, article, *, options):
        seen.append(deadline.remaining())
        return extract(self, article, options=options)

    monkeypatch.setattr(type(engine), "extract", note)
    headers = {} if sent is None else {"X-Request-Timeout": sent}
    client.post("/v1/extract", json={"text": "A"}, headers=headers)
    assert seen[0] == pytest.approx(left, abs=0.3)


@pytest.mark.parametrize("sent", ["", "soon", "0", "-1", "nan", "inf"])
def test_a_deadline_is_a_number(client, sent):
    response = client.post("/v1/extract", json={"text": "A"}, headers={"X-Request-Timeout": sent})
    assert_problem(response, 400, says="X-Request-Timeout")


def test_errors_have_an_id_too(client):
    assert client.get("/nowhere", headers={"X-Request-Id": "desk-7"}).headers["X-Request-Id"] == "desk-7"
