"""Average-linkage clustering of pairwise probabilities."""

import numpy as np
from numpy.typing import NDArray


def cluster(same_NN: NDArray[np.float64], *, threshold: float) -> list[list[int]]:
    """Group N items so that items of a group are the same with a mean probability of at least ``threshold``.

    Average linkage: one wrong pair cannot chain two groups together. Groups and their members keep the
    order of the items.
    """
    groups = [[i] for i in range(len(same_NN))]
    sums = np.array(same_NN, dtype=np.float64)
    while len(groups) > 1:
        sizes = np.array([len(g) for g in groups], dtype=np.float64)
        means = sums / np.outer(sizes, sizes)
        np.fill_diagonal(means, -1.0)
        left, right = sorted(int(i) for i in np.unravel_index(means.argmax(), means.shape))
        if means[left, right] < threshold:
            break
        groups[left] = sorted(groups[left] + groups.pop(right))
        sums[left] += sums[right]
        sums[:, left] += sums[:, right]
        sums = np.delete(np.delete(sums, right, 0), right, 1)
    return sorted(groups)
