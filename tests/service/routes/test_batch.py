import json
import threading

import pytest

from models.records import Extraction
from service.inference.errors import Overloaded

ITEMS = [
    {"text": "A quiet day.", "id": "a"},
    {"text": ""},
    {"text": "CRASH", "id": "c"},
    {"text": "B", "id": "d"},
]


def post_lines(client, lines, **options):
    body = "\n".join(lines)
    return client.post("/v1/extract/batch", data=body, content_type="application/x-ndjson", **options)


def read_lines(response):
    assert response.content_type == "application/x-ndjson"
    return [json.loads(line) for line in response.text.splitlines()]


def test_each_item_of_a_list_has_its_own_fate(client):
    items = client.post("/v1/extract/batch", json=ITEMS).json["items"]
    assert [item["index"] for item in items] == [0, 1, 2, 3]
    assert [item["id"] for item in items] == ["a", None, "c", "d"]
    assert [item["problem"] and item["problem"]["status"] for item in items] == [None, 422, 500, None]
    assert items[1]["problem"]["errors"][0]["pointer"] == "/text"
    assert items[3]["record"] == client.post("/v1/extract", json=ITEMS[3]).json


def test_lines_are_answered_in_lines(client):
    outcomes = read_lines(post_lines(client, [json.dumps(ITEMS[0]), "", "{", "[]", json.dumps(ITEMS[3])]))
    by_index = sorted(outcomes, key=lambda o: o["index"])
    assert [o["problem"] and o["problem"]["status"] for o in by_index] == [None, 400, 422, None]


def test_lines_come_as_soon_as_they_are_known(client, engine, monkeypatch):
    done = threading.Event()
    extract = type(engine).extract

    def slow(self, article, *, options):
        if article.id == "a":
            assert done.wait(5)
        return extract(self, article, options=options)

    monkeypatch.setattr(type(engine), "extract", slow)
    lines = iter(post_lines(client, [json.dumps(ITEMS[0]), json.dumps(ITEMS[3])], buffered=False).response)
    assert json.loads(next(lines))["id"] == "d"
    done.set()
    assert json.loads(next(lines))["id"] == "a"


def test_a_busy_model_is_asked_again(client, engine, monkeypatch):
    extract, calls = type(engine).extract, []

    def busy(self, article, *, options) -> Extraction:
        calls.append(article)
        if len(calls) < 3:
            raise Overloaded(retry_after=0.0)
        return extract(self, article, options=options)

    monkeypatch.setattr(type(engine), "extract", busy)
    (outcome,) = client.post("/v1/extract/batch", json=[ITEMS[0]]).json["items"]
    assert outcome["problem"] is None
    assert len(calls) == 3


def test_a_busy_model_is_not_asked_for_ever(client, engine, monkeypatch):
    def busy(self, article, *, options):
        raise Overloaded(retry_after=1.0)

    monkeypatch.setattr(type(engine), "extract", busy)
    answer = client.post("/v1/extract/batch", json=[ITEMS[0]], headers={"X-Request-Timeout": "0.3"})
    assert answer.json["items"][0]["problem"]["code"] == "overloaded"


@pytest.mark.parametrize("form", ["list", "lines"])
def test_too_many_items(make_client, form):
    client = make_client(max_items=2)
    items = [{"text": "A"}] * 3
    if form == "list":
        answer = client.post("/v1/extract/batch", json=items)
    else:
        answer = post_lines(client, map(json.dumps, items))
    assert (answer.status_code, answer.json["code"]) == (413, "too_many_items")
    assert "2 items" in answer.json["detail"]


def test_news_items_go_in_a_list_too(client, engine):
    item = {"uri": "urn:item:1", "body_text": "A quiet day."}
    (outcome,) = client.post("/v1/extract/batch", json=[item]).json["items"]
    assert outcome["id"] == outcome["record"]["id"] == "urn:item:1"
    assert outcome["record"]["article"]["text"] == "A quiet day."


@pytest.mark.parametrize(("body", "status"), [("{}", 422), ("[", 400), ("3", 422)])
def test_what_is_no_list(client, body, status):
    answer = client.post("/v1/extract/batch", data=body, content_type="application/json")
    assert answer.status_code == status


def test_other_media_types(client):
    assert client.post("/v1/extract/batch", data="A", content_type="text/plain").status_code == 415


def test_an_empty_list_has_no_outcomes(client):
    assert client.post("/v1/extract/batch", json=[]).json == {"items": []}
    assert read_lines(post_lines(client, [])) == []


def test_waiting_for_a_busy_model_is_not_charged(make_client, engine, monkeypatch):
    client = make_client(rate_characters="20/minute")
    extract, calls = type(engine).extract, []

    def busy(self, article, *, options) -> Extraction:
        calls.append(article)
        if len(calls) < 4:
            raise Overloaded(retry_after=0.0)
        return extract(self, article, options=options)

    monkeypatch.setattr(type(engine), "extract", busy)
    (outcome,) = client.post("/v1/extract/batch", json=[{"text": "A" * 10}]).json["items"]
    assert outcome["problem"] is None


def test_once_the_time_is_up_no_item_is_read(client, engine):
    headers = {"X-Request-Timeout": "0.000001"}
    items = client.post("/v1/extract/batch", json=ITEMS, headers=headers).json["items"]
    assert {item["problem"]["code"] for item in items} == {"deadline_exceeded"}
    assert engine.asked == []


@pytest.mark.parametrize("item", ['{"text": "A", "\\ud800": 1}', '{"text": "\\ud800", "id": "\\ud800"}'])
def test_a_lone_surrogate_is_its_item_s_problem(client, item):
    answer = client.post(
        "/v1/extract/batch", data=f'[{item}, {{"text": "A"}}]', content_type="application/json"
    )
    assert [o["problem"] and o["problem"]["status"] for o in answer.json["items"]] == [422, None]
    assert len(read_lines(post_lines(client, [item, '{"text": "A"}']))) == 2
