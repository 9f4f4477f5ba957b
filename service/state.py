"""What HTTP workers share: counters of quotas and fingerprints of requests, in SQLite. Never an article."""

import sqlite3
import time
from pathlib import Path
from threading import Lock
from typing import Any

from limits.storage import Storage

_TABLES = """
CREATE TABLE IF NOT EXISTS counters (key TEXT PRIMARY KEY, value INTEGER NOT NULL, expires REAL NOT NULL);
CREATE TABLE IF NOT EXISTS fingerprints (key TEXT PRIMARY KEY, value TEXT NOT NULL, expires REAL NOT NULL);
"""
DATABASE = "state.sqlite"
_SWEEP = 1000  # writes between two removals of what has expired


class State:
    """The file ``path``, or memory of this process alone; gone with the service in both cases."""

    def __init__(self, path: Path | None) -> None:
        self._lock = Lock()
        self._writes = 0
        self._database = sqlite3.connect(
            path or ":memory:", timeout=5.0, isolation_level=None, check_same_thread=False
        )
        self._database.executescript("PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF;" + _TABLES)

    def increase(self, key: str, *, seconds: float, amount: int) -> int:
        """Add to a counter, which starts at nothing and ends after so many seconds; return its value."""
        count: int = self._put("counters", key, amount, seconds=seconds, later="value + :value")
        return count

    def counter(self, key: str) -> tuple[int, float]:
        """Return a counter's value, and when it ends in seconds since the epoch."""
        with self._lock:
            row = self._database.execute(
                "SELECT value, expires FROM counters WHERE key = ? AND expires > ?", (key, time.time())
            ).fetchone()
        return row or (0, time.time())

    def fingerprint(self, key: str, digest: str, *, seconds: float) -> str:
        """Keep a digest under a key that has none; return the key's digest."""
        kept: str = self._put("fingerprints", key, digest, seconds=seconds, later="value")
        return kept

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._database.executescript("DELETE FROM counters; DELETE FROM fingerprints;")

    def _put(self, table: str, key: str, value: int | str, *, seconds: float, later: str) -> Any:
        """Put a value where there is none, or none any more; else what ``later`` makes of both. Return it."""
        now = time.time()
        values = {"key": key, "value": value, "now": now, "expires": now + seconds}
        with self._lock:
            self._writes += 1
            if self._writes % _SWEEP == 0:
                self._database.execute("DELETE FROM counters WHERE expires <= ?", (now,))
                self._database.execute("DELETE FROM fingerprints WHERE expires <= ?", (now,))
            statement = (
                f"INSERT INTO {table} VALUES (:key, :value, :expires) ON CONFLICT (key) DO UPDATE SET "
                f"value = iif(expires <= :now, :value, {later}), "
                "expires = iif(expires <= :now, :expires, expires) RETURNING value"
            )
            return self._database.execute(statement, values).fetchall()[0][0]


class CounterStorage(Storage):
    """The counters as the `limits` library wants them."""

    STORAGE_SCHEME = None  # made here, never from an address

    def __init__(self, *, state: State) -> None:
        super().__init__()
        self._state = state

    @property
    def base_exceptions(self) -> type[Exception]:
        """What can go wrong."""
        return sqlite3.Error

    def incr(self, key: str, expiry: float, amount: int = 1) -> int:
        """Add to a counter."""
        return self._state.increase(key, seconds=expiry, amount=amount)

    def get(self, key: str) -> int:
        """Return a counter's value."""
        return self._state.counter(key)[0]

    def get_expiry(self, key: str) -> float:
        """Return when a counter ends."""
        return self._state.counter(key)[1]

    def check(self) -> bool:
        """Return whether the database answers."""
        return self._state.counter("")[0] == 0

    def reset(self) -> int | None:
        """Forget everything."""
        self._state.clear()
        return None

    def clear(self, key: str) -> None:
        """End a counter."""
        self._state.increase(key, seconds=0.0, amount=-self.get(key))
