import pytest

from models.jsonl import read_jsonl


@pytest.fixture
def file(tmp_path):
    return tmp_path / "some.jsonl"


def test_every_object_is_read_in_order(file):
    file.write_text('\ufeff{"a": 1}\n\n{"a": 2}\n', encoding="utf-8")
    assert read_jsonl(file, lambda value: value["a"]) == [1, 2]


@pytest.mark.parametrize("line", ["[1]", "{", "\udcff"])
def test_a_line_that_is_no_object_is_named(file, line):
    file.write_bytes(b'{"a": 1}\n' + line.encode("utf-8", "surrogateescape"))
    with pytest.raises(ValueError, match=r"some\.jsonl, line 2: "):
        read_jsonl(file, lambda value: value)


def test_what_the_reader_refuses_is_named(file):
    file.write_text('{"a": "x"}', encoding="utf-8")
    with pytest.raises(ValueError, match="line 1: invalid literal"):
        read_jsonl(file, lambda value: int(value["a"]))


def test_a_missing_file(file):
    with pytest.raises(ValueError, match="no such file"):
        read_jsonl(file, lambda value: value)
