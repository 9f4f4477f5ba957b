"""The whole service on a port of its own: supervisor, gunicorn and a model process without a model."""

import sys

import pytest

from tests.promises.running import REPOSITORY, running

LAUNCH = """
import sys
from service.logs import configure_logs
from service.settings import load_settings
from service.supervisor import Supervisor

configure_logs()
sys.exit(Supervisor(settings=load_settings(), model_command=[sys.executable, sys.argv[1]]).run())
"""
FAKE = [sys.executable, "-c", LAUNCH, str(REPOSITORY / "tests" / "promises" / "fake_model.py")]


@pytest.fixture
def start(tmp_path):
    """Return a context manager of a running service with settings of its own."""

    def start_service(**settings: str):
        return running(FAKE, tmp_path, **settings)

    return start_service


@pytest.fixture(scope="module")
def service(tmp_path_factory):
    """A service that the tests of a file share."""
    with running(FAKE, tmp_path_factory.mktemp("service"), BODY_TIMEOUT="2") as running_service:
        yield running_service
