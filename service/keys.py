"""API keys at rest: a JSON file of hashes of unguessable secrets.

A secret has 256 random bits, so that a plain SHA-256 of it cannot be searched, and needs no slow hash.
"""

import fcntl
import hashlib
import hmac
import json
import os
import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

EXTRACT, METRICS = "extract", "metrics"
SCOPES = (EXTRACT, METRICS)
ANONYMOUS = "anonymous"


@dataclass(frozen=True, kw_only=True)
class Key:
    """What is known of a key; ``created`` and ``expires`` are ISO date-times in UTC."""

    id: str
    name: str
    scopes: tuple[str, ...]
    created: str
    expires: str | None
    sha256: str

    def is_valid(self, *, at: datetime) -> bool:
        """Return whether the key has not expired."""
        return self.expires is None or at < datetime.fromisoformat(self.expires)


def read_keys(path: Path) -> list[Key]:
    """Return the keys of a file.

    Raises:
        ValueError: the file is missing or holds something else.
    """
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))
        if not isinstance(rows, list):
            raise TypeError
        return [Key(**{**row, "scopes": tuple(row["scopes"])}) for row in rows]
    except OSError as error:
        raise ValueError(f"{path}: {error.strerror}: add a key with `eventwire keys add`") from error
    except (ValueError, TypeError, KeyError) as error:
        raise ValueError(f"{path} is not a file of API keys") from error


def add_key(path: Path, *, name: str, scopes: Sequence[str], expires: datetime | None) -> tuple[Key, str]:
    """Add a new key; return it and its token, which is stored nowhere."""
    secret = secrets.token_urlsafe(32)
    key = Key(
        id=secrets.token_hex(4),
        name=name,
        scopes=tuple(scopes),
        created=_stamp(datetime.now(UTC)),
        expires=_stamp(expires) if expires else None,
        sha256=_digest(secret),
    )
    with _changed(path) as keys:
        keys.append(key)
    return key, f"ew_{key.id}_{secret}"


def expire_key(path: Path, *, key_id: str, at: datetime) -> None:
    """Let a key end at a time, or earlier where it has ended before.

    Raises:
        ValueError: there is no such key.
    """
    with _changed(path) as keys:
        numbers = [number for number, key in enumerate(keys) if key.id == key_id]
        if not numbers:
            raise ValueError(f"there is no key {key_id}")
        key = keys[numbers[0]]
        keys[numbers[0]] = replace(key, expires=min(key.expires or _stamp(at), _stamp(at)))


class KeyRing:
    """The keys of a file, read anew when it changes."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._read_at: tuple[int, int] | None = None
        self._keys: dict[str, Key] = {}

    def find(self, token: str) -> Key | None:
        """Return the valid key that a token belongs to, if any."""
        _, _, rest = token.partition("ew_")
        key_id, _, secret = rest.partition("_")
        key = self._current().get(key_id)
        # Compared even where there is no such key, so that the time tells nothing.
        same = hmac.compare_digest(key.sha256 if key else _digest(""), _digest(secret))
        return key if key and same and key.is_valid(at=datetime.now(UTC)) else None

    def _current(self) -> dict[str, Key]:
        state = self._path.stat()
        if self._read_at != (state.st_mtime_ns, state.st_ino):
            self._keys = {key.id: key for key in read_keys(self._path)}
            self._read_at = (state.st_mtime_ns, state.st_ino)
        return self._keys


@contextmanager
def _changed(path: Path) -> Iterator[list[Key]]:
    """Give the keys of a file to be changed, alone; write them when the block ends well."""
    with path.with_name(f"{path.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        keys = read_keys(path) if path.exists() else []
        yield keys
        beside = path.with_name(f"{path.name}.new")
        with open(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:  # noqa: PTH123
            json.dump([asdict(key) for key in keys], file, indent=1)
        beside.replace(path)


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def _stamp(when: datetime) -> str:
    return when.astimezone(UTC).isoformat(timespec="seconds")
