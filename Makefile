# A fresh clone and Python 3.11 are all that these need: make serve, make test.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
STAMP := .venv/.installed
GAZETTEER := models/gazetteer/gazetteer.sqlite

export HF_HUB_OFFLINE = 1

.PHONY: install serve test lint format openapi encoders

install: $(STAMP) $(GAZETTEER)

$(STAMP): pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[dev,train,gazetteer]'
	touch $@

$(GAZETTEER): $(STAMP) $(wildcard models/gazetteer/*.py models/gazetteer/*.csv)
	$(BIN)/python -m models.gazetteer
	touch $@

# Prints a curl line once the model is loaded. EVENTWIRE_PORT sets the port (8000).
serve: install
	exec $(BIN)/eventwire serve

test: lint
	$(BIN)/pytest

lint: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: install
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

openapi: install
	$(BIN)/python -m service.openapi > openapi.yaml

# The base encoders, for training only.
encoders: install
	$(BIN)/python -m models.training.encoders encoders
