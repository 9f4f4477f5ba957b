"""The date of each event, from its time words, the anchor, and the dates read before it in the article."""

from collections.abc import Sequence

from models.assemble.context import Context
from models.decode.drafts import DraftEvent, DraftMention
from models.normalise.dates import DateValue, Expression, resolve, resolve_event
from models.records import EventDate, Span


class EventDates:
    """Reads time words of one article; earlier dates are what "the following day" counts from."""

    def __init__(self, drafts: Sequence[DraftEvent], context: Context) -> None:
        self._context = context
        self._known = self._resolve_in_order(drafts)

    def date(self, draft: DraftEvent) -> EventDate | None:
        """Return the event's date, or None where it has no time words or none can be resolved."""
        expressions = [self._expression(d) for d in draft.times]
        found = resolve_event(expressions, anchor=self._context.anchor, previous=self._before(expressions))
        if found is None:
            return None
        value, first = found
        spans = sorted(
            (self._context.mention(d.mention) for d in draft.times), key=lambda s: s.start != first.start
        )
        probability = max(d.probability for d in draft.times)
        return EventDate(
            start=value.start,
            end=value.end,
            precision=value.precision,
            mentions=tuple(spans),
            basis=self._basis(value),
            confidence=self._context.confidence("date", probability),
        )

    def _basis(self, value: DateValue) -> str:
        return value.basis.replace("published_at", self._context.anchor_basis)

    def _expression(self, draft: DraftMention) -> Expression:
        span = self._context.mention(draft.mention)
        return Expression(
            text=span.text,
            start=span.start,
            end=span.end,
            before=self._context.before(span),
            after=self._context.after(span),
            score=draft.primary,
        )

    def _resolve_in_order(self, drafts: Sequence[DraftEvent]) -> list[tuple[Span, DateValue]]:
        spans = {self._context.mention(d.mention) for draft in drafts for d in draft.times}
        known: list[tuple[Span, DateValue]] = []
        for span in sorted(spans, key=lambda s: s.start):
            previous = known[-1][1] if known else None
            around = {"before": self._context.before(span), "after": self._context.after(span)}
            value = resolve(span.text, anchor=self._context.anchor, previous=previous, **around)
            if value is not None:
                known.append((span, value))
        return known

    def _before(self, expressions: Sequence[Expression]) -> DateValue | None:
        """The date read last before the event's first time words."""
        first = min((e.start for e in expressions), default=0)
        earlier = [value for span, value in self._known if span.start < first]
        return earlier[-1] if earlier else None
