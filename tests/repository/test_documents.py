"""Documents that must keep step with the code."""

import dataclasses
import re
import subprocess
import tomllib

import click
import pytest

from service.cli import main
from service.settings import PREFIX, Settings


@pytest.fixture(scope="session")
def readme(repository):
    return (repository / "README.md").read_text(encoding="utf-8")


def test_every_setting_is_in_the_table_with_its_default(readme):
    rows = dict(re.findall(r"^\| `(EVENTWIRE_\w+)` \| (.+?) \|", readme, flags=re.MULTILINE))
    defaults = {f"{PREFIX}{f.name.upper()}": f.default for f in dataclasses.fields(Settings)}
    assert rows.keys() == defaults.keys()
    for name, default in defaults.items():
        written = ",".join(default) if isinstance(default, tuple) else default
        assert written in (None, "") or rows[name] == f"`{written}`"


def test_every_variable_in_the_code_is_a_setting(repository):
    known = {f"{PREFIX}{field.name.upper()}" for field in dataclasses.fields(Settings)}
    sources = [repository / name for name in ("Dockerfile", "Makefile", "README.md")]
    sources += [path for folder in ("service", "models") for path in (repository / folder).rglob("*.py")]
    for path in sources:
        named = set(re.findall(r"\bEVENTWIRE_[A-Z_]*[A-Z]\b", path.read_text(encoding="utf-8")))
        assert named <= known, path


def test_every_command_is_in_the_readme(readme):
    assert isinstance(main, click.Group)
    for name in main.commands:
        assert f"eventwire {name} " in readme


def test_make_targets_that_the_readme_names_exist(readme, repository):
    makefile = (repository / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^(\w+):", makefile, flags=re.MULTILINE))
    named = set(re.findall(r"[`\n]make (\w+)", readme))
    assert {"serve", "test"} <= named <= targets


def test_changelog_has_an_unreleased_section(repository):
    assert "\n## Unreleased\n" in (repository / "CHANGELOG.md").read_text(encoding="utf-8")


def test_dependencies_are_pinned(repository):
    project = tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    requirements = project["dependencies"] + [
        r for extra in project["optional-dependencies"].values() for r in extra
    ]
    assert all(re.fullmatch(r"[\w-]+==[\w.]+", requirement) for requirement in requirements)


def test_no_file_is_too_large_for_a_git_host(repository):
    listing = subprocess.run(
        ["git", "ls-files", "-z"], cwd=repository, capture_output=True, check=True
    ).stdout
    paths = [repository / name for name in listing.decode().split("\0") if name]
    assert [path for path in paths if path.is_file() and path.stat().st_size > 95_000_000] == []
