"""The service keeps to its own description, under requests that schemathesis makes up from it."""

import pytest
import schemathesis
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

OPERATIONS = [
    ("/v1/extract", "POST"),
    ("/v1/extract/batch", "POST"),
    ("/v1/types", "GET"),
    ("/v1/model", "GET"),
    ("/v1/limits", "GET"),
    ("/livez", "GET"),
    ("/readyz", "GET"),
    ("/metrics", "GET"),
]
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]


@pytest.fixture(scope="module")
def description(repository):
    return yaml.safe_load((repository / "openapi.yaml").read_text(encoding="utf-8"))


def test_every_operation_is_tested(description):
    described = [(path, method.upper()) for path, item in description["paths"].items() for method in item]
    assert sorted(described) == sorted(OPERATIONS)


@pytest.mark.slow
@pytest.mark.parametrize(("path", "method"), OPERATIONS)
def test_no_server_error_and_no_undocumented_answer(description, service, path, method):
    operation = schemathesis.openapi.from_dict(description)[path][method]
    modes = [schemathesis.GenerationMode.POSITIVE, schemathesis.GenerationMode.NEGATIVE]
    cases = st.one_of([operation.as_strategy(generation_mode=mode) for mode in modes])

    @settings(
        max_examples=100 if method == "POST" else 10, deadline=None, suppress_health_check=list(HealthCheck)
    )
    @given(case=cases)
    def check(case):
        case.call_and_validate(base_url=service.url, checks=CHECKS)

    check()
