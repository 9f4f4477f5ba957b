import pytest

from service import state as module
from service.state import CounterStorage, State


@pytest.fixture
def clock(monkeypatch):
    now = [1000.0]
    monkeypatch.setattr(module.time, "time", lambda: now[0])
    return now


def test_a_counter_starts_anew_when_its_time_is_up(clock):
    state = State(None)
    assert [state.increase("k", seconds=60, amount=2) for _ in range(2)] == [2, 4]
    assert state.counter("k") == (4, 1060.0)
    clock[0] = 1060.0
    assert state.counter("k") == (0, 1060.0)
    assert state.increase("k", seconds=60, amount=1) == 1
    assert state.counter("k") == (1, 1120.0)


def test_a_fingerprint_stays_for_its_time(clock):
    state = State(None)
    assert state.fingerprint("k", "a", seconds=60) == "a"
    assert state.fingerprint("k", "b", seconds=60) == "a"
    clock[0] = 1060.0
    assert state.fingerprint("k", "b", seconds=60) == "b"


def test_processes_share_a_file(tmp_path):
    one, other = State(tmp_path / "state.sqlite"), State(tmp_path / "state.sqlite")
    one.increase("k", seconds=60, amount=1)
    assert other.increase("k", seconds=60, amount=1) == 2


def test_what_has_expired_is_swept_out(clock, monkeypatch):
    monkeypatch.setattr(module, "_SWEEP", 2)
    state = State(None)
    state.fingerprint("k", "a", seconds=1)
    clock[0] += 5
    state.increase("other", seconds=60, amount=1)
    assert state._database.execute("SELECT count(*) FROM fingerprints").fetchone() == (0,)


def test_storage_as_the_library_wants_it(clock):
    storage = CounterStorage(state=State(None))
    assert storage.incr("k", 60, 3) == storage.get("k") == 3
    assert storage.get_expiry("k") == 1060.0
    storage.clear("k")
    assert storage.get("k") == 0
    storage.incr("k", 60)
    storage.reset()
    assert storage.get("k") == 0
    assert storage.check()
