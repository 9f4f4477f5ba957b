import pytest

from models.decode.drafts import Thresholds
from models.training.tune import distance, tune


def peaked(target, valid):
    return lambda thresholds: 1 - abs(thresholds.target - target) - abs(thresholds.valid - valid)


@pytest.mark.parametrize(("target", "valid"), [(0.85, 0.3), (0.5, 0.5), (0.15, 0.95)])
def test_it_climbs_to_the_best_thresholds(target, valid):
    best, score = tune(Thresholds(), score=peaked(target, valid), passes=3)
    assert (best.target, best.valid) == (pytest.approx(target), pytest.approx(valid))
    assert score == pytest.approx(1.0)


def test_what_does_not_matter_stays():
    best, _ = tune(Thresholds(), score=peaked(0.7, 0.5))
    assert best.weapon == Thresholds().weapon


def test_thresholds_stay_probabilities():
    best, _ = tune(Thresholds(), score=lambda thresholds: thresholds.place)
    assert best.place < 1


def test_distance_sums_the_squares():
    assert distance(Thresholds(), Thresholds()) == 0
    assert distance(Thresholds(time=0.6, place=0.3), Thresholds()) == pytest.approx(0.01 + 0.04)
