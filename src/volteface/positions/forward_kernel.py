"""The forward pass over one long series.

The level given all up to now is a sum of normal distributions, one for each place at which the
present segment can have started. The sum grows by one with every observation, but the drift makes
old runs forget: two runs that started long ago come to have the same mean and variance to the last
digits, and are joined. A run is dropped only if it could not matter whatever came next: from any
time on, a run with variance v and mean m explains what follows at most

    sqrt(tau^2 / v) exp(m^2 / (2 (tau^2 - v)))

times as well as a new one, and new ones start with probability 1 - exp(-lambda gap).
"""

import math
from typing import NamedTuple

import numpy as np

from volteface.positions.compiled import compiled
from volteface.positions.curves_kernel import (
    NOTHING,
    Line,
    alike,
    join,
    log_density,
    update,
)
from volteface.positions.mixture import Array, Whole


class Sum(NamedTuple):
    """The runs that are told apart; arrays of (capacity,) but for ``each`` (3, capacity).

    ``each`` holds weight, mean and variance, the newest run last; ``score`` the log score of the
    likeliest jumps that lead to a run, ``begun`` where it started, ``log`` is scratch; ``size``
    (1,) says how many there are.
    """

    each: Array
    score: Array
    begun: Whole
    log: Array
    size: Whole


class Trace(NamedTuple):
    """What the forward pass leaves for each observation, (n,) each.

    ``log`` is the log density of all up to it, ``mean`` the filtered mean, ``best`` the log score
    of the likeliest jumps up to it and ``start`` where their last segment starts. ``dropped``
    (1,) is the share of the evidence that dropping runs has set aside, at most.
    """

    log: Array
    mean: Array
    best: Array
    start: Whole
    dropped: Array


@compiled
def forward(line: Line, first: int, last: int, state: Sum, trace: Trace) -> None:
    """Take the sum from observation ``first`` - 1 to ``last``; ``first`` = 0 begins anew.

    The trace is read before ``first`` and filled from there on.
    """
    for k in range(first, last + 1):
        log_stay, log_hop, blur = 0.0, 0.0, 0.0
        before, behind = 0.0, 0.0
        if k:
            gap = line.times[k] - line.times[k - 1]
            log_stay, blur = -line.jumps * gap, line.drift * gap
            log_hop = math.log(-math.expm1(log_stay)) if log_stay < 0 else -np.inf
            before, behind = trace.log[k - 1], trace.best[k - 1]
        _begin(state, k, behind + log_hop, math.exp(log_hop), line.spread - blur, log_stay)
        top = _observe(state, line.values[k], line.variances[k], blur)
        total, level, best, start = 0.0, 0.0, -np.inf, 0
        each, count = state.each, state.size[0]
        for c in range(count):
            each[0, c] *= math.exp(state.log[c] - top)
            total += each[0, c]
            if state.score[c] > best:
                best, start = state.score[c], state.begun[c]
        for c in range(count):
            each[0, c] /= total
            level += each[0, c] * each[1, c]
        trace.log[k] = before + top + math.log(total)
        trace.mean[k], trace.best[k], trace.start[k] = level, best, start
        _tidy(line, k, state, trace.dropped)


@compiled
def _begin(  # noqa: PLR0917 - compiled functions take no names
    state: Sum, k: int, score: float, weight: float, variance: float, log_stay: float
) -> None:
    """Let the runs go on without a jump, and begin a new one.

    ``variance`` is the new run's less the drift that is added to all of them next.
    """
    count = state.size[0]
    stay = math.exp(log_stay)
    for c in range(count):
        state.each[0, c] *= stay
        state.score[c] += log_stay
    state.each[0, count], state.each[1, count], state.each[2, count] = weight, 0.0, variance
    state.score[count], state.begun[count] = score, k
    state.size[0] = count + 1


@compiled
def _observe(state: Sum, value: float, noise: float, blur: float) -> float:
    """Take in one observation; the greatest of the runs' log densities."""
    top = -np.inf
    each = state.each
    for c in range(state.size[0]):
        prior = each[2, c] + blur
        wide = prior + noise
        surprise = value - each[1, c]
        state.log[c] = log_density(surprise, wide)
        state.score[c] += state.log[c]
        top = max(top, state.log[c])
        update(each, c, prior, value, noise)
    return top


@compiled
def _tidy(line: Line, k: int, state: Sum, dropped: Array) -> None:
    """Join runs that are alike and drop those that can matter no more."""
    each, score, begun = state.each, state.score, state.begun
    hop = 0.0
    if k + 1 < line.times.size:
        hop = -math.expm1(-line.jumps * (line.times[k + 1] - line.times[k]))
    kept = 0
    for c in range(state.size[0]):
        if kept and alike(each, kept - 1, c, 1.0):
            join(each, kept - 1, c)
            if score[c] > score[kept - 1]:
                score[kept - 1], begun[kept - 1] = score[c], begun[c]
            continue
        mean, variance = each[1, c], each[2, c]
        if each[0, c] < NOTHING and hop > 0 and variance < 0.5 * line.spread:
            lead = min(mean * mean / (2 * (line.spread - variance)), 600.0)
            most = each[0, c] * math.sqrt(line.spread / variance) * math.exp(lead) / hop
            if most < NOTHING:
                dropped[0] += most
                continue
        for row in range(3):
            each[row, kept] = each[row, c]
        score[kept], begun[kept] = score[c], begun[c]
        kept += 1
    state.size[0] = kept
