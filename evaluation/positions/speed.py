"""Seconds for many short series at once, and against statsmodels' filter on the same series."""

import time
from collections.abc import Iterator

import numpy as np
from series import draw
from statsmodels.tsa.statespace.kalman_filter import KalmanFilter

from volteface.positions.change import change
from volteface.positions.mixture import Array
from volteface.positions.segments import Motion, segment

MOTION = Motion(drift=0.01, jumps=0.1, spread=0.64)
MANY, POINTS, BLOCK, FEW = 100_000, 10, 10_000, 500


def measure(rng: np.random.Generator) -> Iterator[tuple[str, float]]:
    """Time of recursion, jump probabilities and P(change) for all; the filter for a few."""
    drawn = draw(rng, MANY, POINTS, MOTION, 5.0)
    start = time.perf_counter()
    for first in range(0, MANY, BLOCK):
        rows = slice(first, first + BLOCK)
        tables = segment(drawn.times[rows], drawn.values[rows], drawn.variances[rows], MOTION)
        tables.posterior()
        change(tables, 0, POINTS - 1, 0.4)
    ours = time.perf_counter() - start
    still = MOTION._replace(jumps=0.0)
    log = segment(drawn.times[:FEW], drawn.values[:FEW], drawn.variances[:FEW], still).evidence
    start = time.perf_counter()
    theirs = [_filter(t, y, r) for t, y, r in zip(*(x[:FEW] for x in drawn[:3]), strict=True)]
    each = (time.perf_counter() - start) / FEW
    yield "statsmodels_difference", float(np.abs(log - np.array(theirs)).max())
    yield "seconds_100000x10", ours
    yield "times_statsmodels", each / (ours / MANY)


def _filter(times: Array, values: Array, variances: Array) -> float:
    model = KalmanFilter(k_endog=1, k_states=1)
    model.bind(values[:, None].copy())
    model["design"] = model["transition"] = model["selection"] = np.ones((1, 1))
    model["obs_cov"] = variances.reshape(1, 1, -1)
    model["state_cov"] = (MOTION.drift * np.append(np.diff(times), 0.0)).reshape(1, 1, -1)
    model.initialize_known(np.zeros(1), np.full((1, 1), MOTION.spread))
    return float(model.loglike())
