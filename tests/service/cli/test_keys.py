import pytest

from service.cli import main
from service.keys import KeyRing, read_keys


@pytest.fixture
def invoke(runner, tmp_path):
    def run(*args):
        return runner.invoke(main, ["keys", "--file", str(tmp_path / "keys.json"), *args])

    return run


def test_add_list_revoke(invoke, tmp_path):
    token = invoke("add", "desk").stdout.strip()
    ring = KeyRing(tmp_path / "keys.json")
    key = ring.find(token)
    assert (key.name, key.scopes, key.expires) == ("desk", ("extract",), None)
    assert f"{key.id}  desk  extract" in invoke("list").stdout
    assert invoke("revoke", key.id).exit_code == 0
    assert ring.find(token) is None


def test_scopes_and_days(invoke, tmp_path):
    invoke("add", "prometheus", "--scope", "metrics", "--days", "90")
    (key,) = read_keys(tmp_path / "keys.json")
    assert key.scopes == ("metrics",)
    assert key.expires > key.created


def test_rotation_lets_the_old_key_work_on(invoke, tmp_path):
    old = invoke("add", "desk").stdout.strip()
    old_id = old.split("_")[1]
    new = invoke("add", "desk", "--replaces", old_id).stdout.strip()
    ring = KeyRing(tmp_path / "keys.json")
    assert ring.find(old).id == old_id
    assert ring.find(old).expires is not None
    assert ring.find(new).expires is None
    invoke("add", "desk", "--replaces", old_id, "--grace", "0")
    assert ring.find(old) is None


@pytest.mark.parametrize("args", [["revoke", "nobody"], ["list"], ["add", "x", "--replaces", "nobody"]])
def test_mistakes_are_one_line(invoke, args):
    result = invoke(*args)
    assert result.exit_code == 2
    assert result.stderr.startswith("eventwire: ")
    assert result.stderr.count("\n") == 1


def test_the_file_has_to_be_named(runner, monkeypatch):
    monkeypatch.delenv("EVENTWIRE_KEYS_FILE", raising=False)
    result = runner.invoke(main, ["keys", "list"])
    assert (result.exit_code, "EVENTWIRE_KEYS_FILE" in result.stderr) == (2, True)
