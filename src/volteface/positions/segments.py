r"""The run-length recursion: a local level whose jumps redraw it, exactly, for many series at once.

The level drifts as a random walk of variance ``q`` a year. Jumps are a Poisson process of rate
``lambda`` a year; after a gap that holds one, the level at the next observation is drawn anew from
N(0, tau^2), whatever it was. Segments between jumps are therefore independent, and

.. math::

    W_{ab} = \log p(y_a \ldots y_b,\ \text{no jump in between} \mid \text{a segment starts at } a)

from a Kalman filter for each start ``a`` is all that sums over every set of jump places need
(Fearnhead 2006, section 3; Adams and MacKay 2007, with the Kalman predictive). Cost: n^2 filter
steps and n^3 additions for a series of n points; nothing is approximated.

Shapes: ``S`` series of ``n`` points each, ordered by time; tables are (S, n, n).
"""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np

from volteface.case.schema import Dynamics
from volteface.positions.mixture import Array


class Motion(NamedTuple):
    """How a level moves: variance of drift a year, jumps a year, and prior variance tau^2."""

    drift: float
    jumps: float
    spread: float

    @classmethod
    def of(cls, dynamics: Dynamics) -> "Motion":
        """The case's settings, standard deviations squared."""
        return cls(dynamics.drift**2, dynamics.jumps, dynamics.spread**2)

    def at_even_odds(self, years: float) -> "Motion":
        """The same with a jump at least as likely as not within ``years``."""
        return self._replace(jumps=max(self.jumps, np.log(2) / years))


@dataclass(frozen=True)
class Segments:
    """Everything the posterior is made of.

    Attributes:
        times: (S, n) years, ascending.
        values: (S, n) observed stances.
        variances: (S, n) their noise, above zero.
        motion: How the level moves.
        mean: [a, k] filtered mean at k in a segment that started at a.
        variance: [a, k] its variance.
        run: [a, b] W, minus infinity where b < a.
        precision: [k, b] information on the level at k from the observations k+1 to b.
        shift: [k, b] that information times where it points.
        stay: (S, n) log probability of no jump in the gap before k; 0 for the first.
        jump: (S, n) log probability of a jump in the gap before k; minus infinity for the first.
        between: [s, c] log evidence of observations s to c-1 and of jumps before s and c,
            given the jump before s.
        after: (S, n) log evidence of all after b, and of a jump right after b.
        evidence: (S,) log evidence of the series.
    """

    times: Array
    values: Array
    variances: Array
    motion: Motion
    mean: Array
    variance: Array
    run: Array
    precision: Array
    shift: Array
    stay: Array
    jump: Array
    between: Array
    after: Array
    evidence: Array

    @cached_property
    def posterior(self) -> Array:
        """[a, b] probability that one segment reaches from a to b and no further."""
        log = self.between[:, 0, :, None] + self.run + self.after[:, None, :]
        return np.asarray(np.exp(log - self.evidence[:, None, None]))

    def smoothed(self, k: int) -> tuple[Array, Array, Array]:
        """Probability, mean and variance of the level at k for each segment [a <= k, b >= k]."""
        weight = self.posterior[:, : k + 1, k:]
        variance = 1 / (1 / self.variance[:, : k + 1, k, None] + self.precision[:, None, k, k:])
        mean = variance * (
            (self.mean[:, : k + 1, k] / self.variance[:, : k + 1, k])[:, :, None]
            + self.shift[:, None, k, k:]
        )
        return weight, mean, variance

    def means(self) -> Array:
        """(S, n) posterior mean of the level at each observation."""
        columns = []
        for k in range(self.times.shape[1]):
            weight, mean, _ = self.smoothed(k)
            columns.append((weight * mean).sum(axis=(1, 2)))
        return np.stack(columns, axis=1)


def log_sum(terms: Array) -> Array:
    """log(sum(exp(terms))) over the last axis; all minus infinity gives minus infinity."""
    top = terms.max(axis=-1, keepdims=True)
    top = np.where(np.isfinite(top), top, 0.0)
    with np.errstate(divide="ignore"):
        return np.asarray(np.log(np.exp(terms - top).sum(axis=-1)) + top[..., 0])


def segment(times: Array, values: Array, variances: Array, motion: Motion) -> Segments:
    """Filter every run and sum over every set of jump places.

    Args:
        times: (S, n) years, ascending in each row; n at least 1.
        values: (S, n) observed stances.
        variances: (S, n) noise variances, above zero.
        motion: How the level moves.
    """
    gaps = np.diff(times, axis=1, prepend=times[:, :1])
    stay = -motion.jumps * gaps
    with np.errstate(divide="ignore"):
        jump = np.log(-np.expm1(stay))
    mean, variance, run = _filter_runs(gaps, values, variances, stay, motion)
    precision, shift = _look_ahead(gaps, values, variances, motion)
    between, after = _sum_over_jumps(run, jump)
    evidence = log_sum(between[:, 0] + run[:, :, -1])
    return Segments(
        times=times,
        values=values,
        variances=variances,
        motion=motion,
        mean=mean,
        variance=variance,
        run=run,
        precision=precision,
        shift=shift,
        stay=stay,
        jump=jump,
        between=between,
        after=after,
        evidence=evidence,
    )


def _filter_runs(
    gaps: Array, values: Array, variances: Array, stay: Array, motion: Motion
) -> tuple[Array, Array, Array]:
    series, n = values.shape
    mean = np.zeros((series, n, n))
    variance = np.ones((series, n, n))
    run = np.full((series, n, n), -np.inf)
    for k in range(n):
        level = np.zeros((series, k + 1))
        spread = np.full((series, k + 1), motion.spread, dtype=np.float64)
        log = np.zeros((series, k + 1))
        if k:
            level[:, :k] = mean[:, :k, k - 1]
            spread[:, :k] = variance[:, :k, k - 1] + motion.drift * gaps[:, k, None]
            log[:, :k] = run[:, :k, k - 1] + stay[:, k, None]
        total = spread + variances[:, k, None]
        surprise = values[:, k, None] - level
        gain = spread / total
        mean[:, : k + 1, k] = level + gain * surprise
        variance[:, : k + 1, k] = gain * variances[:, k, None]
        run[:, : k + 1, k] = log - 0.5 * (np.log(2 * np.pi * total) + surprise**2 / total)
    return mean, variance, run


def _look_ahead(
    gaps: Array, values: Array, variances: Array, motion: Motion
) -> tuple[Array, Array]:
    series, n = values.shape
    precision = np.zeros((series, n, n))
    shift = np.zeros((series, n, n))
    for k in range(n - 2, -1, -1):
        certain = 1 / variances[:, k + 1, None] + precision[:, k + 1, k + 1 :]
        toward = (values / variances)[:, k + 1, None] + shift[:, k + 1, k + 1 :]
        blur = 1 + certain * motion.drift * gaps[:, k + 1, None]
        precision[:, k, k + 1 :] = certain / blur
        shift[:, k, k + 1 :] = toward / blur
    return precision, shift


def _sum_over_jumps(run: Array, jump: Array) -> tuple[Array, Array]:
    series, n, _ = run.shape
    between = np.full((series, n, n), -np.inf)
    between[:, np.arange(n), np.arange(n)] = 0.0
    for c in range(1, n):
        parts = between[:, :c, :c] + run[:, None, :c, c - 1]
        between[:, :c, c] = jump[:, c, None] + log_sum(parts)
    after = np.zeros((series, n))
    for b in range(n - 2, -1, -1):
        after[:, b] = jump[:, b + 1] + log_sum(run[:, b + 1, b + 1 :] + after[:, b + 1 :])
    return between, after
