"""Thousands of short series at once: levels, jumps and changes, without a verdict.

For screening: which of all actors and issues have moved. Rows whose dates are intervals are put in
several times, one row for each sequence of possible days, and averaged by
``exp(log_evidence)``. A series of more than a few hundred points belongs to
:func:`volteface.positions.runs.runs`.
"""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from volteface.positions.mixture import Array, Whole
from volteface.positions.segments import Motion

BLOCK = 4096
"""Series to a task."""


@dataclass(frozen=True, slots=True)
class Batch:
    """What the model says of S series of up to n points; what lies beyond a series' length is 0.

    Attributes:
        log_evidence: (S,) log probability density of the observed stances.
        rose: (S,) P(the last level lies more than delta above the first); None without a delta.
        fell: (S,) P(it lies more than delta below).
        jump: (S, n) probability of a jump in the gap before each observation.
        mean: (S, n) posterior mean of the level at each observation; None if not asked for.
        variance: (S, n) its posterior variance.
    """

    log_evidence: Array
    rose: Array | None
    fell: Array | None
    jump: Array
    mean: Array | None
    variance: Array | None


def batch(
    times: ArrayLike,
    values: ArrayLike,
    variances: ArrayLike,
    motion: Motion,
    delta: float | None,
    *,
    lengths: ArrayLike | None = None,
    levels: bool = True,
    workers: int = 1,
) -> Batch:
    """Run the recursion on every row.

    Args:
        times: (S, n) years, ascending in each row up to its length.
        values: (S, n) observed stances.
        variances: (S, n) noise variances, above zero.
        motion: How levels move.
        delta: The change asked for, in stance units; None if none is.
        lengths: (S,) points of each row, at least 1; all n if left out.
        levels: Whether to give mean and variance as well.
        workers: Threads. The result is the same.

    Raises:
        ValueError: shapes that do not fit, a length out of range, times that go back, a noise
            variance that is not above zero, or a number that is not finite.
    """
    from volteface.positions.batch_kernel import (  # noqa: PLC0415 - compiling waits for use
        Found,
        Rates,
        Rows,
        run,
    )

    t, y, r = (np.ascontiguousarray(x, dtype=np.float64) for x in (times, values, variances))
    if not (t.ndim == 2 and t.shape == y.shape == r.shape and t.shape[1]):  # noqa: PLR2004
        raise ValueError(f"times, values and variances differ: {t.shape}, {y.shape}, {r.shape}")
    series, n = y.shape
    sizes = _lengths(lengths, series, n)
    _check(t, y, r, sizes)
    rates = Rates(*(float(rate) for rate in motion))
    width = n if levels else 0
    found = Found(
        np.zeros(series),
        np.zeros((series, 0 if delta is None else 2)),
        np.zeros((series, n)),
        np.zeros((series, width)),
        np.zeros((series, width)),
    )

    def work(start: int) -> None:
        rows = slice(start, start + BLOCK)
        run(
            Rows(t[rows], y[rows], r[rows], sizes[rows]),
            rates,
            delta or 0.0,
            Found(*(x[rows] for x in found)),
        )

    starts = range(0, series, BLOCK)
    if workers == 1 or series <= BLOCK:
        for start in starts:
            work(start)
    else:
        with ThreadPoolExecutor(workers) as pool:
            list(pool.map(work, starts))
    return Batch(
        log_evidence=found.evidence,
        rose=None if delta is None else found.moved[:, 0],
        fell=None if delta is None else found.moved[:, 1],
        jump=found.jump,
        mean=found.mean if levels else None,
        variance=found.variance if levels else None,
    )


def _lengths(lengths: ArrayLike | None, series: int, n: int) -> Whole:
    sizes = np.full(series, n) if lengths is None else np.asarray(lengths)
    if sizes.shape != (series,) or np.any(sizes < 1) or np.any(sizes > n):
        raise ValueError(f"lengths must be {series} numbers from 1 to {n}")
    return sizes.astype(np.int64)


def _check(times: Array, values: Array, variances: Array, lengths: Whole) -> None:
    used = np.arange(values.shape[1]) < lengths[:, None]
    for name, numbers in (("times", times), ("values", values), ("variances", variances)):
        _refuse(used & ~np.isfinite(numbers), f"{name} has a number that is not finite")
    _refuse(used & (variances <= 0), "a noise variance is not above zero")
    _refuse(used[:, 1:] & (times[:, 1:] < times[:, :-1]), "its times go back")


def _refuse(bad: NDArray[np.bool_], why: str) -> None:
    if bad.any():
        raise ValueError(f"series {int(np.flatnonzero(bad.any(axis=1))[0])}: {why}")
