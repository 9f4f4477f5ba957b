import sys
from pathlib import Path
from types import ModuleType

import pytest

from service.cli import main


def replace_module(monkeypatch, name, **members):
    module = ModuleType(name)
    vars(module).update(members)
    monkeypatch.setitem(sys.modules, name, module)


def test_train_hands_its_options_over(runner, monkeypatch):
    asked = []
    replace_module(monkeypatch, "models.training.run", train=lambda **options: asked.append(options))
    Path("data").mkdir()
    result = runner.invoke(main, ["train", "--data", "data", "--out", "runs/1", "--resume"])
    assert result.exit_code == 0
    assert asked == [{"data": Path("data"), "out": Path("runs/1"), "config": None, "resume": True}]


def test_train_without_data(runner):
    result = runner.invoke(main, ["train", "--data", "data", "--out", "runs/1"])
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1


def test_evaluate_prints_the_report(runner, monkeypatch):
    monkeypatch.setenv("EVENTWIRE_MODEL_DIR", "mine")
    replace_module(
        monkeypatch,
        "models.evaluation.run",
        evaluate=lambda *, gold, predictions, model_dir, errors: f"{gold} {predictions} {model_dir} {errors}",
    )
    Path("gold.jsonl").touch()
    result = runner.invoke(main, ["evaluate", "--gold", "gold.jsonl", "--errors", "7"])
    assert (result.exit_code, result.stdout) == (0, "gold.jsonl None mine 7\n")


def test_evaluate_without_the_extra(runner, monkeypatch):
    monkeypatch.setitem(sys.modules, "models.evaluation.run", None)
    Path("gold.jsonl").touch()
    result = runner.invoke(main, ["evaluate", "--gold", "gold.jsonl"])
    assert result.exit_code == 2
    assert "pip install 'eventwire[train]'" in result.stderr


@pytest.mark.parametrize("error", [ValueError("gold.jsonl, line 2: no events"), OSError("disk full")])
def test_mistakes_are_one_line(runner, monkeypatch, error):
    def fail(**_):
        raise error

    replace_module(monkeypatch, "models.evaluation.run", evaluate=fail)
    Path("gold.jsonl").touch()
    result = runner.invoke(main, ["evaluate", "--gold", "gold.jsonl"])
    assert (result.exit_code, result.stderr) == (2, f"eventwire: {error}\n")
