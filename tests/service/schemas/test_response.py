import dataclasses
import json
from datetime import date

import pytest

from models import records
from models.records import Article, Options
from models.serialise import record_dict
from service.schemas import ExtractionSchema, response, write_extraction

PAIRS = [
    (records.Actor, response.ActorSchema),
    (records.Attacker, response.AttackerSchema),
    (records.Casualty, response.CasualtySchema),
    (records.Codes, response.CodesSchema),
    (records.Event, response.EventSchema),
    (records.EventDate, response.EventDateSchema),
    (records.Extraction, response.ExtractionSchema),
    (records.Location, response.LocationSchema),
    (records.ModelInfo, response.ModelSchema),
    (records.Range, response.RangeSchema),
    (records.Span, response.SpanSchema),
    (records.Target, response.TargetSchema),
    (records.Warning, response.WarningSchema),
    (records.Weapon, response.WeaponSchema),
]


@pytest.mark.parametrize(("record", "schema"), PAIRS)
def test_schemas_have_the_fields_of_the_records_in_their_order(record, schema):
    added = {"article"}  # what an article was taken out of is the service's business, not the model's
    assert [name for name in schema().fields if name not in added] == [
        field.name for field in dataclasses.fields(record)
    ]


def test_record_in_full(engine, article):
    (event,) = write_extraction(engine.extract(Article(text=article), options=Options()))["events"]
    assert event == {
        "id": "evt_0a1b2c3d",
        "attack_type": "shooting",
        "category": "armed",
        "codes": {"acled": "Attack", "gtd": 2, "plover": None, "cameo": "190", "muc4": "ATTACK"},
        "status": "occurred",
        "salience": "main",
        "count": {"min": 2, "max": None},
        "summary": "Shooting by Northern Front in Ashdale; at least 2 killed.",
        "triggers": [{"text": "opened fire", "start": 33, "end": 44}],
        "attackers": [
            {
                "name": "Northern Front",
                "mentions": [{"text": "Northern Front", "start": 18, "end": 32}],
                "attribution": "stated",
                "actor": {"name": "Northern Front", "kind": "armed_group", "country": None},
                "confidence": 0.9,
            },
            {"name": "gunmen", "mentions": [], "attribution": "suspected", "actor": None, "confidence": 0.5},
        ],
        "targets": [
            {
                "name": "bus",
                "mentions": [{"text": "bus", "start": 62, "end": 65}],
                "kind": "vehicle",
                "confidence": 0.8,
            }
        ],
        "weapons": [
            {"name": "rifles", "mentions": [{"text": "rifles", "start": 50, "end": 56}], "confidence": 0.7}
        ],
        "location": {
            "name": "Ashdale",
            "mentions": [{"text": "Ashdale", "start": 71, "end": 78}],
            "country": "GB",
            "admin1": None,
            "latitude": 51.5,
            "longitude": None,
            "precision": "city",
            "geonames_id": None,
            "confidence": 0.6,
        },
        "date": {
            "start": "2024-03-08",
            "end": "2024-03-09",
            "precision": "range",
            "mentions": [{"text": "Friday", "start": 82, "end": 88}],
            "basis": "relative to published_at",
            "confidence": 0.95,
        },
        "casualties": [
            {
                "effect": "killed",
                "side": "target",
                "min": 2,
                "max": None,
                "who": "passengers",
                "total": True,
                "text": {"text": "two passengers", "start": 107, "end": 121},
                "confidence": 0.9,
            }
        ],
        "killed": {"min": 2, "max": None},
        "injured": None,
        "confidence": 0.94,
    }


def test_what_is_written_is_what_the_schema_would_dump(engine, article):
    extraction = engine.extract(Article(text=article, id="x", published_at=None), options=Options())
    dumped = ExtractionSchema().dump(extraction)
    assert json.dumps(write_extraction(extraction)) == json.dumps(dumped)


def test_unknown_values_are_null_or_empty(engine, article):
    (event,) = engine.extract(Article(text=article), options=Options()).events
    bare = dataclasses.replace(
        event,
        count=None,
        attackers=(),
        targets=(),
        weapons=(),
        location=None,
        date=None,
        casualties=(),
        killed=None,
    )
    written = response.EventSchema().dump(bare)
    assert [written[name] for name in ("attackers", "targets", "weapons", "casualties")] == [[]] * 4
    assert [written[name] for name in ("count", "location", "date", "killed", "injured")] == [None] * 5


def test_what_is_written_can_be_read_back(engine, article):
    record = write_extraction(engine.extract(Article(text=article), options=Options()))
    assert ExtractionSchema().validate(record) == {}


def test_http_and_files_hold_the_same_record(engine, article):
    extraction = engine.extract(Article(text=article, published_at=date(2024, 3, 10)), options=Options())
    assert write_extraction(extraction) == record_dict(extraction)
