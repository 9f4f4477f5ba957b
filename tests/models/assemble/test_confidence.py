import pytest

from models.assemble.confidence import calibrated


@pytest.mark.parametrize("probability", [0.1, 0.5, 0.93])
def test_no_scaling_changes_nothing(probability):
    assert calibrated(probability, (1.0, 0.0)) == pytest.approx(probability, abs=0.005)


def test_a_slope_below_one_makes_modest_and_an_offset_moves():
    assert calibrated(0.9, (0.5, 0.0)) == 0.75
    assert calibrated(0.5, (1.0, -1.0)) == 0.27


@pytest.mark.parametrize("probability", [0.0, 1.0])
def test_certainty_stays_finite(probability):
    assert 0 <= calibrated(probability, (2.0, 1.0)) <= 1
