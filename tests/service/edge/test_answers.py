import gzip

import pytest


def test_answers_are_packed_for_who_asks(client, article):
    body = {"text": article}
    plain = client.post("/v1/extract", json=body)
    packed = client.post("/v1/extract", json=body, headers={"Accept-Encoding": "gzip"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.data) == plain.data
    assert packed.headers["Vary"] == plain.headers["Vary"] == "Accept-Encoding"
    assert packed.get_etag()[0] == plain.get_etag()[0]


def test_small_answers_are_not_packed(client):
    assert "Content-Encoding" not in client.get("/livez", headers={"Accept-Encoding": "gzip"}).headers


def test_an_unchanged_answer_is_not_sent_again(client):
    first = client.get("/v1/types")
    again = client.get("/v1/types", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


def test_the_tag_is_of_the_bytes(client, article):
    tags = [
        client.post("/v1/extract", json={"text": text}).headers["ETag"] for text in (article, "A", article)
    ]
    assert tags[0] == tags[2] != tags[1]


@pytest.mark.parametrize("path", ["/livez", "/nowhere", "/docs/"])
def test_every_answer_is_hardened(client, path):
    headers = client.get(path).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in headers["Content-Security-Policy"]


def test_records_are_not_cached_on_the_way(client, article):
    assert client.post("/v1/extract", json={"text": article}).headers["Cache-Control"] == "no-store"


def test_other_origins_are_off_by_default(client):
    headers = client.get("/v1/types", headers={"Origin": "https://cms.example"}).headers
    assert "Access-Control-Allow-Origin" not in headers


def test_other_origins_that_are_named(make_client):
    client = make_client(cors_origins=("https://cms.example",))
    asked = {"Origin": "https://cms.example", "Access-Control-Request-Method": "POST"}
    allowed = client.options("/v1/extract", headers=asked)
    assert allowed.headers["Access-Control-Allow-Origin"] == "https://cms.example"
    other = client.get("/v1/types", headers={"Origin": "https://evil.example"})
    assert "Access-Control-Allow-Origin" not in other.headers


def test_other_conditions_are_not_looked_at(client):
    assert client.get("/v1/types", headers={"If-Match": '"x"'}).status_code == 200
