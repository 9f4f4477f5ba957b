import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.decode.clusters import cluster


def test_items_that_are_the_same_are_grouped() -> None:
    same = np.array([[1, 0.9, 0.1], [0.9, 1, 0.2], [0.1, 0.2, 1]])
    assert cluster(same, threshold=0.5) == [[0, 1], [2]]


def test_one_bridge_does_not_chain_two_groups() -> None:
    same = np.full((4, 4), 0.05)
    for left, right, value in [(0, 1, 0.95), (2, 3, 0.95), (1, 2, 0.9)]:
        same[left, right] = same[right, left] = value
    assert cluster(same, threshold=0.5) == [[0, 1], [2, 3]]


@pytest.mark.parametrize("count", [0, 1])
def test_few_items(count: int) -> None:
    assert cluster(np.ones((count, count)), threshold=0.5) == [[i] for i in range(count)]


@given(st.integers(0, 12), st.integers(0, 2**31), st.floats(0, 1))
def test_every_item_is_in_exactly_one_group(count: int, seed: int, threshold: float) -> None:
    half = np.random.default_rng(seed).random((count, count))
    groups = cluster((half + half.T) / 2, threshold=threshold)
    assert sorted(i for g in groups for i in g) == list(range(count))
    assert groups == sorted(groups)
