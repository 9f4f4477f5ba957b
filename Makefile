# A fresh clone and Python 3.11 are all that these need: make serve, make test.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
STAMP := .venv/.installed
GAZETTEER := models/gazetteer/gazetteer.sqlite

export HF_HUB_OFFLINE = 1

.PHONY: install serve test lint format openapi soak lock audit replay encoders

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
	$(BIN)/hadolint Dockerfile

format: install
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# Ten minutes of load on the real service. ARTICLES names a file of JSON lines other than our own articles.
soak: install
	$(BIN)/python benchmarks/soak.py --seconds 600 $(if $(ARTICLES),--articles $(ARTICLES))

# The packages of the image, with their hashes.
lock: install
	$(BIN)/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe --no-emit-index-url --no-emit-find-links \
	  --no-annotate --extra gazetteer --extra otel --build-deps-for wheel --output-file requirements.lock pyproject.toml

# Known weaknesses of those packages. Offline it says of each that it was not audited, and passes.
audit: install
	$(BIN)/pip-audit --requirement requirements.lock --disable-pip

# The steps of the Dockerfile without Docker, in a clean folder, and its health check.
replay: install
	$(BIN)/python deploy/replay.py

openapi: install
	$(BIN)/python -m service.openapi > openapi.yaml

# The base encoders, for training only.
encoders: install
	$(BIN)/python -m models.training.encoders encoders
