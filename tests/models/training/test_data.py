import json
import random

import pytest

from models.text.windows import WindowConfig
from models.training.data import batches, build_examples, read_documents


def test_one_document_a_line_whatever_separators_its_text_holds(tmp_path):
    documents = [{"id": "1", "text": "a\u2028b\u0085c"}, {"id": "2", "text": "d"}]
    path = tmp_path / "in.jsonl"
    path.write_text("\n\n".join(json.dumps(d, ensure_ascii=False) for d in documents), encoding="utf-8")
    assert read_documents(path) == documents


def test_a_bad_line_is_named(tmp_path):
    path = tmp_path / "in.jsonl"
    path.write_text('{"id": "1"}\n{', encoding="utf-8")
    with pytest.raises(ValueError, match="line 2"):
        read_documents(path)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(ValueError, match=r"none\.jsonl: no such file"):
        read_documents(tmp_path / "none.jsonl")


@pytest.fixture
def examples(tokenizer):
    documents = [{"id": str(n), "text": "bomb " * n, "events": []} for n in range(30)]
    return build_examples(documents, tokenizer=tokenizer, windows=WindowConfig())


def test_documents_without_words_are_left_out(examples):
    assert [e.id for e in examples] == [str(n) for n in range(1, 30)]


def test_batches_hold_every_example_once_within_the_budget(examples):
    grouped = list(batches(examples, budget=60, rng=random.Random(1)))
    assert sorted(int(e.id) for batch in grouped for e in batch) == list(range(1, 30))
    assert all(sum(e.cost for e in batch) <= 60 or len(batch) == 1 for batch in grouped)


def test_batches_differ_between_epochs_and_not_between_runs(examples):
    rng = random.Random(1)
    first, second = ([[e.id for e in b] for b in batches(examples, budget=60, rng=rng)] for _ in range(2))
    again = [[e.id for e in b] for b in batches(examples, budget=60, rng=random.Random(1))]
    assert first == again != second
