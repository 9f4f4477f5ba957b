import pytest

from models.evaluation.facts import Mention, Period, read_events


def read(event):
    (facts,) = read_events([event])
    return facts


def casualty(low, high, *, effect="killed", total=False, side="target"):
    return {"effect": effect, "side": side, "min": low, "max": high, "total": total}


def test_predicted_and_annotated_events_read_alike(bombing):
    predicted = {key: value for key, value in bombing.items() if key != "type"} | {"attack_type": "bombing"}
    assert read(predicted) == read(bombing)


def test_what_is_not_given_is_unknown():
    facts = read({"type": "bombing"})
    assert (facts.status, facts.location, facts.date) == (None, None, None)
    assert facts.triggers == facts.attackers == facts.casualties == ()


def test_a_name_stands_in_for_mentions():
    facts = read({"type": "bombing", "weapons": [{"name": "car bomb", "mentions": []}]})
    assert facts.weapons == ((Mention(text="car bomb", bounds=None),),)


def test_a_date_without_an_end_is_one_day():
    facts = read({"type": "bombing", "date": {"start": "2024-07-29", "end": None}})
    assert facts.date == Period(start="2024-07-29", end="2024-07-29")


@pytest.mark.parametrize(
    ("casualties", "toll"),
    [
        ([], None),
        ([casualty(3, 3, effect="injured")], None),
        ([casualty(3, 3, side="attacker")], None),
        ([casualty(3, 3), casualty(12, None, total=True)], (12, None)),
        ([casualty(3, 3), casualty(2, 4)], (5, 7)),
        ([casualty(3, 3), casualty(2, None)], (5, None)),
        ([casualty(0, 0)], (0, 0)),
    ],
)
def test_tolls(casualties, toll):
    assert read({"type": "bombing", "casualties": casualties}).toll("killed") == toll


@pytest.mark.parametrize(
    ("event", "message"),
    [
        ("bombing", "not an object"),
        ({"status": "occurred"}, 'neither "type" nor "attack_type" is given'),
        ({"type": 3}, '"type" is not text'),
        ({"type": "bombing", "triggers": {}}, '"triggers" is not a list'),
        ({"type": "bombing", "targets": ["bus"]}, '"targets" holds something that is not an object'),
        ({"type": "bombing", "triggers": [{"start": 3, "end": 5}]}, 'a span has no "text"'),
        ({"type": "bombing", "triggers": [{"text": "x", "start": "3"}]}, '"start" is not a whole number'),
        ({"type": "bombing", "location": "Tal"}, '"location" is not an object'),
    ],
)
def test_what_is_no_record_is_refused(event, message):
    with pytest.raises(ValueError, match=f"^event 2: {message}$"):
        read_events([{"type": "bombing"}, event])
