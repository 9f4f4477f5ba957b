"""`python -m models.gazetteer`: build the embedded gazetteer."""

from models.gazetteer.build import build

build()
