"""Which windows the encoder reads together."""

from collections.abc import Iterator, Sequence
from itertools import groupby

_STEP = 32
_LONGEST = 512


def padded_length(length: int) -> int:
    """Return the length in subtokens that a window is padded to.

    Few distinct shapes: memory of CPU kernels grows with their number (pytorch#27971).
    """
    return min(-(-length // _STEP) * _STEP, max(length, _LONGEST))


def passes(lengths: Sequence[int], *, pass_tokens: int | None) -> Iterator[list[int]]:
    """Yield the indices of windows that share a pass, shortest first.

    All are padded to the same length, so that a window is read in company as it is alone; together they hold
    at most ``pass_tokens`` subtokens, or are one window.
    """
    order = sorted(range(len(lengths)), key=lambda i: lengths[i])
    for length, group in groupby(order, key=lambda i: padded_length(lengths[i])):
        rows = list(group)
        size = len(rows) if pass_tokens is None else max(1, pass_tokens // length)
        yield from (rows[first : first + size] for first in range(0, len(rows), size))
