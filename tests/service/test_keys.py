import json
from datetime import UTC, datetime, timedelta

import pytest

from service.keys import KeyRing, add_key, expire_key, read_keys


@pytest.fixture
def path(tmp_path):
    return tmp_path / "keys.json"


def test_a_token_is_nowhere_in_the_file(path):
    key, token = add_key(path, name="desk", scopes=["extract"], expires=None)
    assert token.split("_", 2)[2] not in path.read_text()
    assert json.loads(path.read_text())[0]["id"] == key.id
    assert path.stat().st_mode & 0o777 == 0o600


def test_keys_are_found_by_their_token(path):
    keys = [add_key(path, name=name, scopes=["extract"], expires=None) for name in ("a", "b")]
    ring = KeyRing(path)
    assert [ring.find(token).id for _, token in keys] == [key.id for key, _ in keys]
    assert ring.find(keys[0][1].replace(keys[0][0].id, keys[1][0].id)) is None


def test_an_expired_key_is_not_found(path):
    _, token = add_key(path, name="a", scopes=["extract"], expires=datetime.now(UTC) - timedelta(seconds=1))
    assert KeyRing(path).find(token) is None


def test_no_such_key(path):
    with pytest.raises(ValueError, match="there is no key 12345678"):
        expire_key(path, key_id="12345678", at=datetime.now(UTC))


@pytest.mark.parametrize("content", ["", "{}", '[{"id": "x"}]', "[3]"])
def test_what_is_no_file_of_keys(path, content):
    path.write_text(content)
    with pytest.raises(ValueError, match="is not a file of API keys"):
        read_keys(path)


def test_a_file_that_is_not_there(path):
    with pytest.raises(ValueError, match="eventwire keys add"):
        read_keys(path)


def test_what_has_ended_stays_ended(path):
    key, token = add_key(path, name="a", scopes=["extract"], expires=None)
    expire_key(path, key_id=key.id, at=datetime.now(UTC) - timedelta(seconds=1))
    expire_key(path, key_id=key.id, at=datetime.now(UTC) + timedelta(hours=24))
    assert KeyRing(path).find(token) is None
