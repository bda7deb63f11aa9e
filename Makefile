# Every target sets up what it needs, once. `make` alone lists them.

SHELL := /bin/bash
HOME_DIR ?= $(or $(ZHENGYOU_HOME),$(CURDIR)/var)
PIP := .venv/bin/python -m pip --disable-pip-version-check --quiet

VENV := .venv/pyvenv.cfg
RUN := .venv/.run
DEV := .venv/.dev
ASSETS := src/zhengyou/static/zy/dist/manifest.json
ASSET_SOURCES := $(shell find assets -type f; find src -name '*.po') package-lock.json vite.config.js hatch_build.py \
	src/zhengyou/core/traditional.py src/zhengyou/locale/zh_Hant/words.csv

.PHONY: help setup demo serve test check bench docs assets messages format lock clean

help: ## list the targets
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

setup: $(RUN) $(DEV) $(ASSETS) ## install everything into .venv, build the page assets

demo: $(RUN) $(ASSETS) ## make a city with a campaign in it and serve it (SERVE=0: only make it)
	.venv/bin/zhengyou demo --home $(HOME_DIR) $(if $(filter 0,$(SERVE)),--no-serve)

serve: $(RUN) $(ASSETS) ## serve what is in HOME_DIR (default: var)
	.venv/bin/zhengyou serve --home $(HOME_DIR)

test: setup ## all tests: SQLite, PostgreSQL, a real browser
	@scripts/test.sh

check: export ZHENGYOU_HOME := $(CURDIR)/var/check
check: setup ## style, types, arrows, house rules, migrations and generated docs
	.venv/bin/ruff format --check .
	.venv/bin/ruff check .
	.venv/bin/mypy
	.venv/bin/lint-imports --no-cache
	.venv/bin/python -m pytest -q tests/house
	.venv/bin/python -m django makemigrations --check --dry-run --settings zhengyou.settings
	.venv/bin/zhengyou docs --check
	.venv/bin/python scripts/messages.py --check

bench: setup ## measure speed beside peers (JOB=rollup|refresh|import|page|ballots|export|reading|distinct|progress|browse|crowd|door|move, SIZE=small|full, WRITE=docs/bench.md)
	.venv/bin/python -m bench $(JOB:%=--job %) $(SIZE:%=--size %) $(WRITE:%=--write %) $(DIVISIONS:%=--divisions %)

docs: setup ## build the manual into var/docs
	.venv/bin/zhengyou docs
	.venv/bin/sphinx-build -q -W -n --keep-going -b html docs var/docs
	@echo "var/docs/index.html"

assets: $(RUN) $(ASSETS) ## build page assets and translations if a source changed

messages: $(DEV) ## collect the strings of the pages into the catalogue (docs/translate.md)
	@.venv/bin/python scripts/messages.py
	@$(MAKE) --no-print-directory assets

format: setup ## put the code into the house style
	.venv/bin/ruff check --fix-only .
	.venv/bin/ruff format .

lock: ## choose newer versions and write the locks anew (needs uv)
	scripts/lock.sh

clean: ## remove what was installed and built, keep var
	rm -rf .venv node_modules $(dir $(ASSETS))

$(VENV):
	scripts/venv.sh

$(RUN): requirements.lock requirements-build.lock pyproject.toml | $(VENV)
	@echo "Installing the libraries …"
	@$(PIP) install --require-hashes -r requirements.lock -r requirements-build.lock
	@ZY_SKIP_ASSETS=1 $(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(DEV): requirements-dev.lock | $(RUN)
	@echo "Installing the tools …"
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

$(ASSETS): $(ASSET_SOURCES) | $(RUN)
	@echo "Building the page assets …"
	@.venv/bin/python hatch_build.py
	@touch $@
