# Everything runs in .venv, made here from hashed requirements; a machine needs only Python >= 3.11, pip and make.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test check eval bench lock clean

demo: .venv/ready            ## the briefing of the example dossier, on the screen and as a page (point.html)
	$(BIN)/recoupe point examples/tempete/ --format html -o point.html
	$(BIN)/recoupe point examples/tempete/

test: check                  ## checks, tests, doctests, coverage
	$(BIN)/python -m pytest -n auto --dist worksteal --cov --cov-report=term

check: .venv/ready           ## format, lint, types, layers
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

eval: .venv/ready            ## scores against the gold; fails where one is under its floor
	$(BIN)/python -m recoupe_eval --gold eval/gold/fresh-2 --data eval/texts --split all
	$(BIN)/python -m recoupe_eval

bench: .venv/ready           ## documents per CPU second for each stage, memory, on a generated corpus
	$(BIN)/python -m bench

.venv/ready: requirements/dev.txt pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

lock:                        ## new versions, with hashes and without addresses; needs uv
	uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate -q --upgrade -o requirements/base.txt
	uv pip compile pyproject.toml --extra html --group dev --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate -q --upgrade -o requirements/dev.txt

clean:
	rm -rf .venv build dist .coverage* point.html
