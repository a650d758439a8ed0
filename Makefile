# 两条命令 · the two commands:  make demo   make test
.PHONY: demo test serve setup lint lock clean bench bench-13m
.DEFAULT_GOAL := demo

PY := .venv/bin/python
STAMP := .venv/.ready

$(STAMP): requirements/dev.lock pyproject.toml scripts/setup.sh
	sh scripts/setup.sh
	@touch $(STAMP)

setup: $(STAMP)

registry.gpkg: $(STAMP)
	.venv/bin/diming init --registry registry.gpkg

demo: registry.gpkg
	.venv/bin/diming check --registry registry.gpkg --ruleset jining+xian --file examples/proposals.csv --fail-on never

serve: registry.gpkg
	.venv/bin/diming serve --registry registry.gpkg

lint: $(STAMP)
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/lint-imports

test: $(STAMP)
	.venv/bin/python -m pytest

# Measures; nothing here passes or fails. The rivals come from requirements/bench.lock.
BENCH := .venv/.bench

$(BENCH): $(STAMP) requirements/bench.lock
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/bench.lock
	@touch $(BENCH)

bench: $(BENCH)
	$(PY) -m benchmarks all --size 200k
	$(PY) -m benchmarks all --size 1.5m
	$(PY) -m benchmarks growth

bench-13m: $(BENCH)
	$(PY) -m benchmarks all --size 13m
	$(PY) -m benchmarks growth

lock:
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header pyproject.toml -o requirements/run.lock
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header pyproject.toml --group dev -o requirements/dev.lock
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header pyproject.toml --group bench -o requirements/bench.lock

clean:
	rm -rf .venv build dist registry.gpkg registry.gpkg-wal registry.gpkg-shm output
