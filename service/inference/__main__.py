"""``python -m service.inference DEVICE``: one model process, as the supervisor starts it."""

import os
import sys

from service.engines import open_engine
from service.inference.server import ModelServer
from service.logs import configure_logs
from service.settings import load_settings


def main() -> None:
    """Load the model and serve it; a model that cannot be loaded is one line and exit code ``EX_CONFIG``."""
    configure_logs()
    device = sys.argv[1]
    settings = load_settings()
    try:
        engine = open_engine(model_dir=settings.model_dir, threads=settings.threads, device=device)
    except (ValueError, OSError) as error:
        print(f"eventwire: the model cannot be loaded: {error}", file=sys.stderr)
        sys.exit(os.EX_CONFIG)
    ModelServer(engine=engine, path=settings.socket(device), queue_limit=settings.queue_limit).run()


if __name__ == "__main__":
    main()
