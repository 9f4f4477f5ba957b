"""Place words to places."""

from models.normalise.places.resolve import PlaceValue, resolve_location

__all__ = ["PlaceValue", "resolve_location"]
