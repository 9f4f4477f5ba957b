import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from service.cli import main


def test_file_as_json(runner, engine, article):
    Path("a.txt").write_text(article, encoding="utf-8")
    result = runner.invoke(main, ["extract", "a.txt", "--published-at", "2024-03-10T09:00:00+02:00"])
    assert result.exit_code == 0
    record = json.loads(result.stdout)
    assert record["published_at"] == "2024-03-10"
    assert record["events"][0]["triggers"] == [{"text": "opened fire", "start": 33, "end": 44}]
    assert engine.asked[0][0].published_at == date(2024, 3, 10)


@pytest.mark.parametrize("args", [[], ["-"]])
def test_standard_input(runner, engine, args):
    result = runner.invoke(main, ["extract", *args], input=b"A quiet day.\r\n")
    assert result.exit_code == 0
    assert engine.asked[0][0].text == "A quiet day.\r\n"


def test_table(runner, article):
    result = runner.invoke(main, ["extract", "--format", "table"], input=article.encode())
    headings, row, warning = result.stdout.splitlines()
    assert headings.split() == [
        "DATE",
        "TYPE",
        "STATUS",
        "ATTACKERS",
        "TARGETS",
        "WEAPONS",
        "LOCATION",
        "KILLED",
        "INJURED",
        "CONF.",
    ]
    assert row.split("  ")[0] == "2024-03-08..2024-03-09"
    for cell in ("shooting", "Northern Front; gunmen", "bus", "rifles", "Ashdale (GB)", "2+", "0.94"):
        assert f"  {cell}" in row
    assert warning == "warning: No date."


def test_table_of_nothing(runner):
    result = runner.invoke(
        main, ["extract", "--format", "table", "--published-at", "2024-03-10"], input=b"A day."
    )
    assert result.stdout == "no attack events\n"


@pytest.mark.parametrize(
    ("args", "text", "says"),
    [
        (["missing.txt"], b"", "missing.txt"),
        (["."], b"", "'.'"),
        (["-", "--published-at", "10 March"], b"A day.", "'10 March': Not an ISO date"),
        (["-", "--format", "xml"], b"A day.", "'xml' is not one of 'json', 'table'"),
        (["-", "--colour"], b"A day.", "--colour"),
        (["-"], b"", "standard input: text: Holds no text."),
        (["-"], b"caf\xe9", "standard input: not UTF-8 text: see byte 3"),
        (["-"], b"a\0b", "standard input: text: Holds a NUL character at 1."),
        (["-"], b"UNREADABLE", "standard input: holds no words"),
    ],
)
def test_mistakes_are_one_line(runner, args, text, says):
    result = runner.invoke(main, ["extract", *args], input=text)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith("eventwire: ")
    assert says in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize("args", [["explain"], ["--loud"]])
def test_unknown_commands_and_options(runner, args):
    result = runner.invoke(main, args)
    assert result.exit_code == 2
    assert result.stderr.startswith("eventwire: No such")
    assert result.stderr.count("\n") == 1


def test_bad_settings(runner, monkeypatch):
    monkeypatch.setenv("EVENTWIRE_THREADS", "many")
    result = runner.invoke(main, ["extract"], input=b"A day.")
    assert result.exit_code == 2
    assert "EVENTWIRE_THREADS" in result.stderr


def test_bad_model_folder(runner, monkeypatch):
    def fail(*, model_dir, threads):
        raise ValueError(f"{model_dir} is not a model directory")

    monkeypatch.setattr("service.cli.options.open_engine", fail)
    result = runner.invoke(main, ["extract", "--model-dir", "nowhere"], input=b"A day.")
    assert (result.exit_code, result.stderr) == (2, "eventwire: nowhere is not a model directory\n")


def test_help_and_version(runner):
    assert runner.invoke(main, ["--help"]).exit_code == 0
    assert runner.invoke(main, ["--version"]).stdout.startswith("main, version ")
    assert runner.invoke(main, []).exit_code == 2


def test_reader_that_goes_away(repository):
    """``eventwire --help | head -0`` says nothing."""
    command = f"{sys.executable} -c 'from service.cli import main; main()' --help | true"
    result = subprocess.run(["bash", "-c", command], cwd=repository, capture_output=True, check=True)
    assert result.stderr == b""
