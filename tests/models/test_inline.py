import os

import pytest
import torch

from models.inline import load_engine
from models.records import Article, Options


def test_a_model_directory_becomes_an_engine_without_a_network(monkeypatch):
    monkeypatch.delenv("HF_HUB_OFFLINE", raising=False)
    threads = torch.get_num_threads()
    engine = load_engine(threads=1)
    torch.set_num_threads(threads)
    assert os.environ["HF_HUB_OFFLINE"] == "1"
    assert engine.extract(Article(text="A quiet day."), options=Options()).events == ()


def test_threads_are_positive():
    with pytest.raises(ValueError, match="threads must be 1 or more"):
        load_engine(threads=0)


def test_a_folder_without_a_model(tmp_path):
    with pytest.raises(ValueError, match=str(tmp_path)):
        load_engine(tmp_path)


def test_a_device_that_is_not_there():
    with pytest.raises(ValueError, match="'cuda:99' cannot be used"):
        load_engine(device="cuda:99")


def test_the_device_is_chosen():
    threads = torch.get_num_threads()
    runtime = load_engine(device="auto").runtime
    torch.set_num_threads(threads)
    assert runtime.device == ("cuda:0" if torch.cuda.is_available() else "cpu")
