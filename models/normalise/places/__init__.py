"""Place words to places."""

from models.normalise.places.context import Vote, article_votes
from models.normalise.places.resolve import PlaceValue, resolve_location

__all__ = ["PlaceValue", "Vote", "article_votes", "resolve_location"]
