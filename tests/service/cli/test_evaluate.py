import sys
from pathlib import Path

import pytest

from service.cli import main

TIMEML = """<TimeML>
<DCT><TIMEX3 type="DATE" value="2024-03-14" functionInDocument="CREATION_TIME">14/3</TIMEX3></DCT>
<TEXT>A bomb went off on <TIMEX3 type="DATE" value="2024-03-12">Tuesday</TIMEX3>, and another in
<TIMEX3 type="DATE" value="2023">the year of the flood</TIMEX3>.</TEXT></TimeML>"""


def test_records_prints_the_report(runner, monkeypatch, replace_module):
    monkeypatch.setenv("EVENTWIRE_MODEL_DIR", "mine")
    replace_module(
        "models.evaluation.run",
        evaluate=lambda *, gold, predictions, model_dir, errors: f"{gold} {predictions} {model_dir} {errors}",
    )
    Path("gold.jsonl").touch()
    result = runner.invoke(main, ["evaluate", "records", "--gold", "gold.jsonl", "--errors", "7"])
    assert (result.exit_code, result.stdout) == (0, "gold.jsonl None mine 7\n")


def test_records_without_the_extra(runner, monkeypatch):
    monkeypatch.setitem(sys.modules, "models.evaluation.run", None)
    Path("gold.jsonl").touch()
    result = runner.invoke(main, ["evaluate", "records", "--gold", "gold.jsonl"])
    assert result.exit_code == 2
    assert "pip install 'eventwire[train]'" in result.stderr


@pytest.mark.parametrize("error", [ValueError("gold.jsonl, line 2: no events"), OSError("disk full")])
def test_mistakes_are_one_line(runner, error, replace_module):
    def fail(**_):
        raise error

    replace_module("models.evaluation.run", evaluate=fail)
    Path("gold.jsonl").touch()
    result = runner.invoke(main, ["evaluate", "records", "--gold", "gold.jsonl"])
    assert (result.exit_code, result.stderr) == (2, f"eventwire: {error}\n")


def test_dates_ends_with_the_accuracy(runner):
    Path("timeml").mkdir()
    Path("timeml/1.tml").write_text(TIMEML, encoding="utf-8")
    result = runner.invoke(main, ["evaluate", "dates", "timeml"])
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "1 (2024-03-14) 'the year of the flood': 2023-01-01..2023-12-31, found nothing",
        "accuracy: 50.0 (n=2)",
    ]


def test_dates_of_a_folder_without_timeml(runner):
    Path("timeml").mkdir()
    result = runner.invoke(main, ["evaluate", "dates", "timeml"])
    assert (result.exit_code, result.stderr) == (2, "eventwire: timeml: no *.tml file\n")


def test_places_of_a_file_that_is_not_xml(runner):
    Path("some.xml").write_text("no XML", encoding="utf-8")
    result = runner.invoke(main, ["evaluate", "places", "some.xml"])
    assert result.exit_code == 2
    assert result.stderr.startswith("eventwire: some.xml: ")
    assert result.stderr.count("\n") == 1
