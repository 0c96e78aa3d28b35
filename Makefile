# Two commands do everything, set-up included: `make demo` and `make test`.
# `make help` lists the rest. Needs make and Python 3.11 to 3.13.

SHELL := /bin/bash
VENV := .venv
BIN := $(VENV)/bin
SHARED ?= ../shared
EXAM := $(SHARED)/exam
SUPPORTED := import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))
# The first interpreter of a supported version; `make PYTHON=...` chooses another.
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c '$(SUPPORTED)' >/dev/null 2>&1 && { echo $$p; break; }; done)

.DEFAULT_GOAL := help
.PHONY: help demo test check format bench eval clean

help: ## list the targets
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 20

$(VENV)/.installed: pyproject.toml
	@test -n "$(PYTHON)" || { echo "allegiance needs Python 3.11, 3.12 or 3.13: install one, or run make PYTHON=/path/to/python"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(VENV)/.developed: pyproject.toml
	@test -n "$(PYTHON)" || { echo "allegiance needs Python 3.11, 3.12 or 3.13: install one, or run make PYTHON=/path/to/python"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $@ $(VENV)/.installed

demo: $(VENV)/.installed ## build a graph from corpus/dispatches and say where its page is
	@$(BIN)/allegiance build corpus/dispatches -o demo-graph

test: $(VENV)/.developed ## run the tests
	@$(BIN)/python -m pytest -q

check: $(VENV)/.developed ## format, lint and types
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy

format: $(VENV)/.developed ## format the code and mend what the linter can
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

bench: $(VENV)/.developed ## speed of the reader, of a build and of the queries
	@for bench in tests/bench/*.py; do echo "== $$bench"; $(BIN)/python $$bench || exit 1; done

eval: $(VENV)/.developed ## all figures of README and model cards, and accuracy held against its floors
	@$(if $(ONLY),true,$(BIN)/python -m tests.yardsticks --data $(SHARED)/data)
	@$(if $(ONLY),true,for part in looking reporting; do echo "== ablation, $$part"; \
	  $(BIN)/python -m allegiance.corpus.training.ablation --part $$part || exit 1; echo; done)
	@$(BIN)/python -m tests.floors --exam $(EXAM) $(if $(ONLY),--only "$(ONLY)") \
	  $(if $(RENEW),--renew) $(if $(LOWER),--lower)

clean: ## remove what the targets made
	rm -rf $(VENV) demo-graph build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache
