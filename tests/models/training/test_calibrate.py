import random

import pytest

from models.assemble.confidence import calibrated
from models.training.calibrate import expected_error, fit_scaling, outcomes

GOLD = {
    "type": "bombing",
    "triggers": [{"text": "bomb", "start": 0, "end": 4}],
    "attackers": [{"mentions": [{"text": "rebels", "start": 9, "end": 15}]}],
    "targets": [],
    "weapons": [],
    "location": None,
    "date": {"start": "2024-03-12", "end": "2024-03-12", "mentions": []},
    "casualties": [{"effect": "killed", "min": 2, "max": 2}],
}


def predicted(**fields):
    record = GOLD | {
        "confidence": 0.9,
        "attackers": [GOLD["attackers"][0] | {"confidence": 0.8}],
        "date": GOLD["date"] | {"confidence": 0.7},
        "casualties": [{"effect": "killed", "min": 3, "max": 3, "confidence": 0.6}],
    }
    return record | fields


def test_every_value_is_right_or_wrong_with_its_confidence():
    found = outcomes([{"id": "1", "events": [GOLD]}], {"1": [predicted()]})
    assert found == {
        "event": [(0.9, True)],
        "attackers": [(0.8, True)],
        "date": [(0.7, True)],
        "casualties": [(0.6, False)],
    }


def test_all_values_of_an_event_that_is_not_there_are_wrong():
    found = outcomes([{"id": "1", "events": []}], {"1": [predicted()]})
    assert {right for values in found.values() for _, right in values} == {False}


def test_scaling_makes_overconfident_values_honest():
    rng = random.Random(1)
    found = [(0.95, rng.random() < 0.7) for _ in range(300)] + [(0.6, rng.random() < 0.4) for _ in range(300)]
    scaling = fit_scaling(found)
    honest = [(calibrated(p, scaling), right) for p, right in found]
    assert expected_error(honest) < 0.05 < expected_error(found)
    assert calibrated(0.95, scaling) == pytest.approx(0.7, abs=0.06)


def test_few_values_keep_the_scaling_near_the_identity():
    slope, _ = fit_scaling([(0.9, True)])
    assert slope == pytest.approx(1.0, abs=0.3)


def test_the_expected_error_is_the_mean_gap():
    assert expected_error([(1.0, True), (1.0, False)]) == pytest.approx(0.5)
    assert expected_error([(0.5, True), (0.5, False)]) == pytest.approx(0.0)
