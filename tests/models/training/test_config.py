from pathlib import Path

import pytest

import models.training
from models.training.config import load_config

FOLDER = Path(models.training.__file__).parent


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.toml")), ids=lambda p: p.name)
def test_every_shipped_configuration_is_valid(path):
    settings = load_config(path)
    assert settings.encoder.startswith(("encoders/", "runs/", "models/artifacts"))
    assert settings.epochs > 0


def test_a_setting_replaces_the_default(tmp_path):
    path = tmp_path / "c.toml"
    path.write_text('encoder = "e"\nepochs = 3\n')
    assert (load_config(path).epochs, load_config(path).seed) == (3, 1)


@pytest.mark.parametrize("text", ['encoder = "e"\nepoch = 3\n', "encoder = "])
def test_mistakes_name_the_file(tmp_path, text):
    path = tmp_path / "c.toml"
    path.write_text(text)
    with pytest.raises(ValueError, match=r"c\.toml"):
        load_config(path)
