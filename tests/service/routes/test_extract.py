import json
from datetime import date
from urllib.parse import urlencode

import pytest

from models.records import Article, Options


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


def test_a_page_is_read_without_its_surroundings(client, engine, page):
    response = client.post("/v1/extract?id=web-1", data=page, content_type="text/html")
    (asked, _) = engine.asked[0]
    assert (asked.id, asked.published_at, asked.title) == ("web-1", date(2024, 3, 8), "Bus attacked")
    assert "Northern Front opened fire" in asked.text
    assert "Subscribe" not in asked.text
    assert response.json["article"] == {"text": asked.text, "title": "Bus attacked"}


def test_a_query_overrules_the_page_s_metadata(client, engine, page):
    client.post("/v1/extract?published_at=2020-01-01", data=page, content_type="text/html")
    assert engine.asked[0][0].published_at == date(2020, 1, 1)


def test_offsets_count_the_text_that_is_given_back(client, article):
    item = {"uri": "urn:newsml:1", "body_text": article, "versioncreated": "2024-03-10T10:00:00+0000"}
    answer = client.post("/v1/extract", json=item).json
    assert answer["article"]["text"] == article
    (trigger,) = answer["events"][0]["triggers"]
    assert answer["article"]["text"][trigger["start"] : trigger["end"]] == trigger["text"]


def test_plain_text_is_not_given_back(client, article):
    assert "article" not in post_text(client, article).json
