"""Many short series at once against the full tables."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from volteface.positions.batch import BLOCK, batch
from volteface.positions.change import change
from volteface.positions.mixture import Array
from volteface.positions.segments import Motion, segment

DELTA = 0.4
MOTION = Motion(drift=0.02, jumps=0.4, spread=0.64)


def _rows(series: int, n: int, seed: int) -> tuple[Array, Array, Array]:
    rng = np.random.default_rng(seed)
    times = np.sort(rng.uniform(0, 4, (series, n)), axis=1)
    return times, rng.normal(0, 0.8, (series, n)), rng.uniform(0.02, 0.3, (series, n))


@settings(max_examples=25, deadline=None)
@given(
    n=st.integers(1, 14),
    seed=st.integers(0, 999),
    drift=st.sampled_from([0.0, 0.01, 0.3]),
    jumps=st.sampled_from([0.0, 0.1, 3.0]),
)
def test_a_batch_equals_the_tables(n: int, seed: int, drift: float, jumps: float) -> None:
    """Evidence, jumps, levels and changes are the reference's to nine digits."""
    motion = Motion(drift, jumps, 0.64)
    given_rows = _rows(3, n, seed)
    found = batch(*given_rows, motion, DELTA)
    tables = segment(*given_rows, motion)
    assert found.log_evidence == pytest.approx(tables.evidence, abs=1e-9)
    jump = tables.posterior.sum(axis=2)
    jump[:, 0] = 0
    assert found.jump == pytest.approx(jump, abs=1e-9)
    assert found.mean == pytest.approx(tables.means(), abs=1e-9)
    for k in range(n):
        weight, mean, variance = tables.smoothed(k)
        second = (weight * (mean**2 + variance)).sum(axis=(1, 2))
        assert found.variance is not None
        assert found.variance[:, k] == pytest.approx(second - tables.means()[:, k] ** 2, abs=1e-9)
    if n > 1:
        moved = change(tables, 0, n - 1, DELTA)
        assert found.rose is not None
        assert found.rose == pytest.approx(moved.rose_jumped + moved.rose_drifted, abs=1e-9)
        assert found.fell == pytest.approx(moved.fell_jumped + moved.fell_drifted, abs=1e-9)


def test_series_of_many_lengths_stand_in_one_batch() -> None:
    """What lies beyond a series' length counts for nothing, whatever stands there."""
    times, values, variances = _rows(3, 8, 1)
    lengths = [1, 5, 8]
    times[0, 1:], values[1, 5:], variances[1, 5:] = np.nan, np.inf, -1
    found = batch(times, values, variances, MOTION, DELTA, lengths=lengths)
    assert found.mean is not None
    assert found.rose is not None
    for row, n in enumerate(lengths):
        cut = slice(row, row + 1), slice(0, n)
        alone = batch(times[cut], values[cut], variances[cut], MOTION, DELTA)
        assert found.log_evidence[row] == alone.log_evidence[0]
        assert found.rose[row] == alone.rose[0]
        assert (found.mean[row, :n] == alone.mean[0]).all()
        assert not found.mean[row, n:].any()


def test_threads_change_no_bit() -> None:
    """Two workers give what one gives."""
    rows = _rows(2 * BLOCK + 1, 4, 2)
    one, two = (batch(*rows, MOTION, DELTA, workers=count) for count in (1, 2))
    assert (one.log_evidence == two.log_evidence).all()
    assert one.jump.tolist() == two.jump.tolist()


def test_what_is_not_asked_for_is_left_out() -> None:
    """Without levels and changes the rest is the same."""
    rows = _rows(2, 5, 3)
    found = batch(*rows, MOTION, None, levels=False)
    assert (found.mean, found.variance, found.rose, found.fell) == (None, None, None, None)
    assert (found.jump == batch(*rows, MOTION, DELTA).jump).all()


@pytest.mark.parametrize(
    ("change_rows", "says"),
    [
        ({"times": [[1.0, 0.0]]}, "series 0: its times go back"),
        ({"values": [[0.1, np.nan]]}, "series 0: values has a number that is not finite"),
        ({"variances": [[0.1, 0.0]]}, "series 0: a noise variance is not above zero"),
        ({"values": [[0.1]]}, "times, values and variances differ"),
        ({"lengths": [3]}, "lengths must be 1 numbers from 1 to 2"),
    ],
)
def test_rows_that_mean_nothing_are_refused(
    change_rows: dict[str, list[list[float]]], says: str
) -> None:
    """The message names the row and what is wrong with it."""
    rows: dict[str, object] = {
        "times": [[0.0, 1.0]],
        "values": [[0.1, 0.2]],
        "variances": [[0.1, 0.1]],
    }
    with pytest.raises(ValueError, match=says):
        batch(**(rows | change_rows), motion=MOTION, delta=DELTA)
