import io
import json
import logging

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from structlog.testing import capture_logs

from tests.service.assertions import assert_problem


def post(client, body, content_type="application/json"):
    return client.post("/v1/extract", data=body, content_type=content_type)


@pytest.mark.parametrize("path", ["/", "/v1", "/v1/extract/", "/v2/extract", "/static/x", "/%ff%00é"])
def test_unknown_paths(client, path):
    assert_problem(client.get(path), 404)


def test_every_route_refuses_other_methods(app, client):
    for rule in app.url_map.iter_rules():
        for method in {"GET", "POST", "PUT", "PATCH", "DELETE", "BREW"} - rule.methods:
            response = client.open(rule.rule.replace("<path:path>", "x"), method=method)
            assert_problem(response, 405)
            assert set(response.headers["Allow"].split(", ")) == rule.methods


@pytest.mark.parametrize(
    "content_type",
    [
        "",
        "application/xml",
        "application/octet-stream",
        "multipart/form-data; boundary=x",
        "text/plain; charset=latin-1",
    ],
)
def test_other_media_types(client, content_type):
    assert_problem(post(client, "A quiet day.", content_type), 415, says="Send")


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("", "not JSON"),
        ("{", "line 1, column 2"),
        ('{"text": NaN}', "number"),
        ('{"text": 1' + "0" * 4500 + "}", "number"),
        ("[" * 4900, "nested"),
        (b'{"text": "caf\xe9"}', "byte 13"),
        ('{"text": "A"}'.encode("utf-16"), "byte 0"),
    ],
)
def test_bodies_that_are_not_json(client, body, says):
    assert_problem(post(client, body), 400, says=says)


def test_plain_text_that_is_not_utf8(client):
    assert_problem(post(client, b"caf\xe9 attack", "text/plain"), 400, says="byte 3")


@pytest.mark.parametrize("body", ["[]", "null", '"text"', "3"])
def test_json_that_is_no_object(client, body):
    assert_problem(post(client, body), 422, pointers=[""])


@pytest.mark.parametrize(
    ("fields", "pointer"),
    [
        ({"text": None}, "/text"),
        ({"text": 3}, "/text"),
        ({"text": ""}, "/text"),
        ({"text": " \n\u00a0\t"}, "/text"),
        ({"text": "a\0b"}, "/text"),
        ({"text": "a\ud800b"}, "/text"),
        ({"published_at": "last Tuesday"}, "/published_at"),
        ({"published_at": "2024-02-30"}, "/published_at"),
        ({"published_at": 20240731}, "/published_at"),
        ({"id": 7}, "/id"),
        ({"id": "\udfff"}, "/id"),
        ({"id": "x" * 257}, "/id"),
        ({"title": ["A"]}, "/title"),
        ({"language": "english language"}, "/language"),
        ({"language": "en\n"}, "/language"),
        ({"txet": "A"}, "/txet"),
        ({"a/b~c": 1}, "/a~1b~0c"),
        ({"\ud800": 1}, "/?"),
        ({"options": []}, "/options"),
        ({"options": {"min_confidence": 1.01}}, "/options/min_confidence"),
        ({"options": {"min_confidence": -0.1}}, "/options/min_confidence"),
        ({"options": {"min_confidence": "0.5"}}, "/options/min_confidence"),
        ({"options": {"min_confidence": True}}, "/options/min_confidence"),
        ({"options": {"min_confidence": None}}, "/options/min_confidence"),
        ({"options": {"include_background": 1}}, "/options/include_background"),
        ({"options": {"include_background": "no"}}, "/options/include_background"),
        ({"options": {"min_confidense": 0.5}}, "/options/min_confidense"),
    ],
)
def test_wrong_fields(client, engine, fields, pointer):
    assert_problem(
        client.post("/v1/extract", json={"text": "A quiet day.", **fields}), 422, pointers=[pointer]
    )
    assert engine.asked == []


def test_infinite_confidence(client):
    body = '{"text": "A", "options": {"min_confidence": 1e999}}'
    assert_problem(post(client, body), 422, pointers=["/options/min_confidence"])


def test_every_wrong_field_is_pointed_at(client):
    response = client.post("/v1/extract", json={"published_at": "x", "options": {"min_confidence": 2}})
    assert {error["pointer"] for error in response.json["errors"]} == {
        "/text",
        "/published_at",
        "/options/min_confidence",
    }


@pytest.mark.parametrize(
    ("query", "pointer"),
    [
        ("published_at=soon", "/published_at"),
        ("published_at=", "/published_at"),
        ("publised_at=2024-01-01", "/publised_at"),
    ],
)
def test_wrong_query_of_a_plain_text(client, query, pointer):
    response = client.post(f"/v1/extract?{query}", data="A quiet day.", content_type="text/plain")
    assert_problem(response, 422, pointers=[pointer])


def test_empty_plain_text(client):
    assert_problem(post(client, b"", "text/plain"), 422, pointers=["/text"])


def test_query_beside_json(client):
    response = client.post("/v1/extract?published_at=2024-01-01", json={"text": "A quiet day."})
    assert_problem(response, 422, says="body")


def test_text_over_the_limit(client, engine):
    assert client.post("/v1/extract", json={"text": "é" * 1000}).status_code == 200
    response = client.post("/v1/extract", json={"text": "é" * 1001})
    assert_problem(response, 413, pointers=["/text"], says="1001 characters; the limit is 1000")
    assert len(engine.asked) == 1


def test_body_over_the_limit(client):
    assert_problem(post(client, b"a" * 10_001, "text/plain"), 413, says="10000 bytes")


@pytest.mark.parametrize(("size", "status"), [(900, 200), (9_999, 413), (10_001, 413), (1_000_000, 413)])
def test_chunked_bodies_are_never_cut(client, engine, size, status):
    response = client.post(
        "/v1/extract",
        input_stream=io.BytesIO(b"a" * size),
        content_type="text/plain",
        environ_overrides={"wsgi.input_terminated": True},
    )
    assert response.status_code == status
    assert [len(asked.text) for asked, _ in engine.asked] == ([size] if status == 200 else [])


def test_chunked_json_over_the_limit(client):
    response = client.post(
        "/v1/extract",
        input_stream=io.BytesIO(b'{"text": "A day."' + b" " * 10_000 + b"}"),
        content_type="application/json",
        environ_overrides={"wsgi.input_terminated": True},
    )
    assert_problem(response, 413, says="10000 bytes")


def test_article_that_the_engine_cannot_read(client):
    response = client.post("/v1/extract", json={"text": "UNREADABLE"})
    assert_problem(response, 422, pointers=["/text"])
    assert response.json["errors"][0]["detail"] == "holds no words"


@pytest.mark.parametrize("word", ["CRASH", "UNREADABLE", "Fine"])
def test_articles_never_reach_the_log(client, capsys, caplog, word):
    caplog.set_level(logging.DEBUG)
    client.post("/v1/extract?title=SECRET-2", data=f"{word} SECRET-1", content_type="text/plain")
    client.post("/v1/extract", json={"text": f"{word} SECRET-1", "title": "SECRET-2", "oops": "SECRET-3"})
    client.post("/v1/extract", json={"text": f"{word} SECRET-1", "title": "SECRET-2", "id": "SECRET-3"})
    client.post("/v1/extract/batch", json=[{"text": f"{word} SECRET-1"}, "SECRET-2"])
    out, err = capsys.readouterr()
    assert "request" in out
    assert "SECRET" not in out + err + caplog.text


def test_failures_are_logged_with_their_place(client):
    with capture_logs() as logs:
        assert_problem(client.post("/v1/extract", json={"text": "CRASH"}), 500)
    (failure,) = [entry for entry in logs if entry["event"] == "failure"]
    assert failure["error"] == "RuntimeError"
    assert failure["where"].startswith("extract (")


HOSTILE = st.one_of(
    st.binary(max_size=200),
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda inner: (
            st.lists(inner) | st.dictionaries(st.sampled_from(["text", "id", "options"]) | st.text(), inner)
        ),
    ).map(lambda value: json.dumps(value).encode()),
)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=HOSTILE, content_type=st.sampled_from(["application/json", "text/plain"]))
def test_hostile_bodies_get_an_answer_below_500(client, body, content_type):
    response = post(client, body, content_type)
    assert response.status_code < 500
    if response.status_code != 200:
        assert_problem(
            response, response.status_code, pointers=[e["pointer"] for e in response.json["errors"]]
        )
