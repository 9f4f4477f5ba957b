"""Metrics and mistakes as text."""

from collections.abc import Iterator, Sequence
from itertools import chain, islice

from models.evaluation.facts import Casualty, EventFacts
from models.evaluation.matching import HEADLINE, Alignment, Pair, main_only
from models.evaluation.score import Counts, Summary, bootstrap, size, summarise


def format_report(alignments: Sequence[Alignment], *, errors: int) -> str:
    """Return the tables over all and over main events, and the first ``errors`` mistakes, a line each."""
    every, main = summarise(alignments), summarise([main_only(alignment) for alignment in alignments])
    low, high = bootstrap(alignments)
    title = f"all events: {len(alignments)} documents, record F1 {100 * every.record.f1:.1f}"
    lines = [f"{title} (95% {100 * low:.1f}-{100 * high:.1f})", *_table(every)]
    lines += ["", "main events only", *_table(main)]
    if errors:
        lines += ["", *islice(chain.from_iterable(map(error_lines, alignments)), errors)]
    return "\n".join(lines)


def error_lines(alignment: Alignment) -> Iterator[str]:
    """Yield what is missed, wrong and made up in one document."""
    for event in alignment.missed:
        yield f"{alignment.id}: missed {_title(event)}"
    for pair in alignment.pairs:
        for name in HEADLINE:
            if pair.shared[name] < max(size(pair.gold, name), size(pair.pred, name)):
                yield f"{alignment.id}: {_difference(pair, name)}"
    for event in alignment.extra:
        yield f"{alignment.id}: extra {_title(event)}"


def _table(summary: Summary) -> Iterator[str]:
    yield f"{'field':<12}{'P':>7}{'R':>7}{'F1':>7}{'gold':>7}{'pred':>7}"
    yield _row("record", summary.record)
    for name, counts in summary.fields.items():
        yield _row(name, counts)
    for name, accuracy in summary.accuracy.items():
        if accuracy.value is not None:
            yield f"{name + ' accuracy over matched':<26}{100 * accuracy.value:7.1f}   n={accuracy.total}"


def _row(name: str, counts: Counts) -> str:
    shares = "".join(f"{100 * share:7.1f}" for share in (counts.precision, counts.recall, counts.f1))
    return f"{name:<12}{shares}{counts.gold:7d}{counts.pred:7d}"


def _title(event: EventFacts) -> str:
    return f"{event.type} {[trigger.text for trigger in event.triggers[:2]]}"


def _difference(pair: Pair, name: str) -> str:
    return f"{_title(pair.gold)} {name}: gold {_show(pair.gold, name)} · predicted {_show(pair.pred, name)}"


def _show(event: EventFacts, name: str) -> str:
    if name == "type":
        return event.type
    if name == "location":
        return f"{event.location.name}, {event.location.country}" if event.location else "none"
    if name == "date":
        return f"{event.date.start} to {event.date.end}" if event.date else "none"
    if name == "casualties":
        return "; ".join(map(_show_casualty, event.casualties)) or "none"
    return "; ".join(entity[0].text for entity in getattr(event, name) if entity) or "none"


def _show_casualty(casualty: Casualty) -> str:
    return f"{casualty.effect} {casualty.side} {casualty.min}-{'' if casualty.max is None else casualty.max}"
