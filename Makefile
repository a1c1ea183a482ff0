# fr-reader. `make` lists the targets; each installs what it needs into .venv first.

VENV := .venv
BIN := $(VENV)/bin
PYTHONS := python3 python3.13 python3.12 python3.11 python3.14

.DEFAULT_GOAL := help
.PHONY: help run test lint check stress

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-7s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: $(VENV)/.installed ## open the reader on your default project, which begins with the seeds
	@$(BIN)/fr-reader

test: $(VENV)/.installed-dev ## run the tests
	$(BIN)/python -m pytest -q -n auto --dist worksteal

lint: $(VENV)/.installed-dev ## check format, style, types and the direction of imports
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

check: test lint ## run the tests and the checks

stress: $(VENV)/.installed-dev ## kill, fill, cut and damage a project in every way (some 25 minutes)
	$(BIN)/python -m tests.stress

# Stamps: installed again only when pyproject.toml is newer.
$(VENV)/.installed: pyproject.toml | $(BIN)/python
	@echo "installing fr-reader into $(VENV) …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[all]'
	@touch $@

$(VENV)/.installed-dev: pyproject.toml | $(BIN)/python
	@echo "installing fr-reader and what its tests need into $(VENV) …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check 'pip>=25.1'
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[all]' --group dev
	@touch $@ $(VENV)/.installed

$(BIN)/python:
	@for python in $(PYTHONS); do \
	    if $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	        $$python -m venv $(VENV) && exit 0; \
	        rm -rf $(VENV); \
	        echo "$$python could not make $(VENV): install its venv module (python3-venv)." >&2; \
	        exit 1; \
	    fi; \
	done; \
	echo "fr-reader needs Python 3.11 or newer: install it and run make again." >&2; \
	exit 1
