# The one interface: `make help` lists what there is. Needs python3 (3.11 or later) and make.
.DEFAULT_GOAL := help
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
UV_COMPILE := $(BIN)/python -m uv pip compile --quiet --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate \
	--custom-compile-command "make lock"

.PHONY: help
help: ## list the commands
	@awk 'BEGIN {FS = ":.*## "} /^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.PHONY: run
run: $(VENV)/.run ## open the dashboard (on sample articles, or FILES="my.txt ...")
	@$(BIN)/timeline dashboard $(FILES)

.PHONY: test
test: $(VENV)/.dev $(VENV)/.browser ## run every test; ARGS="-k csv" chooses among them, -n0 runs in one process
	@CHROMIUM="$$(cat $(VENV)/.browser)" $(BIN)/python -m pytest -n2 $(ARGS)

.PHONY: lint
lint: $(VENV)/.dev types ## check format, style, types and the layers of imports
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/lint-imports

.PHONY: types
types: $(VENV)/.dev ## check types alone
	@$(BIN)/mypy

.PHONY: format
format: $(VENV)/.dev ## put the code into the project's format
	@$(BIN)/ruff check --fix-only --quiet .
	@$(BIN)/ruff format .

.PHONY: bench
bench: $(VENV)/.dev ## measure on the project's own annotated articles
	@$(BIN)/python -m bench own

.PHONY: screenshots
screenshots: $(VENV)/.dev $(VENV)/.browser ## draw the pictures of README.md again
	@CHROMIUM="$$(cat $(VENV)/.browser)" $(BIN)/python -m scripts.screenshots

.PHONY: wheel
wheel: $(VENV)/.run ## build dist/*.whl and dist/*.tar.gz
	@$(BIN)/python -m hatchling build

.PHONY: lock
lock: $(VENV)/.dev ## pin the newest versions that the ranges allow
	@$(UV_COMPILE) --upgrade --extra build pyproject.toml -o requirements.lock
	@$(UV_COMPILE) --upgrade --extra build --extra dev -c requirements.lock pyproject.toml \
		-o requirements-dev.lock

.PHONY: clean
clean: ## remove what was built and installed
	@rm -rf $(VENV) dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

# A stamp says what was installed last, so that the second time takes no time.
$(VENV)/.python:
	@test -n "$(PYTHON)" || { echo "timeline needs Python 3.11 or later: install it, or say where it" \
		"is with make PYTHON=/path/to/python3" >&2; exit 1; }
	@echo "Making $(VENV) …"
	@$(PYTHON) -m venv $(VENV) || { \
		test "$$(id -u)" = 0 && command -v apt-get >/dev/null \
		&& apt-get update -qq && apt-get install -y -qq --no-install-recommends python3-venv \
		&& $(PYTHON) -m venv --clear $(VENV); } || { \
		echo "python3 cannot make a virtual environment: install the package python3-venv" >&2; exit 1; }
	@touch $@

$(VENV)/.run: $(VENV)/.python requirements.txt requirements.lock pyproject.toml hatch_build.py
	@echo "Installing what timeline needs …"
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --no-index -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements-dev.lock
	@echo "Installing the tools for tests and checks …"
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

# The stamp holds the browser's path, or nothing for Playwright's own.
$(VENV)/.browser: $(VENV)/.dev .ci/chromium
	@PYTHON=$(BIN)/python .ci/chromium > $@.part
	@mv $@.part $@
