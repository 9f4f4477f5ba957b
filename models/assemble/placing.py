"""The location of each event, from its place words and the whole article."""

from collections.abc import Sequence

from models.assemble.context import Context
from models.decode.drafts import DraftMention
from models.normalise.places import resolve_location
from models.records import Location


def place_event(drafts: Sequence[DraftMention], context: Context) -> Location | None:
    """Return the event's location with its mentions narrowest first, or None where it has no place words."""
    if not drafts:
        return None
    spans = [context.mention(d.mention) for d in drafts]
    value = resolve_location(spans, votes=context.votes)
    return Location(
        name=value.name,
        mentions=tuple(spans[i] for i in value.order),
        country=value.country,
        admin1=value.admin1,
        latitude=value.latitude,
        longitude=value.longitude,
        precision=value.precision,
        geonames_id=value.geonames_id,
        confidence=context.confidence("location", max(d.probability for d in drafts)),
    )
