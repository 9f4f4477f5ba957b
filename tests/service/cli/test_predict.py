import json
from pathlib import Path

import pytest

from service.cli import main


def write_lines(path, *documents):
    Path(path).write_text("".join(json.dumps(document) + "\n" for document in documents), encoding="utf-8")


def predict(runner, *args):
    return runner.invoke(main, ["predict", "in.jsonl", "out.jsonl", *args])


def test_records_in_the_order_of_the_articles(runner, article):
    write_lines(
        "in.jsonl",
        {"id": "a", "text": article, "published_at": "2024-03-10", "licence": "own", "events": []},
        {"id": "b", "text": "A quiet day.", "published_at": None},
    )
    result = predict(runner)
    assert result.exit_code == 0
    assert "2/2" in result.stderr  # the progress bar
    first, second = map(json.loads, Path("out.jsonl").read_text(encoding="utf-8").splitlines())
    assert list(first) == ["id", "events"]
    assert first["events"][0]["attack_type"] == "shooting"
    assert second == {"id": "b", "events": []}


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (b"{", "in.jsonl, line 3: not JSON"),
        (b"[]", "in.jsonl, line 3: "),
        (b'{"text": "A day."}', "line 3: id: Missing data"),
        (b'{"id": "c"}', "line 3: text: Missing data"),
        (b'{"id": "c", "text": "A day.", "published_at": "May"}', "line 3: published_at: Not an ISO date"),
        (b'{"id": "c", "text": "caf\xe9"}', "line 3: not UTF-8 text: see byte 24"),
        (b"[" * 5000, "line 3: not JSON"),
    ],
)
def test_bad_lines_show_before_any_work(runner, engine, line, says):
    Path("in.jsonl").write_bytes(b'{"id": "a", "text": "A day."}\n\n' + line)
    result = predict(runner)
    assert result.exit_code == 2
    assert says in result.stderr
    assert result.stderr.count("\n") == 1
    assert engine.asked == []
    assert not Path("out.jsonl").exists()


def test_article_that_fails_alone(runner):
    write_lines("in.jsonl", {"id": "a", "text": "UNREADABLE"}, {"id": "b", "text": "A quiet day."})
    result = predict(runner)
    assert result.exit_code == 2
    assert "eventwire: a: holds no words" in result.stderr
    assert "eventwire: 1 of 2 articles could not be read" in result.stderr
    assert json.loads(Path("out.jsonl").read_text()) == {"id": "b", "events": []}


def test_missing_input(runner):
    result = predict(runner)
    assert result.exit_code == 2
    assert "in.jsonl" in result.stderr


def test_output_folder_that_is_missing(runner):
    write_lines("in.jsonl", {"id": "a", "text": "A quiet day."})
    result = runner.invoke(main, ["predict", "in.jsonl", "nowhere/out.jsonl"])
    assert (result.exit_code, result.stderr) == (
        2,
        "eventwire: nowhere/out.jsonl: No such file or directory\n",
    )


def test_input_is_never_overwritten(runner):
    write_lines("in.jsonl", {"id": "a", "text": "A quiet day."})
    result = runner.invoke(main, ["predict", "in.jsonl", "./in.jsonl"])
    assert result.exit_code == 2
    assert json.loads(Path("in.jsonl").read_text())["id"] == "a"
