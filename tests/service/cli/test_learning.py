from pathlib import Path

from service.cli import main


def test_train_hands_its_options_over(runner, replace_module):
    asked = []
    replace_module("models.training.run", train=lambda **options: asked.append(options))
    Path("data").mkdir()
    result = runner.invoke(main, ["train", "--data", "data", "--out", "runs/1", "--resume"])
    assert result.exit_code == 0
    assert asked == [{"data": Path("data"), "out": Path("runs/1"), "config": None, "resume": True}]


def test_train_without_data(runner):
    result = runner.invoke(main, ["train", "--data", "data", "--out", "runs/1"])
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
