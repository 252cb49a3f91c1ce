"""Seconds for many short series at once, and against statsmodels' filter on the same series.

``benchmarks/positions.py`` measures the same in turns and in more ways.
"""

import time
from collections.abc import Iterator

import numpy as np
from series import draw
from statsmodels.tsa.statespace.kalman_filter import KalmanFilter

from volteface.positions.batch import batch
from volteface.positions.mixture import Array
from volteface.positions.runs import runs
from volteface.positions.segments import Motion, segment

MOTION = Motion(drift=0.01, jumps=0.1, spread=0.64)
STILL = MOTION._replace(jumps=0.0)
DELTA = 0.4
MANY, POINTS, FEW, LONG = 100_000, 10, 500, 400


def measure(rng: np.random.Generator) -> Iterator[tuple[str, float]]:
    """Time of recursion, jump probabilities and P(change) for all; the filter for a few."""
    drawn = draw(rng, MANY, POINTS, MOTION, 5.0)
    rows = drawn.times, drawn.values, drawn.variances
    few = tuple(x[:FEW] for x in rows)
    batch(*few, MOTION, DELTA)
    yield "seconds_100000x10", _least(lambda: batch(*rows, MOTION, DELTA, workers=2))
    still = _least(lambda: batch(*rows, STILL, None, levels=False)) / MANY
    each = _least(lambda: [_filter(*row) for row in zip(*few, strict=True)]) / FEW
    yield "times_statsmodels", each / still
    theirs = np.array([_filter(*row) for row in zip(*few, strict=True)])
    for name, log in (
        ("statsmodels_difference", segment(*few, STILL).evidence),
        ("statsmodels_difference_batch", batch(*few, STILL, None).log_evidence),
    ):
        yield name, float(np.abs(log - theirs).max())
    long = draw(rng, 1, LONG, MOTION, 20.0)
    line = long.times, long.values, long.variances
    exact, pruned = segment(*line, MOTION), runs(*line, MOTION)
    yield "pruning_error", float(np.abs(exact.evidence - pruned.evidence).max())
    yield "pruning_dropped", pruned.dropped


def _least(work: object) -> float:
    """The shortest of three runs."""
    assert callable(work)
    took = []
    for _ in range(3):
        start = time.perf_counter()
        work()
        took.append(time.perf_counter() - start)
    return min(took)


def _filter(times: Array, values: Array, variances: Array) -> float:
    model = KalmanFilter(k_endog=1, k_states=1)
    model.bind(values[:, None].copy())
    model["design"] = model["transition"] = model["selection"] = np.ones((1, 1))
    model["obs_cov"] = variances.reshape(1, 1, -1)
    model["state_cov"] = (MOTION.drift * np.append(np.diff(times), 0.0)).reshape(1, 1, -1)
    model.initialize_known(np.zeros(1), np.full((1, 1), MOTION.spread))
    return float(model.loglike())
