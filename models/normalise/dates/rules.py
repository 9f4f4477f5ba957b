"""A rule: a pattern over cleaned text and the period that it reads there, against what the text stands in."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from models.normalise.dates.periods import Period
from models.normalise.dates.value import EARLIER, FULL, RELATIVE, DateValue, value_of


@dataclass(frozen=True, kw_only=True)
class Frame:
    """What an expression is read against; ``ahead`` is true where the words before it speak of the future."""

    anchor: date | None = None
    previous: DateValue | None = None
    ahead: bool = False


Match = re.Match[str]
Reader = Callable[[Match, Frame], Period | None]


@dataclass(frozen=True, kw_only=True)
class Rule:
    """``pattern`` is looked for anywhere in the expression."""

    pattern: re.Pattern[str]
    read: Reader
    basis: str
    weak: bool = False


def read_first(rules: Iterable[Rule], text: str, frame: Frame) -> DateValue | None:
    """Return the value of the first rule that matches; None where none does or the one that does gives none.

    Rules that count from an earlier date are passed over where there is none.
    Raises ``ValueError`` or ``OverflowError`` for days that no calendar has.
    """
    for rule in rules:
        match = rule.pattern.search(text)
        if match and not (rule.basis == EARLIER and frame.previous is None):
            period = rule.read(match, frame)
            basis = EARLIER if frame.anchor is None and rule.basis == RELATIVE else rule.basis
            return None if period is None else value_of(period, basis, weak=rule.weak)
    return None


def stated(pattern: str, read: Callable[[Match], Period | None]) -> Rule:
    """Return a rule for words that need nothing outside them."""
    return Rule(pattern=_compile(pattern), read=lambda match, frame: read(match), basis=FULL)


def framed(pattern: str, read: Reader) -> Rule:
    """Return a rule that counts from the publication date, or from an earlier date where there is none."""
    return Rule(pattern=_compile(pattern), read=read, basis=RELATIVE)


def anchored(pattern: str, read: Callable[[Match, date], Period | None], *, weak: bool = False) -> Rule:
    """Return a rule that counts from the publication date and gives nothing without one."""
    return Rule(
        pattern=_compile(pattern),
        read=lambda match, frame: None if frame.anchor is None else read(match, frame.anchor),
        basis=RELATIVE,
        weak=weak,
    )


def following(pattern: str, read: Callable[[Match, DateValue], Period | None], *, weak: bool = False) -> Rule:
    """Return a rule that counts from an earlier date of the article and gives nothing without one."""
    return Rule(
        pattern=_compile(pattern),
        read=lambda match, frame: None if frame.previous is None else read(match, frame.previous),
        basis=EARLIER,
        weak=weak,
    )


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w/.])(?:{pattern})(?![\w/])")
