import json
import re

import pytest
import yaml
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from models.engine import Runtime
from models.records import ModelInfo
from service.app import create_app
from service.settings import Settings


class NoEngine:
    info = ModelInfo(name="none", version="0")
    runtime = Runtime(device="cpu", precision="float32", threads=1)

    def extract(self, article, *, options):
        raise NotImplementedError


@pytest.fixture
def app():
    return create_app(engine=NoEngine(), settings=Settings())


@pytest.fixture(scope="session")
def document(repository):
    return yaml.safe_load((repository / "openapi.yaml").read_text(encoding="utf-8"))


def examples(value):
    """Yield (schema, example) of every media type in the document."""
    if isinstance(value, dict):
        if "schema" in value and "example" in value:
            yield value["schema"], value["example"]
        for inner in value.values():
            yield from examples(inner)


def check(document, schema, value):
    Draft202012Validator({**schema, "components": document["components"]}).validate(value)


def test_file_is_what_the_code_makes(document, app):
    assert document == app.test_client().get("/openapi.json").json, "run `make openapi`"


def test_document_is_valid(document):
    validate(document)


def test_routes_are_those_of_the_app(document, app):
    routes = {
        (rule.rule, method.lower())
        for rule in app.url_map.iter_rules()
        for method in rule.methods - {"HEAD", "OPTIONS"}
        if not rule.rule.startswith(("/docs", "/openapi.json"))
    }
    assert routes == {(path, method) for path, methods in document["paths"].items() for method in methods}


def test_examples_fit_their_schemas(document):
    pairs = list(examples(document["paths"]))
    assert len(pairs) == 9
    for schema, example in pairs:
        check(document, schema, example)


def test_spans_of_the_example_are_in_its_text(repository):
    found = json.loads((repository / "service/examples.json").read_text(encoding="utf-8"))
    text, written = found["request"]["text"], json.dumps(found["record"])
    spans = re.findall(r'\{"text": "([^"]+)", "start": (\d+), "end": (\d+)\}', written)
    assert spans
    assert all(text[int(start) : int(end)] == words for words, start, end in spans)


@pytest.mark.parametrize(
    ("body", "status"), [("{", 400), ("{}", 422), ('{"text": "' + "a" * 200_001 + '"}', 413)]
)
def test_problems_fit_their_schema(document, app, body, status):
    response = app.test_client().post("/v1/extract", data=body, content_type="application/json")
    assert response.status_code == status
    described = document["paths"]["/v1/extract"]["post"]["responses"][str(status)]["content"]
    check(document, described["application/problem+json"]["schema"], response.json)


@pytest.mark.parametrize("path", ["/livez", "/readyz", "/v1/types", "/v1/model", "/v1/limits"])
def test_answers_fit_their_schemas(document, app, path):
    described = document["paths"][path]["get"]["responses"]["200"]["content"]
    check(document, described["application/json"]["schema"], app.test_client().get(path).json)
