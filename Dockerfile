# Built and run by `docker build`; `make replay` runs the same steps without Docker, in a folder of its own.
FROM python:3.11-slim-bookworm@sha256:a36c24f9cbdf4fd0f52d67f0823eeac19c2028c637cecc392d97f980d4fec56b AS build
WORKDIR /src
RUN python -m venv /opt/eventwire
ENV PATH=/opt/eventwire/bin:$PATH
COPY requirements.lock ./
# Every package by its hash. The extra index holds the builds of torch without CUDA.
RUN pip install --no-cache-dir --require-hashes --extra-index-url https://download.pytorch.org/whl/cpu -r requirements.lock
COPY pyproject.toml README.md LICENSE ./
COPY service ./service
COPY models ./models
RUN pip install --no-cache-dir --no-deps --no-build-isolation .
# In another folder, so that the gazetteer lands in the installed package.
WORKDIR /tmp
RUN python -m models.gazetteer

FROM python:3.11-slim-bookworm@sha256:a36c24f9cbdf4fd0f52d67f0823eeac19c2028c637cecc392d97f980d4fec56b
RUN useradd --system --no-create-home --uid 10001 eventwire && install -d -o eventwire /var/lib/eventwire
COPY --from=build /opt/eventwire /opt/eventwire
ENV PATH=/opt/eventwire/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    HF_HUB_OFFLINE=1 \
    EVENTWIRE_HOST=0.0.0.0 \
    EVENTWIRE_PORT=8000
WORKDIR /tmp
USER 10001
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 \
    CMD ["python", "-c", "import os, urllib.request as r; r.urlopen('http://127.0.0.1:' + os.environ['EVENTWIRE_PORT'] + '/readyz', timeout=2)"]
CMD ["eventwire", "serve"]
