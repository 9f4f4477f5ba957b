"""Logging that never holds article text."""

import logging
import traceback

logger = logging.getLogger("eventwire")


def log_failure(error: Exception) -> None:
    """Log what failed and where.

    The message is left out on purpose: exceptions like to quote the value that they stumbled over,
    which here is somebody's article.
    """
    frames = traceback.extract_tb(error.__traceback__)
    where = " < ".join(f"{frame.name} ({frame.filename}:{frame.lineno})" for frame in reversed(frames))
    logger.error("%s in %s", type(error).__name__, where)
