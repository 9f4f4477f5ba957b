"""What HTTP workers and a model process say to each other: frames of MessagePack, each after its length.

A connection carries one question and one answer; who hangs up before the answer has cancelled the question.
"""

import struct
from typing import Literal

import msgspec

from models.engine import Runtime
from models.records import Article, Extraction, ModelInfo, Options

LENGTH = struct.Struct("!I")


class Describe(msgspec.Struct, tag=True, frozen=True):
    """Asks which model is there; only a warmed-up process answers."""


class Extract(msgspec.Struct, tag=True, frozen=True, kw_only=True):
    """Asks for the records of an article, within ``timeout`` seconds."""

    article: Article
    options: Options
    timeout: float


class Description(msgspec.Struct, tag=True, frozen=True, kw_only=True):
    """Which model is there, and what it runs on."""

    info: ModelInfo
    runtime: Runtime


class Extracted(msgspec.Struct, tag=True, frozen=True, kw_only=True):
    """The records of an article, and the seconds that it waited and was read."""

    extraction: Extraction
    waited: float
    took: float


class Refused(msgspec.Struct, tag=True, frozen=True, kw_only=True):
    """Why there are no records; ``retry_after`` is in seconds."""

    reason: Literal["unreadable", "failed", "overloaded", "expired", "poisonous"]
    detail: str
    retry_after: float = 0.0


_encoder = msgspec.msgpack.Encoder()
questions = msgspec.msgpack.Decoder(Describe | Extract)
answers = msgspec.msgpack.Decoder(Description | Extracted | Refused)


def frame(message: msgspec.Struct) -> bytes:
    """Return a message as it goes over the socket."""
    body = _encoder.encode(message)
    return LENGTH.pack(len(body)) + body
