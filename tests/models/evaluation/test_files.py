import json

import pytest

from models.evaluation.files import read_records


def test_documents_by_id_in_order(tmp_path, document):
    path = tmp_path / "gold.jsonl"
    second = {"id": "b", "events": [], "text": "one\u2028two"}
    lines = [json.dumps(document), "", json.dumps(second, ensure_ascii=False)]
    path.write_text("\ufeff" + "\n".join(lines), encoding="utf-8")
    assert list(read_records(path).items()) == [("tal", document), ("b", second)]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b"{", "Expecting property name"),
        (b"\xff", "'utf-8' codec can't decode"),
        (b"[]", "not an object"),
        (b'{"id": 3, "events": []}', 'not an object with an "id"'),
        (b'{"id": "b"}', '"events" is not a list'),
        (b'{"id": "b", "events": [{}]}', 'event 1: neither "type" nor "attack_type" is given'),
        (b'{"id": "a", "events": []}', "a second document a"),
    ],
)
def test_a_bad_line_is_named(tmp_path, line, message):
    path = tmp_path / "gold.jsonl"
    path.write_bytes(b'{"id": "a", "events": []}\n\n' + line + b"\n")
    with pytest.raises(ValueError, match=r"gold\.jsonl, line 3: ") as error:
        read_records(path)
    assert message in str(error.value)
    assert "\n" not in str(error.value)


def test_a_missing_or_empty_file(tmp_path):
    path = tmp_path / "gold.jsonl"
    with pytest.raises(ValueError, match="no such file"):
        read_records(path)
    path.touch()
    with pytest.raises(ValueError, match="holds no documents"):
        read_records(path)
