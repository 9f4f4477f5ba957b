"""``python -m service.cli`` is ``eventwire``."""

from service.cli import main

main()
