# `make site` builds content/ into site/, `make test` checks everything, `make serve` previews while you write.
# Each first sets up what it needs, once. Arguments go in ARGS: make site ARGS="--content elsewhere/content"

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: site serve test fuzz dist docs messages pins peers cluster web clean help machine
.DELETE_ON_ERROR:
# Where it is set, each of the hundred processes that tests start would compile the program anew.
unexport PYTHONDONTWRITEBYTECODE

site: $(VENV)/.builds ## build content/ into site/
	$(BIN)/python build.py $(ARGS)

serve: $(VENV)/.builds ## preview on 127.0.0.1 with live reload
	$(BIN)/python build.py serve $(ARGS)

test: $(VENV)/.tests node_modules/.installed ## lint, types, content/ itself and every test, browser included
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/python build.py check --strict
	$(BIN)/python -m pytest --numprocesses=auto $(ARGS)

fuzz: $(VENV)/.tests ## thousands of garbled inputs for whatever is read; fewer: make fuzz FUZZ=500 ARGS="-k basemaps"
	FUZZ=$(or $(FUZZ),2000) $(BIN)/python -m pytest --numprocesses=auto tests/fuzz $(ARGS)

dist: $(VENV)/.tests ## wheel and sdist in dist/: of one commit always the same bytes, from the sdist too
	rm -rf dist
	export SOURCE_DATE_EPOCH=$$(git log -1 --format=%ct) && $(BIN)/python -m hatchling build && \
	mkdir dist/again && tar -xzf dist/*.tar.gz -C dist/again --strip-components=1 && \
	cd dist/again && ../../$(BIN)/python -m hatchling build
	for each in dist/standfirst-*; do cmp "$$each" "dist/again/$$each" || exit 1; done
	rm -r dist/again

messages: $(VENV)/.builds ## what code and templates say to generator/standfirst/language/locales/*/LC_MESSAGES/standfirst.po
	PYTHONPATH=generator $(BIN)/python -m standfirst.language.locales.messages

docs: $(VENV)/.tests ## the pages of docs/ that are made from the code: the reference, and what messages mean
	PYTHONPATH=generator:. $(BIN)/python -m tests.documentation.write

pins: $(VENV)/.tests ## pyproject.toml and *.in to requirements*.txt; newest of everything: make pins ARGS=--upgrade
	$(PIN) $(ARGS) --extra import pyproject.toml --output-file requirements.txt
	$(PIN) $(ARGS) --extra cluster -c requirements.txt pyproject.toml --output-file requirements-cluster.txt
	$(PIN) $(ARGS) --extra web -c requirements.txt pyproject.toml --output-file requirements-web.txt
	$(PIN) $(ARGS) requirements-dev.in --output-file requirements-dev.txt
	$(PIN) $(ARGS) bench/requirements.in --output-file bench/requirements.txt

peers: .peers/.installed ## Hugo, Pelican and MkDocs, in .peers, which `python -m bench.peers` compares Standfirst with

cluster: $(VENV)/.clusters ## what --cluster needs, here and where its scheduler and workers run

web: $(VENV)/.web ## what `source add` and `recheck` read pages of the web with

clean: ## remove the site, the tools and their caches
	rm -rf site dist .cache $(VENV) .peers node_modules .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /  make \1  # /p' Makefile

# ---------------------------------------------------------------- set-up, each step once

# --universal pins for every system and every Python from 3.11 on, not only for the machine that runs this.
PIN := UV_CUSTOM_COMPILE_COMMAND="make pins" $(BIN)/uv pip compile --quiet --no-config --no-python-downloads \
	--universal --python-version 3.11 --generate-hashes

# Nothing runs at an install that no digest is about: a package without a wheel would be built with tools nobody pinned.
INSTALL := pip install --quiet --quiet --require-hashes --only-binary :all:

# $(call get,PACKAGES): root on Debian gets them by name; anyone else is told what is missing.
get = { if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	echo "Installing$(1)"; apt-get update -qq && \
	DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(1) >/dev/null; else \
	echo "Missing:$(1) (Debian's names). Install them, then run make again." >&2; \
	echo "macOS: brew install node openjdk; any Chromium will do: make test CHROMIUM=/path/to/chromium" >&2; exit 1; fi; }

$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	{ echo "Standfirst needs Python 3.11 or newer; name one: make PYTHON=/path/to/python3" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || $(call get, python3-venv)
	$(PYTHON) -m venv --clear $(VENV)
	@touch $@

$(VENV)/.builds: requirements.txt | $(VENV)/.made
	$(BIN)/python -m $(INSTALL) -r requirements.txt
	@touch $@

$(VENV)/.clusters: requirements-cluster.txt $(VENV)/.builds
	$(BIN)/python -m $(INSTALL) -r requirements.txt -r requirements-cluster.txt
	@touch $@

$(VENV)/.web: requirements-web.txt $(VENV)/.builds
	$(BIN)/python -m $(INSTALL) -r requirements.txt -r requirements-web.txt
	@touch $@

$(VENV)/.tests: requirements-dev.txt $(VENV)/.builds
	$(BIN)/python -m $(INSTALL) -r requirements.txt -r requirements-dev.txt
	@touch $@

.peers/.installed: bench/requirements.txt
	$(PYTHON) -m venv --clear .peers
	.peers/bin/python -m $(INSTALL) -r bench/requirements.txt
	@touch $@

node_modules/.installed: package.json package-lock.json | machine
	npm ci --ignore-scripts --omit-lockfile-registry-resolved --loglevel=error
	@touch $@

# What the tests need of the machine: a browser and a font for every script, the library that Playwright's driver is
# linked against on Linux, Java for the Nu checker, and npm to fetch that.
machine:
	@missing=; \
	[ -n "$$CHROMIUM" ] || command -v chromium-headless-shell >/dev/null || command -v chromium >/dev/null || \
	missing="$$missing chromium-headless-shell fonts-noto-core"; \
	[ "$$(uname)" != Linux ] || /sbin/ldconfig -p | grep -q 'libatomic\.so\.1' || missing="$$missing libatomic1"; \
	java -version >/dev/null 2>&1 || missing="$$missing default-jre-headless"; \
	command -v npm >/dev/null || missing="$$missing nodejs npm"; \
	[ -z "$$missing" ] || $(call get,$$missing)
