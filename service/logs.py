"""Logs as JSON lines on standard error. They never hold article text, nor any query or header of a caller."""

import logging
import sys
import traceback
from typing import Any

import structlog
from gunicorn.glogging import Logger

log: structlog.typing.FilteringBoundLogger = structlog.get_logger("eventwire")

_SHARED: tuple[structlog.typing.Processor, ...] = (
    structlog.contextvars.merge_contextvars,
    structlog.processors.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
)


def configure_logs() -> None:
    """Write our own events and those of libraries as one JSON object a line."""
    structlog.configure(
        processors=[*_SHARED, structlog.processors.JSONRenderer()],
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
    logging.basicConfig(handlers=[_handler()], level=logging.WARNING, force=True)


def _handler() -> logging.Handler:
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.JSONRenderer(),
            ],
            foreign_pre_chain=[*_SHARED, _without_traceback],
        )
    )
    return handler


def _without_traceback(_: Any, __: str, event: structlog.typing.EventDict) -> structlog.typing.EventDict:
    """Leave out an exception's message, which may quote an article; keep its type and place."""
    record: logging.LogRecord = event["_record"]
    if record.exc_info and record.exc_info[1] is not None:
        event.update(_failure(record.exc_info[1]))
        record.exc_info = record.exc_text = None
    return event


def log_failure(error: BaseException) -> None:
    """Log what failed and where.

    The message is left out on purpose: exceptions like to quote the value that they stumbled over,
    which here is somebody's article.
    """
    log.error("failure", **_failure(error))


def _failure(error: BaseException) -> dict[str, str]:
    frames = traceback.extract_tb(error.__traceback__)
    where = " < ".join(f"{frame.name} ({frame.filename}:{frame.lineno})" for frame in reversed(frames))
    return {"error": type(error).__name__, "where": where}


class GunicornLogger(Logger):  # type: ignore[misc]
    """Gunicorn's own log in our form; requests are logged by the app."""

    def setup(self, cfg: Any) -> None:
        """Send gunicorn's messages where all others go."""
        self.error_log.handlers = [_handler()]
        self.error_log.propagate = False
        self.error_log.setLevel(logging.INFO)

    def access(self, *_: Any) -> None:
        """Log nothing: a request's line may hold a title."""
