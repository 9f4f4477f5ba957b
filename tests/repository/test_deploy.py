"""The files of deploy/ name what exists."""

import json
import re
import shlex

import pytest
import yaml
from prometheus_client import REGISTRY

from deploy.replay import instructions
from service import metrics
from service.settings import PREFIX, Settings

KNOWN = {f"{PREFIX}{name.upper()}" for name in Settings.__dataclass_fields__}


@pytest.fixture(scope="session")
def manifests(repository):
    return list(yaml.safe_load_all((repository / "deploy" / "kubernetes.yaml").read_text()))


@pytest.fixture(scope="session")
def container(manifests):
    (deployment,) = [m for m in manifests if m["kind"] == "Deployment"]
    return deployment["spec"]["template"]["spec"]["containers"][0]


def test_every_panel_shows_a_metric_that_is_counted(repository):
    assert metrics.REQUESTS
    kinds = {"counter": ["_total"], "gauge": [""], "histogram": ["_bucket", "_sum", "_count"]}
    served = {f"{m.name}{end}" for m in REGISTRY.collect() if m.type in kinds for end in kinds[m.type]}
    dashboard = json.loads((repository / "deploy" / "grafana.json").read_text())
    for panel in dashboard["panels"]:
        for target in panel["targets"]:
            assert set(re.findall(r"eventwire_\w+", target["expr"])) <= served, panel["title"]


def test_the_cluster_probes_routes_that_exist(container, repository):
    paths = yaml.safe_load((repository / "openapi.yaml").read_text())["paths"]
    probes = [
        container[name]["httpGet"]["path"] for name in ("startupProbe", "readinessProbe", "livenessProbe")
    ]
    assert probes == ["/readyz", "/readyz", "/livez"]
    assert set(probes) <= set(paths)


def test_settings_of_the_manifests_exist(container, repository):
    compose = yaml.safe_load((repository / "deploy" / "compose.yaml").read_text())
    named = [entry["name"] for entry in container["env"]]
    named += list(compose["services"]["eventwire"]["environment"])
    assert set(named) <= KNOWN


def test_containers_have_no_privileges(container):
    security = container["securityContext"]
    assert security["readOnlyRootFilesystem"]
    assert not security["allowPrivilegeEscalation"]


def test_the_image_is_pinned_and_copies_what_exists(repository):
    steps = instructions((repository / "Dockerfile").read_text())
    ignored = (repository / ".dockerignore").read_text()
    for name, rest in steps:
        if name == "FROM":
            assert re.match(r"\S+@sha256:[0-9a-f]{64}( AS \w+)?$", rest)
        if name == "COPY" and not rest.startswith("--from"):
            for source in shlex.split(rest)[:-1]:
                assert (repository / source).exists()
                assert f"!{source.removeprefix('./')}" in ignored
    assert ("USER", "10001") in steps


def test_the_lock_has_every_dependency_with_its_hash(repository):
    lock = (repository / "requirements.lock").read_text()
    project = (repository / "pyproject.toml").read_text()
    runtime = re.search(r"^dependencies = \[(.*?)^\]", project, flags=re.MULTILINE | re.DOTALL)[1]
    for name, version in re.findall(r'"([\w-]+)==([\w.]+)"', runtime):
        assert re.search(
            rf"^{name.replace('_', '-')}=={version}(\+cpu)? \\\n +--hash=sha256:", lock, re.MULTILINE
        )
