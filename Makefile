# Two commands do everything on a fresh machine: `make demo` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: help demo test check docs format lock clean train

help:  ## list the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/'

$(READY): requirements/lock.txt requirements/uv.txt pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/uv.txt
	$(BIN)/uv pip install --quiet --compile-bytecode --python $(BIN)/python --require-hashes -r requirements/lock.txt
	$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .
	$(BIN)/python -m compileall -q src
	touch $(READY)

demo: $(READY)  ## read the bundled Syria case, print the answers and write the page
	$(BIN)/volteface run syria

test: $(READY)  ## run the tests with coverage
	$(BIN)/python -m pytest -n 2 --cov --cov-report=term:skip-covered --cov-fail-under=90

check: $(READY)  ## lint, types, import rules, docs
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -q tests/docs --ignore tests/docs/test_executed.py

docs: $(READY)  ## regenerate the command and Python reference and the model's pictures
	$(BIN)/python docs/generate.py
	$(BIN)/python docs/conflict/plots.py

format: $(READY)  ## format the code
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock: $(READY)  ## refresh the locked dependencies
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
		--custom-compile-command "make lock" pyproject.toml requirements/development.in -o requirements/lock.txt
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
		--custom-compile-command "make lock" requirements/uv.in -o requirements/uv.txt

clean:  ## remove the environment and caches
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage

train: $(READY)  ## train the tagger and its branch anew: make train ARTICLES=polnear-train.jsonl.gz
	$(BIN)/uv pip install --quiet --python $(BIN)/python -r training/quotations/requirements.txt
	$(BIN)/python training/quotations/train.py $(ARTICLES) src/volteface/coding/tagger/quotations.onnx
	$(BIN)/python training/meaning/train.py $(ARTICLES) src/volteface/coding/tagger/meaning.onnx
