"""Every setting of the service: one ``EVENTWIRE_*`` environment variable a field."""

from dataclasses import dataclass
from pathlib import Path

from environs import Env, EnvError
from marshmallow.validate import Range

PREFIX = "EVENTWIRE_"


@dataclass(frozen=True, kw_only=True)
class Settings:
    """What can be set; the README's table says what each one does."""

    host: str = "127.0.0.1"
    port: int = 8000
    threads: int = 1
    model_dir: Path | None = None
    max_body_bytes: int = 4 * 1024 * 1024
    max_characters: int = 200_000


def load_settings() -> Settings:
    """Read the settings from the environment.

    Raises:
        ValueError: a variable holds a value that cannot be used (the message names it).
    """
    env = Env()
    positive = Range(min=1)
    try:
        with env.prefixed(PREFIX):
            return Settings(
                host=env.str("HOST", Settings.host),
                port=env.int("PORT", Settings.port, validate=Range(min=1, max=65_535)),
                threads=env.int("THREADS", Settings.threads, validate=positive),
                model_dir=env.path("MODEL_DIR", Settings.model_dir),
                max_body_bytes=env.int("MAX_BODY_BYTES", Settings.max_body_bytes, validate=positive),
                max_characters=env.int("MAX_CHARACTERS", Settings.max_characters, validate=positive),
            )
    except EnvError as error:
        raise ValueError(str(error)) from error
