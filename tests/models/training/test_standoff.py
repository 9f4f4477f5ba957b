import gzip
import json
from dataclasses import fields

import pytest
import torch

from models.text.words import split_words
from models.training import run
from models.training.config import TrainingConfig
from models.training.standoff import read_standoff, strip_text
from models.training.targets import build_targets
from tests.models.training.articles import BOMBING, RAID, TEXT

ARTICLE = {"id": "n-1", "text": TEXT, "published_at": "2024-03-14", "source": "x", "events": [BOMBING, RAID]}


@pytest.fixture
def files(tmp_path):
    """Write the annotations of articles, and a corpus of texts that holds others too."""

    def write(*texts):
        path, corpus = tmp_path / "news.jsonl", tmp_path / "news.jsonl.gz"
        path.write_text(json.dumps(strip_text(ARTICLE)) + "\n", encoding="utf-8")
        sources = [
            {"id": f"n-{n}", "text": text, "published_at": "2024-03-14"} for n, text in enumerate(texts)
        ]
        corpus.write_bytes(gzip.compress("\n".join(map(json.dumps, sources)).encode()))
        return path, corpus

    return write


def test_no_word_of_the_text_is_kept():
    kept = json.dumps(strip_text(ARTICLE)).lower()
    assert [word for word in ("rebels", "bus", "children", "tal", "sur", "raid") if f'"{word}' in kept] == []


def test_joined_with_its_text_it_teaches_the_same(files):
    path, corpus = files("another", TEXT)
    [joined] = read_standoff(path, texts=corpus)
    assert (joined["text"], joined["published_at"]) == (TEXT, "2024-03-14")
    words = split_words(TEXT)
    ours, theirs = build_targets(joined, words), build_targets(ARTICLE, words)
    for field in fields(ours):
        left, right = getattr(ours, field.name), getattr(theirs, field.name)
        assert torch.equal(left, right) if isinstance(left, torch.Tensor) else left == right


def test_a_text_that_has_changed_is_refused(files):
    path, corpus = files("another", TEXT + " ")
    with pytest.raises(ValueError, match="n-1 is not the one that was annotated"):
        read_standoff(path, texts=corpus)


def test_a_text_that_is_not_there_is_named(files):
    path, corpus = files("another")
    with pytest.raises(ValueError, match="no text n-1"):
        read_standoff(path, texts=corpus)


def test_texts_that_cannot_be_read_are_named(files):
    path, corpus = files("another")
    corpus.write_bytes(b"no gzip")
    with pytest.raises(ValueError, match=r"news\.jsonl\.gz"):
        read_standoff(path, texts=corpus)


def test_a_run_asks_for_our_news_by_its_setting(files, tmp_path, monkeypatch):
    path, corpus = files("another", TEXT)
    monkeypatch.setattr(run, "NEWS_CORPUS", path)
    (tmp_path / "attacks").mkdir()
    (tmp_path / "attacks" / "train.jsonl").write_text("", encoding="utf-8")
    (tmp_path / "unlabeled").mkdir()
    corpus.rename(tmp_path / "unlabeled" / "news.jsonl.gz")
    for asked, expected in ((False, []), (True, ["n-1"])):
        settings = TrainingConfig(encoder="none", own_corpus=False, news_corpus=asked)
        assert [d["id"] for d in run.training_documents(tmp_path, settings)] == expected
