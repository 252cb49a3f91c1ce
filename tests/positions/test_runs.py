"""Long series: the passes against the full tables, and what they leave out."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from volteface.positions.mixture import Array
from volteface.positions.posterior import Parts
from volteface.positions.runs import PLACES, Runs, runs
from volteface.positions.segments import Motion, segment
from volteface.positions.table import Table

EXACT = 1e-9
FORGETFUL = Motion(drift=0.5, jumps=0.3, spread=0.64)
"""So fast a drift that runs are joined after a few dozen observations."""


def _series(n: int, seed: int, years: float = 8.0) -> tuple[Array, Array, Array]:
    rng = np.random.default_rng(seed)
    times = np.sort(rng.uniform(0, years, n))
    turns = np.where(times < years / 2, 0.7, -0.4)
    values = turns + rng.normal(0, 0.2, n)
    return times[None], values[None], rng.uniform(0.02, 0.1, (1, n))


def _both(n: int, seed: int, motion: Motion) -> tuple[Table, Runs]:
    rows = _series(n, seed)
    return Table(segment(*rows, motion)), runs(*rows, motion)


def _moments(parts: Parts) -> Array:
    weight, mean, variance = parts
    return np.array([weight.sum(), weight @ mean, weight @ (mean**2 + variance)])


@settings(max_examples=12, deadline=None)
@given(
    n=st.sampled_from([40, 130]),
    seed=st.integers(0, 999),
    drift=st.sampled_from([0.0, 0.01, 0.5, 3.0]),
    jumps=st.sampled_from([0.0, 0.1, 2.0]),
)
def test_pruning_changes_nothing_that_is_told(
    n: int, seed: int, drift: float, jumps: float
) -> None:
    """Evidence, jump probabilities and sizes differ from the full tables by less than 1e-9."""
    table, long = _both(n, seed, Motion(drift, jumps, 0.64))
    assert long.evidence == pytest.approx(table.evidence, abs=EXACT)
    expected, sizes = table.jumps()
    found, sized = long.jumps()
    assert found == pytest.approx(expected, abs=EXACT)
    assert found * sized == pytest.approx(expected * sizes, abs=EXACT)
    assert long.dropped < EXACT


@pytest.mark.parametrize("motion", [FORGETFUL, Motion(0.01, 0.1, 0.64), Motion(0.0, 0.1, 0.64)])
@pytest.mark.parametrize("pair", [(0, 59), (0, 20), (31, 59)])
def test_changes_equal_those_of_the_tables(motion: Motion, pair: tuple[int, int]) -> None:
    """Rises and falls, with and without a jump between, to 1e-9."""
    table, long = _both(60, 5, motion)
    expected = np.concatenate(table.change(*pair, 0.4))
    assert np.concatenate(long.change(*pair, 0.4)) == pytest.approx(expected, abs=EXACT)


def test_runs_are_joined_and_nothing_is_lost() -> None:
    """Where the drift forgets, a thousand observations need no more runs than a hundred."""
    rows = _series(1000, 1, years=80.0)
    long = runs(*rows, FORGETFUL)
    most = max(each.shape[1] for each in long.rows[0].sums)
    assert most < 200
    head = tuple(x[:, :300] for x in rows)
    few = runs(*head, FORGETFUL)
    assert few.evidence == pytest.approx(segment(*head, FORGETFUL).evidence, abs=EXACT)


@pytest.mark.parametrize("motion", [FORGETFUL, Motion(0.01, 0.1, 0.64)])
@pytest.mark.parametrize("k", [0, 57, 64, 129])
def test_levels_equal_those_of_the_tables(motion: Motion, k: int) -> None:
    """At an observation, at the ends of segments, and between two observations."""
    table, long = _both(130, 2, motion)
    for ask in ("level", "ended", "begun"):
        expected, found = (_moments(getattr(x, ask)(0, k)) for x in (table, long))
        assert found == pytest.approx(expected, abs=1e-8)
    if k < 129:
        gap = table.times[0, k + 1] - table.times[0, k]
        expected, found = (_moments(x.bridge(0, k, gap / 3, 2 * gap / 3)) for x in (table, long))
        assert found == pytest.approx(expected, abs=1e-8)


def test_means_and_segments_equal_those_of_the_tables() -> None:
    """Posterior means at the places looked at, and the likeliest segments everywhere."""
    table, long = _both(130, 4, Motion(0.01, 0.1, 0.64))
    assert long.means() == pytest.approx(table.means()[:, long.places], abs=1e-8)
    assert (long.labels(0) == table.labels(0)).all()


def test_a_very_long_series_is_looked_at_in_places() -> None:
    """Both ends and a bounded number of observations between them."""
    long = runs(*_series(700, 6), FORGETFUL)
    assert long.places[0] == 0
    assert long.places[-1] == 699
    assert long.places.size == PLACES == long.means().shape[1]


def test_an_outlier_far_beyond_the_poles_leaves_numbers() -> None:
    """A value whose density is nothing to a computer spoils neither pass."""
    times, values, variances = _series(130, 7)
    values[0, 60] = 1e4
    long = runs(times, values, variances, Motion(0.01, 0.1, 0.64))
    table = Table(segment(times, values, variances, Motion(0.01, 0.1, 0.64)))
    assert long.evidence == pytest.approx(table.evidence, rel=1e-9)
    assert np.isfinite(long.means()).all()
    assert np.isfinite(long.jumps()[0]).all()
