"""What one writes in ten minutes: Flask, threads, the `transformers` pipeline on the same encoder.

It only tags tokens: no events, no pairs, no values. Torch keeps its default of threads.
"""

from flask import Flask, request

from benchmarks.extract import token_classifier
from models.network.precision import best_precision


def create():
    app = Flask("naive")
    classify = token_classifier(best_precision())

    @app.post("/v1/extract")
    def extract():
        return {"spans": len(classify(request.get_data(as_text=True)))}

    @app.get("/readyz")
    def readyz():
        return {"status": "ready"}

    return app
