from copy import deepcopy

import pytest

from models.evaluation.facts import read_events
from models.evaluation.matching import align, compare, main_only


def pair(gold, pred):
    return compare(*read_events([gold, pred]))


def match(gold, pred):
    return align("tal", read_events(gold), read_events(pred))


def test_an_event_shares_everything_with_itself(bombing):
    found = pair(bombing, bombing)
    assert found.same_trigger
    assert found.shared == {
        "type": 1,
        "attackers": 1,
        "targets": 2,
        "weapons": 0,
        "location": 1,
        "date": 1,
        "casualties": 2,
    }
    assert found.weight == 10


def test_each_entity_and_each_casualty_counts_once(bombing):
    twice = deepcopy(bombing)
    twice["attackers"] *= 2
    twice["casualties"] *= 2
    shared = pair(bombing, twice).shared
    assert (shared["attackers"], shared["casualties"]) == (1, 2)


def test_who_was_hurt_does_not_matter_to_a_casualty(bombing):
    other = deepcopy(bombing)
    other["casualties"][0] |= {"who": "pupils", "total": False}
    assert pair(bombing, other).shared["casualties"] == 2


def test_two_unknown_dates_do_not_agree(raid):
    assert pair(raid, raid).shared["date"] == 0


@pytest.mark.parametrize(
    ("changes", "matched"),
    [
        ({}, True),
        ({"type": "shelling"}, True),
        ({"triggers": []}, True),
        ({"triggers": [], "type": "shelling"}, False),
        ({"triggers": [], "attackers": [], "targets": [], "location": None, "date": None}, True),
        (
            {
                "triggers": [],
                "attackers": [],
                "targets": [],
                "location": None,
                "date": None,
                "casualties": [],
            },
            False,
        ),
    ],
)
def test_what_may_be_matched(bombing, changes, matched):
    assert (pair(bombing, bombing | changes).weight > 0) is matched


def test_each_event_is_matched_to_the_one_it_shares_most_with(bombing, raid):
    found = match([bombing, raid], [raid, bombing])
    assert [(p.gold.type, p.pred.type) for p in found.pairs] == [
        ("bombing", "bombing"),
        ("armed_assault", "armed_assault"),
    ]
    assert found.missed == found.extra == ()


def test_a_second_prediction_of_an_event_is_extra(bombing):
    poorer = bombing | {"targets": []}
    found = match([bombing], [poorer, bombing])
    assert [len(p.pred.targets) for p in found.pairs] == [2]
    assert found.extra == read_events([poorer])
    assert len(found.pred) == 2


def test_events_that_share_nothing_are_missed_and_extra(bombing, raid):
    found = match([bombing], [raid])
    assert found.pairs == ()
    assert found.missed == found.gold == read_events([bombing])
    assert found.extra == read_events([raid])


@pytest.mark.parametrize(("gold", "pred"), [(0, 0), (1, 0), (0, 1)])
def test_documents_without_events(bombing, gold, pred):
    found = match([bombing] * gold, [bombing] * pred)
    assert (len(found.missed), len(found.pairs), len(found.extra)) == (gold, 0, pred)


def test_main_events_keep_predictions_that_match_nothing(bombing, raid):
    found = main_only(match([bombing, raid], [raid, bombing, bombing]))
    assert [p.gold.type for p in found.pairs] == ["bombing"]
    assert len(found.extra) == 1
    assert main_only(match([raid], [])).missed == ()
