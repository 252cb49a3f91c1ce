"""Probabilities of change against brute force."""

import math
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pytest

from volteface.positions import change as module
from volteface.positions.change import change
from volteface.positions.segments import Motion, segment

DELTA = 0.4


@pytest.mark.parametrize("drift", [0.0, 0.03])
@pytest.mark.parametrize("pair", [(0, 7), (0, 3), (2, 5), (6, 7), (1, 7)])
def test_change_equals_enumeration(
    pair: tuple[int, int], drift: float, enumerate_jumps: Callable[..., Iterator[Any]]
) -> None:
    """Rises and falls, with and without jumps between, equal the sum over every set of jumps."""
    i, j = pair
    motion = Motion(drift, 0.5, 0.64)
    rng = np.random.default_rng(3)
    times = np.sort(rng.uniform(0, 4, 8))
    values, variances = rng.normal(0, 0.8, 8), rng.uniform(0.02, 0.2, 8)
    every = list(enumerate_jumps(times, values, variances, motion))
    evidence = np.logaddexp.reduce([one.log for one in every])
    expected = np.zeros(4)
    for one in every:
        mean = one.mean[j] - one.mean[i]
        variance = one.covariance[j, j] + one.covariance[i, i] - 2 * one.covariance[i, j]
        jumped = any(one.mask[i:j])
        if not jumped and not drift:
            continue
        for sign, place in ((1, 0), (-1, 2)):
            tail = 0.5 * math.erfc((DELTA - sign * mean) / math.sqrt(2 * variance))
            expected[place + (not jumped)] += math.exp(one.log - evidence) * tail
    found = change(segment(times[None], values[None], variances[None], motion), i, j, DELTA)
    assert np.concatenate(found) == pytest.approx(expected, abs=1e-9)


def test_change_does_not_hang_on_the_block(monkeypatch: pytest.MonkeyPatch) -> None:
    """Working through many series in small blocks gives the same bits."""
    rng = np.random.default_rng(5)
    times = np.sort(rng.uniform(0, 4, (7, 6)), axis=1)
    tables = segment(times, rng.normal(0, 0.8, (7, 6)), np.full((7, 6), 0.04), Motion(0.01, 0.3, 1))
    whole = change(tables, 1, 4, DELTA)
    monkeypatch.setattr(module, "BLOCK", 1)
    assert (np.stack(change(tables, 1, 4, DELTA)) == np.stack(whole)).all()
