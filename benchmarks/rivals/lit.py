"""LitServe with its batching, on the same engine: ``python -m benchmarks.rivals.lit PORT``."""

import sys

import litserve
from fastapi import Request, Response

from models.engine import Job
from models.inline import load_engine
from models.records import Article, Options
from service.schemas import write_extraction


class Eventwire(litserve.LitAPI):
    def setup(self, device):
        self.engine = load_engine(threads=1)

    def decode_request(self, request: Request):
        return request["text"]

    def predict(self, texts):
        batch = [Job(article=Article(text=text, language="en"), options=Options()) for text in texts]
        return self.engine.extract_batch(batch)

    def unbatch(self, output):
        return output

    def encode_response(self, output) -> Response:
        return write_extraction(output)


if __name__ == "__main__":
    api = Eventwire(max_batch_size=8, batch_timeout=0.005, api_path="/v1/extract", enable_async=False)
    server = litserve.LitServer(
        api, accelerator="cpu", workers_per_device=1, healthcheck_path="/readyz", timeout=False
    )
    server.run(port=int(sys.argv[1]), generate_client_file=False)
