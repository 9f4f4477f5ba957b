import gzip
import io

import pytest

from tests.service.assertions import assert_problem


def post(client, body, encoding="gzip"):
    return client.post(
        "/v1/extract", data=body, content_type="text/plain", headers={"Content-Encoding": encoding}
    )


def test_gzip_is_unpacked(client, engine):
    assert post(client, gzip.compress(b"A quiet day.")).status_code == 200
    assert engine.asked[0][0].text == "A quiet day."


def test_a_zip_bomb_is_refused_at_the_limit(client):
    assert_problem(post(client, gzip.compress(b"a" * 50_000_000)[:9_999]), 413, says="10000 bytes")


@pytest.mark.parametrize(
    "body", [b"A quiet day.", gzip.compress(b"A quiet day.")[:-5], gzip.compress(b"A") + b"more", b""]
)
def test_what_is_not_one_gzip_stream(client, body):
    assert_problem(post(client, body), 400, says="gzip")


@pytest.mark.parametrize("encoding", ["br", "deflate", "gzip, gzip"])
def test_other_encodings(client, encoding):
    assert_problem(post(client, b"x", encoding), 415, says="gzip")


class Cut(io.RawIOBase):
    """A connection that ends too early."""

    def readable(self):
        return True

    def readinto(self, buffer):
        raise ConnectionResetError


def test_a_body_that_is_cut_short(client):
    response = client.post(
        "/v1/extract",
        content_type="text/plain",
        environ_overrides={"wsgi.input": io.BufferedReader(Cut()), "CONTENT_LENGTH": "10"},
    )
    assert_problem(response, 400, says="ended before")
