"""Place words to places."""

from models.normalise.places.candidates import whole_candidates
from models.normalise.places.context import Vote, article_votes
from models.normalise.places.resolve import PlaceValue, resolve_location
from models.normalise.places.toponym import resolve_toponyms

__all__ = [
    "PlaceValue",
    "Vote",
    "article_votes",
    "resolve_location",
    "resolve_toponyms",
    "whole_candidates",
]
