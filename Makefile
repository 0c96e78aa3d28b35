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
.PHONY: help demo test check format bench exam clean

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

exam: $(VENV)/.installed ## accuracy on the annotated articles, where they are at hand
	@if test ! -f $(EXAM)/score.py; then echo "make exam: skipped, no annotated articles under $(EXAM)"; \
	else for part in seeds dev; do \
	  for half in $$(test $$part = dev && echo 'looking reporting' || echo all); do \
	    PYTHON=$(BIN)/python tests/exam/score.sh $(EXAM) $$part $$half || exit 1; done; done; fi

clean: ## remove what the targets made
	rm -rf $(VENV) demo-graph exam-out build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache
