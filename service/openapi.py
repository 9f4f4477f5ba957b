"""The OpenAPI document of the service: ``python -m service.openapi > openapi.yaml``.

A test keeps ``openapi.yaml`` equal to what the routes say.
"""

import sys
from importlib.metadata import version
from typing import Any

_DESCRIPTION = (
    "A news article goes in, records of the attacks that it reports come out. Unknown values are null or an "
    "empty list, every value points at its evidence in the text, and the same request gives the same bytes. "
    "Errors on every route are problem documents (RFC 9457)."
)
_KEY = {"type": "http", "scheme": "bearer", "description": "Only where the service was given API keys."}


def configuration() -> dict[str, Any]:
    """Return what flask-smorest needs to know."""
    return {
        "API_TITLE": "Eventwire",
        "API_VERSION": version("eventwire"),
        "OPENAPI_VERSION": "3.1.1",
        "OPENAPI_URL_PREFIX": "/",
        "OPENAPI_JSON_PATH": "openapi.json",
        "API_SPEC_OPTIONS": {
            "info": {
                "description": _DESCRIPTION,
                "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
            },
            "servers": [{"url": "/"}],
            "components": {"securitySchemes": {"key": _KEY}},
            "security": [{"key": []}, {}],
        },
    }


def main() -> None:
    """Write the document to standard output."""
    import yaml

    from service.app import create_app
    from service.inference.client import RemoteEngine
    from service.settings import Settings

    app = create_app(engine=RemoteEngine(sockets=()), settings=Settings())
    yaml.safe_dump(
        app.test_client().get("/openapi.json").json,
        sys.stdout,
        sort_keys=False,
        allow_unicode=True,
        width=110,
    )


if __name__ == "__main__":
    main()
