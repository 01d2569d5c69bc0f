# `make run` and `make test` are all a new machine needs; each sets itself up first.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
PROOF_READY := $(VENV)/.proof-ready

.PHONY: run test proof lint locales lock bench soak screenshots clean

run: $(READY) locales
	@$(BIN)/advocacy-tui --demo

$(READY): requirements/dev.lock pyproject.toml hatch_build.py
	@$(PYTHON) -c 'import sys; sys.exit("advocacy-tui needs Python 3.11 or newer; say which with: make PYTHON=python3.12 " + (sys.argv[1] if len(sys.argv) > 1 else "")) if sys.version_info < (3, 11) else None'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps --editable .
	@touch $@

locales: $(READY)
	@$(BIN)/python hatch_build.py >/dev/null

lint: $(READY)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

test: $(READY) locales lint
	@$(BIN)/python -m pytest -n auto -m "not proof" -rs

proof: $(READY) locales
	@$(BIN)/python -m pytest -m proof -rs --timeout 900

bench: $(READY) locales
	@for one in benchmarks/[a-z]*.py; do echo "== $$one"; $(BIN)/python $$one || exit 1; done

screenshots: $(READY) locales
	@$(BIN)/python scripts/screenshots.py

# Pins every dependency with hashes, for all platforms; run it after changing pyproject.toml.
lock: $(READY)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-emit-find-links --output-file requirements/run.lock pyproject.toml
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-emit-find-links --group dev --output-file requirements/dev.lock pyproject.toml

clean:
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .hypothesis
