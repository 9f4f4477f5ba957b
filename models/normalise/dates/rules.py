"""A rule: a pattern over cleaned text, and the reading of what it found."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from models.normalise.dates.values import DateValue, Frame

Reader = Callable[[re.Match[str], Frame], DateValue | None]


@dataclass(frozen=True)
class Rule:
    """``pattern`` is looked for anywhere in the expression; the first rule that matches decides."""

    pattern: re.Pattern[str]
    read: Reader


def rule(pattern: str, read: Reader) -> Rule:
    """Compile ``pattern``, which must start and end at word boundaries, into a rule."""
    return Rule(re.compile(rf"(?<![\w/.]){pattern}(?![\w/])"), read)
