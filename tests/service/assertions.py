"""What every problem looks like."""

import json
from http import HTTPStatus

KEYS = ["type", "title", "status", "code", "detail", "instance", "errors"]


def assert_problem(response, status, *, pointers=(), says=""):
    assert response.status_code == status
    assert response.content_type == "application/problem+json"
    problem = json.loads(response.data)
    assert list(problem) == KEYS
    assert problem["status"] == status
    assert problem["title"] == HTTPStatus(status).phrase
    assert says in problem["detail"]
    assert [error["pointer"] for error in problem["errors"]] == list(pointers)
