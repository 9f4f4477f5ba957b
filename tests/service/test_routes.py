import json
from datetime import date
from urllib.parse import urlencode

import pytest

from models.records import Article, Options
from models.schema import ATTACK_TYPES


def post_text(client, text, **query):
    return client.post(f"/v1/extract?{urlencode(query)}", data=text.encode(), content_type="text/plain")


def test_json_request_reaches_the_engine_whole(client, engine):
    body = {
        "text": "A quiet day.",
        "published_at": "2024-07-31T23:30:00-08:00",
        "id": "cms-1",
        "title": "Quiet",
        "language": "en-GB",
        "options": {"min_confidence": 0.5, "include_background": False},
    }
    assert client.post("/v1/extract", json=body).status_code == 200
    article = Article(
        text="A quiet day.", published_at=date(2024, 7, 31), id="cms-1", title="Quiet", language="en-GB"
    )
    assert engine.asked == [(article, Options(min_confidence=0.5, include_background=False))]


@pytest.mark.parametrize(
    "extra", [{}, {"published_at": None, "id": None, "title": None, "language": None, "options": None}]
)
def test_only_text_is_required(client, engine, extra):
    assert client.post("/v1/extract", json={"text": "A quiet day.", **extra}).status_code == 200
    assert engine.asked == [(Article(text="A quiet day."), Options())]


def test_plain_text_with_its_query(client, engine, article):
    response = post_text(
        client, article, published_at="2024-03-10", id="a-1", title="Bus shot at", language="en"
    )
    assert response.status_code == 200
    assert engine.asked[0][0] == Article(
        text=article, published_at=date(2024, 3, 10), id="a-1", title="Bus shot at", language="en"
    )


def test_plain_text_and_json_get_the_same_record(client, article):
    as_text = post_text(client, article, published_at="2024-03-10")
    as_json = client.post("/v1/extract", json={"text": article, "published_at": "2024-03-10"})
    assert as_text.data == as_json.data


def test_text_is_kept_to_the_character(client, engine):
    text = "  A quiet day.\r\n\tNothing else.\n"
    post_text(client, text)
    assert engine.asked[0][0].text == text


def test_byte_order_mark_does_not_count(client, engine):
    client.post("/v1/extract", data=b"\xef\xbb\xbfA quiet day.", content_type="text/plain; charset=UTF-8")
    assert engine.asked[0][0].text == "A quiet day."


def test_offsets_count_code_points(client, article):
    (event,) = post_text(client, article).json["events"]
    spans = [*event["triggers"], *event["attackers"][0]["mentions"], event["casualties"][0]["text"]]
    assert article.startswith("🚨")
    assert all(span["text"] == article[span["start"] : span["end"]] for span in spans)


def test_same_request_same_bytes(client, article):
    body = {"text": article, "published_at": "2024-03-10"}
    assert len({client.post("/v1/extract", json=body).data for _ in range(3)}) == 1


def test_answer_is_utf8_json_on_one_line(client, article):
    response = client.post("/v1/extract", json={"text": article, "id": "naïve"})
    assert response.content_type == "application/json"
    assert "naïve" in response.data.decode("utf-8")
    assert response.data.count(b"\n") == 1
    assert json.loads(response.data)["id"] == "naïve"


def test_no_events(client):
    answer = post_text(client, "The team won.").json
    assert answer["events"] == []
    assert answer["published_at"] is None
    assert answer["warnings"] == [{"code": "no_published_at", "detail": "No date."}]


def test_probes(client):
    assert client.get("/livez").json == {"status": "live"}
    assert client.get("/readyz").json == {"status": "ready", "model": {"name": "fake", "version": "0"}}


def test_types_are_the_label_set_with_codes(client):
    types = client.get("/v1/types").json["types"]
    assert [t["attack_type"] for t in types] == list(ATTACK_TYPES)
    shelling = next(t for t in types if t["attack_type"] == "shelling")
    assert shelling["codes"]["cameo"] == "194"
    assert shelling["iptc"] == "medtop:20000056"
    assert all(t["covers"] for t in types)
