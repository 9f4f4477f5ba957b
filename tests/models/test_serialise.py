import json
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

import pytest

from models.records import Event, EventDate, Extraction, ModelInfo, Range, Span, Warning
from models.serialise import record_dict

MONDAY = Span(text="Monday", start=9, end=15)


def test_a_date_of_a_record():
    value = EventDate(
        start=date(2024, 7, 29),
        end=date(2024, 7, 30),
        precision="range",
        mentions=(MONDAY,),
        basis="dateline",
        confidence=0.5,
    )
    assert record_dict(value) == {
        "start": "2024-07-29",
        "end": "2024-07-30",
        "precision": "range",
        "mentions": [{"text": "Monday", "start": 9, "end": 15}],
        "basis": "dateline",
        "confidence": 0.5,
    }


def test_an_extraction_is_json():
    extraction = Extraction(
        id=None,
        published_at=date(2024, 7, 30),
        language="en",
        model=ModelInfo(name="eventwire", version="1"),
        events=(),
        warnings=(Warning(code="no_words", detail="the text holds no words"),),
    )
    found = json.loads(json.dumps(record_dict(extraction)))
    assert found["published_at"] == "2024-07-30"
    assert found["events"] == []
    assert found["warnings"] == [{"code": "no_words", "detail": "the text holds no words"}]


def test_keys_keep_the_order_of_the_fields():
    values: dict[str, Any] = {field.name: None for field in fields(Event)}
    assert list(record_dict(Event(**values))) == [field.name for field in fields(Event)]


def test_parts_of_a_record():
    assert record_dict((Range(min=3, max=None), True, 2)) == [{"min": 3, "max": None}, True, 2]


@pytest.mark.parametrize("value", [{1}, Range, b"text"])
def test_anything_else_is_refused(value):
    with pytest.raises(TypeError, match="is not part of a record"):
        record_dict(value)


def test_anything_else_is_refused_within():
    @dataclass(frozen=True)
    class Holder:
        inside: object

    with pytest.raises(TypeError, match="set is not part of a record"):
        record_dict(Holder({1}))
