import pytest

from tests.service.assertions import assert_problem


def post(client, key, text="A quiet day.", **query):
    return client.post(
        "/v1/extract", json={"text": text}, query_string=query, headers={"Idempotency-Key": key}
    )


def test_a_repetition_has_the_same_answer(client):
    first, again = post(client, "k1"), post(client, "k1")
    assert (first.status_code, first.data) == (again.status_code, again.data)


def test_a_key_is_for_one_request(client):
    post(client, "k1")
    again = post(client, "k1", text="Another day.")
    assert_problem(again, 422, says="another request")
    assert again.json["code"] == "idempotency_key_reused"
    assert post(client, "k2", text="Another day.").status_code == 200


@pytest.mark.parametrize("key", ["", "x" * 256])
def test_a_key_has_a_length(client, key):
    assert_problem(post(client, key), 400, says="255")


def test_batches_have_keys_too(client):
    headers = {"Idempotency-Key": "k1"}
    assert client.post("/v1/extract/batch", json=[{"text": "A"}], headers=headers).status_code == 200
    assert client.post("/v1/extract/batch", json=[{"text": "B"}], headers=headers).status_code == 422
