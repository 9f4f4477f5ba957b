"""Who may import whom."""

import ast
import subprocess
import sys

import pytest

HEAVY = {"torch", "transformers", "tokenizers", "safetensors", "numpy"}
WEB = {"flask", "gunicorn", "marshmallow", "environs", "click", "service"}


def imported(path):
    """Yield the top-level name of everything that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.partition(".")[0]


@pytest.mark.parametrize(("folder", "forbidden"), [("service", HEAVY), ("models", WEB)])
def test_no_file_of_one_side_imports_the_other(repository, folder, forbidden):
    paths = list((repository / folder).rglob("*.py"))
    assert paths
    assert {
        str(path): sorted(set(imported(path)) & forbidden)
        for path in paths
        if set(imported(path)) & forbidden
    } == {}


def test_loading_the_service_loads_no_torch(repository):
    code = f"import sys, service.wsgi, service.cli; print(sorted({HEAVY!r} & sys.modules.keys()))"
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=repository, capture_output=True, text=True, check=True
    )
    assert result.stdout == "[]\n"
