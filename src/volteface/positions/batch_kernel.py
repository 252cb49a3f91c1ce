"""The run-length recursion on many short series, compiled.

The same sums as :mod:`volteface.positions.segments`, in probabilities instead of their logarithms:
every density is divided by the predictive density of its observation, so that

    f[a, k] = P(the segment that holds k started at a | y_0 ... y_k)

comes from f[., k-1] in one step, and P(a segment ends at b | all) = B(b) with

    B(n-1) = 1,    B(b) = sum over d of f[b+1, d] B(d).

One row of scratch tables serves all series of a call.
"""

import math
from typing import NamedTuple

import numpy as np

from volteface.positions.compiled import compiled
from volteface.positions.curves_kernel import erfc
from volteface.positions.mixture import Array, Whole

_TINY = 1e-300
_SLIGHT = 1e-11
"""Pairs of segments with less probability than this are left out of P(change)."""


class Rows(NamedTuple):
    """Series of n points each, as in :func:`volteface.positions.batch.batch`."""

    times: Array
    values: Array
    variances: Array
    lengths: Whole


class Found(NamedTuple):
    """What is found, to be filled; ``moved`` is (S, 2), rose and fell."""

    evidence: Array
    moved: Array
    jump: Array
    mean: Array
    variance: Array


class _Tables(NamedTuple):
    """Scratch for one series: filtered means and variances [a, k], and the sums of the head."""

    f: Array
    mean: Array
    variance: Array
    ends: Array
    between: Array
    first: Array
    width: Array


class Rates(NamedTuple):
    """Drift, jumps and spread as in Motion."""

    drift: float
    jumps: float
    spread: float


@compiled
def _filter(rows: Rows, s: int, rates: Rates, tables: _Tables) -> float:
    """Fill f, and the filtered mean and variance of each run; the log evidence."""
    times, values, variances = rows.times, rows.values, rows.variances
    f, mean, variance = tables.f, tables.mean, tables.variance
    drift, jumps, spread = rates
    n = rows.lengths[s]
    log, product = 0.0, 1.0
    for k in range(n):
        stay, blur = 0.0, 0.0
        if k:
            gap = times[s, k] - times[s, k - 1]
            stay, blur = math.exp(-jumps * gap), drift * gap
        y, noise = values[s, k], variances[s, k]
        certain = 1 / (spread + noise)
        f[k, k] = (1 - stay) * math.sqrt(certain) * math.exp(-0.5 * y * y * certain)
        mean[k, k], variance[k, k] = spread * certain * y, spread * certain * noise
        density = f[k, k]
        for a in range(k):
            prior = f[a, k - 1] * stay
            if not prior:
                f[a, k], mean[a, k], variance[a, k] = 0.0, 0.0, spread
                continue
            wide = variance[a, k - 1] + blur
            certain = 1 / (wide + noise)
            surprise = y - mean[a, k - 1]
            f[a, k] = prior * math.sqrt(certain) * math.exp(-0.5 * surprise * surprise * certain)
            gain = wide * certain
            mean[a, k] = mean[a, k - 1] + gain * surprise
            variance[a, k] = gain * noise
            density += f[a, k]
        scale = 1 / density
        for a in range(k + 1):
            f[a, k] *= scale
        product *= density
        if product < 1e-200 or product > 1e200:  # noqa: PLR2004 - before it leaves the floats
            log += math.log(product)
            product = 1.0
    return float(log + math.log(product) - 0.5 * math.log(2 * math.pi) * n)


@compiled
def _ends(f: Array, ends: Array, n: int) -> None:
    """P(a segment ends at b), which is P(a jump before b + 1)."""
    ends[n - 1] = 1.0
    for b in range(n - 2, -1, -1):
        total = 0.0
        for d in range(b + 1, n):
            total += f[b + 1, d] * ends[d]
        ends[b] = total


@compiled
def _smooth(rows: Rows, s: int, drift: float, tables: _Tables, found: Found) -> None:
    """Posterior mean and variance of the level at each observation.

    For each start a, one backward pass over all ends at once (Rauch, Tung and Striebel 1965): the
    smoother's gain does not depend on where the segment ends, so that sums over the ends, weighted
    by f[a, b] B(b), obey the same recursion.
    """
    times, n = rows.times, rows.lengths[s]
    level, squared = found.mean, found.variance
    for a in range(n):
        weight, first, second = 0.0, 0.0, 0.0
        for k in range(n - 1, a - 1, -1):
            here, m, v = tables.f[a, k] * tables.ends[k], tables.mean[a, k], tables.variance[a, k]
            if k + 1 < n:
                ahead = v + drift * (times[s, k + 1] - times[s, k])
                gain = v / ahead
                rest = (1 - gain) * m
                second *= gain * gain
                second += 2 * gain * rest * first
                second += (rest * rest + v - gain * gain * ahead) * weight
                first = gain * first + rest * weight
            weight += here
            first += here * m
            second += here * (m * m + v)
            level[s, k] += first
            squared[s, k] += second
    for k in range(n):
        squared[s, k] -= level[s, k] * level[s, k]


@compiled
def _look_back(rows: Rows, s: int, drift: float, tables: _Tables) -> tuple[float, float, float]:
    """Smooth the first level in the run that starts with it, for each end of that run.

    Returns:
        Scale, offset and noise: given the first level x and no jump, the last is
        N(scale x + offset, noise).
    """
    times, values, variances = rows.times, rows.values, rows.variances
    scale, offset, noise, information, toward = 1.0, 0.0, 0.0, 0.0, 0.0
    certain = 1 / tables.variance[0, 0]
    for k in range(rows.lengths[s]):
        if k:
            noise += drift * (times[s, k] - times[s, k - 1])
            total = noise + variances[s, k]
            surprise = values[s, k] - offset
            information += scale * scale / total
            toward += scale * surprise / total
            gain = noise / total
            offset += gain * surprise
            scale *= 1 - gain
            noise *= 1 - gain
        tables.width[k] = 1 / (certain + information)
        tables.first[k] = (tables.mean[0, 0] * certain + toward) * tables.width[k]
    return scale, offset, noise


@compiled
def _change(rows: Rows, s: int, drift: float, delta: float, tables: _Tables) -> tuple[float, float]:
    """P(the last level lies more than delta above the first), and below it."""
    n = rows.lengths[s]
    f, between = tables.f, tables.between
    scale, offset, noise = _look_back(rows, s, drift, tables)
    rose, fell = 0.0, 0.0
    weight = f[0, n - 1]
    if weight > _SLIGHT and n > 1:
        slope = scale - 1
        size = slope * tables.first[n - 1] + offset
        unit = 1 / math.sqrt(2 * (slope * slope * tables.width[n - 1] + noise) + _TINY)
        rose += 0.5 * weight * erfc((delta - size) * unit)
        fell += 0.5 * weight * erfc((delta + size) * unit)
    for b in range(n - 1):
        if f[0, b] < _SLIGHT:
            continue
        between[b + 1] = f[0, b]
        for c in range(b + 1, n):
            if c > b + 1:
                total = 0.0
                for e in range(b + 1, c):
                    total += between[e] * f[e, c - 1]
                between[c] = total
            weight = between[c] * f[c, n - 1]
            if weight > _SLIGHT:
                size = tables.mean[c, n - 1] - tables.first[b]
                unit = 1 / math.sqrt(2 * (tables.variance[c, n - 1] + tables.width[b]))
                rose += 0.5 * weight * erfc((delta - size) * unit)
                fell += 0.5 * weight * erfc((delta + size) * unit)
    return rose, fell


@compiled
def run(rows: Rows, rates: Rates, delta: float, found: Found) -> None:
    """Fill ``found``, row by row; levels and changes only where they have room for them."""
    n = rows.values.shape[1]
    tables = _Tables(
        np.zeros((n, n)),
        np.zeros((n, n)),
        np.zeros((n, n)),
        np.zeros(n),
        np.zeros(n),
        np.zeros(n),
        np.zeros(n),
    )
    for s in range(rows.values.shape[0]):
        found.evidence[s] = _filter(rows, s, rates, tables)
        _ends(tables.f, tables.ends, rows.lengths[s])
        for k in range(1, rows.lengths[s]):
            found.jump[s, k] = tables.ends[k - 1]
        if found.mean.shape[1]:
            _smooth(rows, s, rates.drift, tables, found)
        if found.moved.shape[1]:
            found.moved[s, 0], found.moved[s, 1] = _change(rows, s, rates.drift, delta, tables)
