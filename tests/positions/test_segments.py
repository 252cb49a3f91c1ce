"""The recursion against brute force and against an independent Kalman filter."""

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pytest
from statsmodels.tsa.statespace.kalman_filter import KalmanFilter

from volteface.case.schema import Dynamics
from volteface.positions.mixture import Array
from volteface.positions.segments import Motion, segment

MOTION = Motion(drift=0.03, jumps=0.5, spread=0.64)


def _series(n: int, seed: int) -> tuple[Array, Array, Array]:
    rng = np.random.default_rng(seed)
    times = np.sort(rng.uniform(0, 4, n))
    if n > 3:
        times[2] = times[3]
    return times, rng.normal(0, 0.8, n), rng.uniform(0.02, 0.2, n)


@pytest.mark.parametrize("n", [1, 2, 3, 5, 8, 12])
def test_evidence_and_means_equal_enumeration(
    n: int, enumerate_jumps: Callable[..., Iterator[Any]]
) -> None:
    """Evidence, jump probabilities and levels equal the sum over every set of jump places."""
    times, values, variances = _series(n, n)
    found = segment(times[None], values[None], variances[None], MOTION)
    every = list(enumerate_jumps(times, values, variances, MOTION))
    evidence = np.logaddexp.reduce([one.log for one in every])
    weight = np.exp([one.log - evidence for one in every])
    jumped = weight @ np.array([one.mask for one in every], dtype=float).reshape(len(every), -1)
    means = weight @ np.array([one.mean for one in every])
    assert found.evidence[0] == pytest.approx(evidence, abs=1e-9)
    assert found.posterior[0].sum(axis=1)[1:] == pytest.approx(jumped, abs=1e-9)
    assert found.means()[0] == pytest.approx(means, abs=1e-9)


@pytest.mark.parametrize("n", [5, 40])
def test_evidence_without_jumps_equals_statsmodels(n: int) -> None:
    """Without jumps the log-likelihood is that of a local level with time-varying covariances."""
    times, values, variances = _series(n, 7)
    oracle = KalmanFilter(k_endog=1, k_states=1)
    oracle.bind(values[:, None].copy())
    oracle["design"] = np.ones((1, 1))
    oracle["transition"] = np.ones((1, 1))
    oracle["selection"] = np.ones((1, 1))
    oracle["obs_cov"] = variances.reshape(1, 1, -1)
    oracle["state_cov"] = (MOTION.drift * np.append(np.diff(times), 0.0)).reshape(1, 1, -1)
    oracle.initialize_known(np.zeros(1), np.full((1, 1), MOTION.spread))
    found = segment(times[None], values[None], variances[None], MOTION._replace(jumps=0.0))
    assert found.evidence[0] == pytest.approx(oracle.loglike(), abs=1e-9)


def test_a_batch_equals_its_series_one_by_one() -> None:
    """Many series at once give what each gives alone."""
    rows = [_series(6, seed) for seed in range(4)]
    batch = segment(*(np.stack(column) for column in zip(*rows, strict=True)), MOTION)
    for row, (times, values, variances) in enumerate(rows):
        alone = segment(times[None], values[None], variances[None], MOTION)
        assert batch.evidence[row] == alone.evidence[0]
        assert (batch.means()[row] == alone.means()[0]).all()


def test_no_jump_within_a_day() -> None:
    """Observations at one time share one level, however far apart they are."""
    times, values, variances = np.zeros((1, 3)), np.array([[0.9, -0.9, 0.9]]), np.full((1, 3), 0.04)
    found = segment(times, values, variances, MOTION)
    assert found.posterior[0, 0, 2] == pytest.approx(1.0, abs=1e-12)
    assert np.ptp(found.means()) == pytest.approx(0.0, abs=1e-12)


def test_motion_squares_the_case_s_standard_deviations() -> None:
    """The case speaks in standard deviations, the model in variances."""
    motion = Motion.of(Dynamics(drift=0.1, jumps=0.2, spread=0.5))
    assert motion == pytest.approx((0.01, 0.2, 0.25))


@pytest.mark.parametrize("years", [0.1, 2.0, 50.0])
def test_even_odds_make_a_jump_at_least_as_likely_as_not(years: float) -> None:
    """The rate is raised where the period is short and never lowered."""
    raised = MOTION.at_even_odds(years)
    assert 1 - np.exp(-raised.jumps * years) >= 0.5 - 1e-12
    assert raised.jumps >= MOTION.jumps
