"""Write ``records.jsonl`` anew: ``python tests/golden/renew.py``, then read its diff against the articles."""

import json
from pathlib import Path

import torch

from models.evaluation.run import predict
from models.pipeline import Pipeline
from models.training.data import read_documents
from models.weights import EMBEDDED, load_model

FOLDER = Path(__file__).parent


def main() -> None:
    engine = Pipeline(model=load_model(EMBEDDED), precision=torch.float32)
    documents = read_documents(FOLDER / "articles.jsonl")
    with (FOLDER / "records.jsonl").open("w", encoding="utf-8") as out:
        for name, events in predict(engine, documents, progress=False):
            out.write(json.dumps({"id": name, "events": events}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
