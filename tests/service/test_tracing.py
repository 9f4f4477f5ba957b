import pytest
from opentelemetry import trace
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"


@pytest.fixture
def spans(monkeypatch):
    exporter = InMemorySpanExporter()
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    monkeypatch.setattr(trace, "get_tracer", provider.get_tracer)
    return exporter


def test_a_request_is_a_span_of_the_caller_s_trace(make_client, spans, article):
    client = make_client(otel=True)
    client.post("/v1/extract", json={"text": article}, headers={"traceparent": PARENT})
    (span,) = spans.get_finished_spans()
    assert (span.name, span.kind) == ("POST /v1/extract", trace.SpanKind.SERVER)
    assert span.attributes["http.response.status_code"] == 200
    assert span.attributes["eventwire.write_seconds"] > 0
    assert f"{span.context.trace_id:032x}" == PARENT.split("-")[1]
    assert article not in str(span.to_json())


def test_without_the_setting_there_are_none(make_client, spans):
    make_client().get("/livez")
    assert spans.get_finished_spans() == ()
