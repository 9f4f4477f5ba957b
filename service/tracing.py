"""OpenTelemetry, where the ``otel`` extra is installed and ``EVENTWIRE_OTEL`` is set.

Where spans go is set by OpenTelemetry's own variables, such as ``OTEL_EXPORTER_OTLP_ENDPOINT``.
"""

import time
from collections.abc import Mapping
from importlib.metadata import version


def start_tracing() -> None:
    """Send spans from this process on, from a thread of their own."""
    from opentelemetry import trace
    from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
    from opentelemetry.sdk.resources import Resource
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.sdk.trace.export import BatchSpanProcessor

    resource = Resource.create({"service.name": "eventwire", "service.version": version("eventwire")})
    provider = TracerProvider(resource=resource)
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
    trace.set_tracer_provider(provider)


def trace_request(
    headers: Mapping[str, str], name: str, *, status: int, seconds: float, stages: Mapping[str, float]
) -> None:
    """Export an answered request as a server span, with the seconds of its stages as attributes."""
    from opentelemetry import propagate, trace

    end = time.time_ns()
    span = trace.get_tracer("eventwire").start_span(
        name,
        context=propagate.extract({name.lower(): value for name, value in headers.items()}),
        kind=trace.SpanKind.SERVER,
        start_time=end - int(seconds * 1e9),
        attributes={
            "http.response.status_code": status,
            **{f"eventwire.{stage}_seconds": value for stage, value in stages.items()},
        },
    )
    span.end(end)
