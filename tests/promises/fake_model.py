"""A model process without a model: what an article's text asks for is done to the process."""

import os
import re
import signal
import sys
import time
from pathlib import Path

from models.engine import Runtime
from models.records import Extraction, ModelInfo, Warning
from service.inference.server import ModelServer
from service.logs import configure_logs
from service.settings import load_settings


class FakeEngine:
    """Takes as many seconds as the texts say ("SLEEP 0.5"), dies of "POISON", fails at "CRASH"."""

    info = ModelInfo(name="fake", version="0")
    runtime = Runtime(device="cpu", precision="float32", threads=1)
    batch_tokens = 512

    def tokens(self, article):
        return len(article.text) // 4 + 2

    def extract(self, article, *, options):
        return self.extract_batch([type("Job", (), {"article": article, "options": options})])[0]

    def extract_batch(self, jobs):
        return [self._read(job.article) for job in jobs]

    def _read(self, article):
        if "POISON" in article.text:
            os.kill(os.getpid(), signal.SIGKILL)
        if "CRASH" in article.text:
            return RuntimeError(f"stumbled over {article.text}")
        pause = re.search(r"SLEEP (\d+\.?\d*)", article.text)
        time.sleep(float(pause[1]) if pause else 0.0)
        return Extraction(
            id=article.id,
            published_at=article.published_at,
            language="en",
            model=self.info,
            events=(),
            warnings=(Warning(code="length", detail=str(len(article.text))),),
        )


if __name__ == "__main__":
    configure_logs()
    settings = load_settings()
    path = settings.socket(sys.argv[1])
    Path(path.parent / "model.pid").write_text(str(os.getpid()))
    ModelServer(engine=FakeEngine(), path=path, queue_limit=settings.queue_limit).run()
