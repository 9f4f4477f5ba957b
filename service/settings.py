"""Every setting of the service: one ``EVENTWIRE_*`` environment variable a field."""

import ipaddress
from dataclasses import dataclass
from pathlib import Path

from environs import Env, EnvError
from limits import parse
from marshmallow import ValidationError
from marshmallow.validate import Range

from service.keys import read_keys

PREFIX = "EVENTWIRE_"
DRAINING = "draining"  # a file in the runtime folder, while the service shuts down


@dataclass(frozen=True, kw_only=True)
class Settings:
    """What can be set; the README's table says what each one does."""

    host: str = "127.0.0.1"
    port: int = 8000
    threads: int = 1
    devices: tuple[str, ...] = ("auto",)
    model_dir: Path | None = None
    workers: int = 2
    max_in_flight: int = 16
    queue_limit: int = 64
    timeout: float = 120.0
    body_timeout: float = 20.0
    drain: float = 0.0
    max_body_bytes: int = 4 * 1024 * 1024
    max_characters: int = 200_000
    max_items: int = 100
    keys_file: Path | None = None
    allow_anonymous: bool = False
    rate_requests: str | None = None
    rate_characters: str | None = None
    cors_origins: tuple[str, ...] = ()
    otel: bool = False
    runtime_dir: Path | None = None

    def socket(self, device: str) -> Path:
        """Return the path of the socket of a device's model process.

        Raises:
            ValueError: there is no runtime folder: this process was not started by ``eventwire serve``.
        """
        if self.runtime_dir is None:
            raise ValueError("EVENTWIRE_RUNTIME_DIR is not set: start the service with `eventwire serve`")
        return self.runtime_dir / f"model-{device.replace(':', '-')}.sock"

    @property
    def sockets(self) -> tuple[Path, ...]:
        """The sockets of all model processes."""
        return tuple(map(self.socket, self.devices))


def load_settings() -> Settings:
    """Read the settings from the environment.

    Raises:
        ValueError: a variable holds a value that cannot be used (the message names it).
    """
    env = Env()
    positive, seconds = Range(min=1), Range(min=0, min_inclusive=False)
    try:
        with env.prefixed(PREFIX):
            return Settings(
                host=env.str("HOST", Settings.host),
                port=env.int("PORT", Settings.port, validate=Range(min=1, max=65_535)),
                threads=env.int("THREADS", Settings.threads, validate=positive),
                devices=tuple(env.list("DEVICES", list(Settings.devices), validate=_some)),
                model_dir=env.path("MODEL_DIR", Settings.model_dir),
                workers=env.int("WORKERS", Settings.workers, validate=positive),
                max_in_flight=env.int("MAX_IN_FLIGHT", Settings.max_in_flight, validate=positive),
                queue_limit=env.int("QUEUE_LIMIT", Settings.queue_limit, validate=positive),
                timeout=env.float("TIMEOUT", Settings.timeout, validate=seconds),
                body_timeout=env.float("BODY_TIMEOUT", Settings.body_timeout, validate=seconds),
                drain=env.float("DRAIN", Settings.drain, validate=Range(min=0)),
                max_body_bytes=env.int("MAX_BODY_BYTES", Settings.max_body_bytes, validate=positive),
                max_characters=env.int("MAX_CHARACTERS", Settings.max_characters, validate=positive),
                max_items=env.int("MAX_ITEMS", Settings.max_items, validate=positive),
                keys_file=env.path("KEYS_FILE", Settings.keys_file),
                allow_anonymous=env.bool("ALLOW_ANONYMOUS", Settings.allow_anonymous),
                rate_requests=env.str("RATE_REQUESTS", Settings.rate_requests, validate=_rate),
                rate_characters=env.str("RATE_CHARACTERS", Settings.rate_characters, validate=_rate),
                cors_origins=tuple(env.list("CORS_ORIGINS", list(Settings.cors_origins))),
                otel=env.bool("OTEL", Settings.otel),
                runtime_dir=env.path("RUNTIME_DIR", Settings.runtime_dir),
            )
    except EnvError as error:
        raise ValueError(str(error)) from error


def _some(values: list[str]) -> None:
    if not values or not all(values) or len(set(values)) < len(values):
        raise ValidationError("Not a list of different devices such as cuda:0,cuda:1.")


def _rate(value: str | None) -> None:
    if value is not None:
        try:
            parse(value)
        except ValueError as error:
            raise ValidationError("Not a rate such as 600/minute.") from error


def check_access(settings: Settings) -> None:
    """Refuse settings that open the service to anybody on the network, or to nobody.

    Raises:
        ValueError: they do, or the file of keys cannot be read.
    """
    if settings.keys_file and not read_keys(settings.keys_file):
        raise ValueError(f"{settings.keys_file} holds no key: add one with `eventwire keys add`")
    if not (is_loopback(settings.host) or settings.keys_file or settings.allow_anonymous):
        raise ValueError(
            f"{settings.host} can be reached from the network and there are no API keys: "
            "set EVENTWIRE_KEYS_FILE (see `eventwire keys add --help`), or EVENTWIRE_ALLOW_ANONYMOUS=true"
        )


def is_loopback(host: str) -> bool:
    """Return whether an address can be reached from this machine only."""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"
