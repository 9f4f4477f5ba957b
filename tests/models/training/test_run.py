import json

import pytest
import torch

from models.training import run
from models.training.config import TrainingConfig
from models.weights import load_model, save_model
from tests.models.training.articles import BOMBING, RAID, TEXT

ARTICLES = [
    {"id": f"own-{n}", "text": TEXT, "published_at": "2024-03-14", "events": [BOMBING, RAID][: n % 3]}
    for n in range(4)
]


@pytest.fixture
def data(tmp_path):
    folder = tmp_path / "data" / "attacks"
    folder.mkdir(parents=True)
    for name in ("train", "dev"):
        lines = "".join(json.dumps(article) + "\n" for article in ARTICLES)
        (folder / f"{name}.jsonl").write_text(lines)
    return tmp_path / "data"


@pytest.fixture
def config(tmp_path, monkeypatch, model):
    monkeypatch.setattr(run, "_fresh_model", lambda source, settings: model)
    monkeypatch.setattr(run, "CORPUS", tmp_path / "none")
    path = tmp_path / "c.toml"
    path.write_text('encoder = "none"\nepochs = 2\nbatch_tokens = 64\nthreads = 1\nhead_rate = 0.01\n')
    return path


def test_a_run_leaves_a_model_and_a_line_of_scores_per_epoch(data, config, tmp_path):
    run.train(data=data, out=tmp_path / "out", config=config)
    lines = [json.loads(line) for line in (tmp_path / "out" / "log.jsonl").read_text().splitlines()]
    assert [line["epoch"] for line in lines] == [1, 2]
    assert lines[1]["loss"]["tags"] < lines[0]["loss"]["tags"]
    assert load_model(tmp_path / "out" / "model").name == "tiny"


def test_a_trained_model_is_trained_further(data, config, model, tmp_path):
    save_model(model, tmp_path / "first")
    config.write_text(f'encoder = "{tmp_path / "first"}"\nversion = "2"\nepochs = 1\nthreads = 1\n')
    run.train(data=data, out=tmp_path / "out", config=config)
    trained = load_model(tmp_path / "out" / "model")
    assert trained.version == "2"
    moved = trained.network.tags.bias - model.network.tags.bias
    assert 0 < moved.abs().max() < 0.1


def settings(**fields):
    return TrainingConfig(encoder="none", epochs=2, batch_tokens=64, dropout=0.0, **fields)


def fresh_run(model, tokenizer, **fields):
    examples = run.build_examples(ARTICLES, tokenizer=tokenizer, windows=model.windows)
    return run.TrainingRun(model=model, examples=examples, settings=settings(**fields))


def test_a_resumed_run_ends_as_an_uninterrupted_one(model, tokenizer, tmp_path):
    start = {name: tensor.clone() for name, tensor in model.network.state_dict().items()}
    whole = fresh_run(model, tokenizer)
    whole.train_epoch()
    whole.save(tmp_path / "checkpoint.pt")
    whole.train_epoch()
    expected = {name: tensor.clone() for name, tensor in whole.average.network.state_dict().items()}
    model.network.load_state_dict(start)
    resumed = fresh_run(model, tokenizer)
    resumed.load(tmp_path / "checkpoint.pt")
    resumed.train_epoch()
    assert resumed.epoch == 2
    for name, tensor in resumed.average.network.state_dict().items():
        torch.testing.assert_close(tensor, expected[name])


def test_a_checkpoint_of_other_settings_is_refused(model, tokenizer, tmp_path):
    fresh_run(model, tokenizer).save(tmp_path / "checkpoint.pt")
    with pytest.raises(ValueError, match="other settings"):
        fresh_run(model, tokenizer, seed=2).load(tmp_path / "checkpoint.pt")


def test_nothing_to_resume_is_an_error(model, tokenizer, tmp_path):
    with pytest.raises(ValueError, match="no checkpoint"):
        fresh_run(model, tokenizer).load(tmp_path / "checkpoint.pt")


def test_a_fraction_of_the_documents_is_seeded(data):
    some = [run.training_documents(data, settings(fraction=0.5, own_corpus=False)) for _ in range(2)]
    assert len(some[0]) == 2
    assert some[0] == some[1]


def test_our_own_articles_are_annotated_by_the_guideline(data):
    documents = run.training_documents(data, settings())
    assert len(documents) > len(ARTICLES)
    for document in documents:
        for event in document["events"]:
            for span in event["triggers"]:
                assert span["text"] == document["text"][span["start"] : span["end"]]
