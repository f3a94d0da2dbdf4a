# `make demo` and `make test` are all a newcomer needs; both set up .venv first, once.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test lint types floors tests docs bench bench-forecast bench-roundtrip bench-schedule wheel lock clean moved

BIN := .venv/bin
READY := .venv/.ready
DEMO := examples/market-share
DEMO_DAY := 2026-11-22

# What alignplan and its tools keep between runs stays in the folder.
export XDG_CACHE_HOME := $(CURDIR)/.venv/cache

help: ## what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-15s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: $(READY) ## set up, then look at an example plan
	$(BIN)/alignplan -C $(DEMO) --as-of $(DEMO_DAY) check
	$(BIN)/alignplan -C $(DEMO) --as-of $(DEMO_DAY) gaps
	$(BIN)/alignplan -C $(DEMO) --as-of $(DEMO_DAY) progress
	$(BIN)/alignplan -C $(DEMO) --as-of $(DEMO_DAY) tree

test: lint types floors tests docs ## set up, then all that CI runs

lint: $(READY) ## style of the code, safety and form of what runs in CI
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/zizmor --offline --quiet .github action.yml
	$(BIN)/check-jsonschema --quiet --builtin-schema vendor.github-actions action.yml
	$(BIN)/check-jsonschema --quiet --builtin-schema vendor.github-workflows .github/workflows/*.yml
	$(BIN)/check-jsonschema --quiet --builtin-schema vendor.dependabot .github/dependabot.yml
	$(BIN)/check-jsonschema --quiet --builtin-schema vendor.gitlab-ci ci/gitlab/alignplan.yml
	$(BIN)/pre-commit validate-manifest .pre-commit-hooks.yaml

types: $(READY) ## strict types
	$(BIN)/mypy

floors: $(READY) ## imports point down
	$(BIN)/lint-imports

tests: $(READY) ## the tests alone
	$(BIN)/python -m pytest

docs: $(READY) ## the documentation, into site/
	$(BIN)/zensical build --strict --clean

bench: $(READY) ## speed and memory
	$(BIN)/python benchmarks/run.py

bench-forecast: $(READY) ## the forecast against simple ones, on a folder of CSV series: SERIES=DIR
	$(BIN)/python benchmarks/forecast.py $(if $(SERIES),"$(SERIES)")

bench-roundtrip: $(READY) ## changes of a plan against the round trip of ruamel.yaml, which must be there
	$(BIN)/python benchmarks/roundtrip.py

bench-schedule: $(READY) ## schedules against known optima, the solver and tj3: PSPLIB=DIR
	$(BIN)/python benchmarks/schedule.py $(if $(PSPLIB),"$(PSPLIB)")

wheel: $(READY) ## the wheel and the sdist, into dist/
	$(BIN)/python -m hatchling build

lock: $(READY) ## the locks anew, from pyproject.toml (needs uv)
	uv pip compile $(LOCK) --group dev pyproject.toml --output-file requirements/dev.lock
	uv pip compile $(LOCK) --constraints requirements/dev.lock pyproject.toml --output-file requirements/runtime.lock

LOCK := --quiet --no-config --no-cache --universal --python-version 3.11 --generate-hashes --upgrade \
	--custom-compile-command "make lock"

clean: ## away with what was made here, .venv too
	rm -rf .venv build dist site .cache .coverage .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find src tests tools -name __pycache__ -prune -exec rm -rf {} +

$(READY): requirements/dev.lock pyproject.toml tools/set-up.sh
	@tools/set-up.sh

# An environment that came here with a copy of the folder is of no use.
CAME_FROM := $(shell cat .venv/.home 2>/dev/null)
ifneq ($(CAME_FROM),)
ifneq ($(CAME_FROM),$(CURDIR))
$(READY): moved
endif
endif
