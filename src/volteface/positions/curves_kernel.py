"""Sums of normal curves that are kept short: what the passes over a long series are made of."""

import math
from typing import NamedTuple

import numpy as np

from volteface.positions.compiled import compiled
from volteface.positions.mixture import Array, Whole

ALIKE = 1e-7
NEAR = 1e-5
"""Curves are joined whose variances differ by less than ALIKE, relatively, and whose means by less
than NEAR standard deviations."""
NOTHING = 1e-16
"""A curve that could make up at most this share of the evidence is dropped."""
HARDLY = 1e-40
HALF_LOG = 0.5 * math.log(2 * math.pi)
_LARGEST = 700.0
_FINE = 256
_REACH = 6
_GRID = np.arange(_REACH * _FINE + 2) / _FINE
_TAIL = np.array([math.erfc(z) for z in _GRID])
_SLOPE = -2 / math.sqrt(math.pi) * np.exp(-(_GRID**2)) / _FINE
"""erfc and its derivative on a grid: between them a cubic is right to 1e-12."""


class Line(NamedTuple):
    """One series: years, stances and noise variances, all (n,), with the rates of its motion."""

    times: Array
    values: Array
    variances: Array
    drift: float
    jumps: float
    spread: float


class Curves(NamedTuple):
    """A sum of normal curves and a constant.

    ``each`` has shape (3, capacity): logarithm of weight, mean, variance. Logarithms, because what
    is to come can be astronomically likelier under a level that is out of the question. ``size``
    (1,) says how many are in use, ``constant`` (1,) is the constant.
    """

    each: Array
    size: Whole
    constant: Array


@compiled
def log_density(surprise: float, variance: float) -> float:
    """The logarithm of the normal density."""
    return -0.5 * (surprise * surprise / variance + math.log(variance)) - HALF_LOG


@compiled
def density(surprise: float, variance: float, log: float) -> float:
    """The normal density, divided by exp(log)."""
    return math.exp(min(log_density(surprise, variance) - log, _LARGEST))


@compiled
def erfc(z: float) -> float:
    """The complementary error function from a table, to 1e-12; several times faster."""
    away = abs(z)
    if away >= _REACH:
        return 0.0 if z > 0 else 2.0
    place = away * _FINE
    k = int(place)
    t = place - k
    start, end = _SLOPE[k], _SLOPE[k + 1]
    rise = _TAIL[k + 1] - _TAIL[k]
    bend = (3 * rise - 2 * start - end) + t * (start + end - 2 * rise)
    tail = _TAIL[k] + t * (start + t * bend)
    return float(tail) if z > 0 else 2.0 - float(tail)


@compiled
def alike(each: Array, a: int, b: int, share: float) -> bool:
    """Whether two curves are the same to the digits that matter, or to a share of the tolerance."""
    variance = each[2, a]
    if abs(variance - each[2, b]) > share * ALIKE * variance:
        return False
    return bool(abs(each[1, a] - each[1, b]) < share * NEAR * math.sqrt(variance))


@compiled
def join(each: Array, a: int, b: int) -> float:
    """Put b into a, keeping weight, mean and variance of both; the share that was b's."""
    weight = each[0, a] + each[0, b]
    if weight <= HARDLY:
        return 0.0
    share = each[0, b] / weight
    each[0, a] = weight
    blend(each, a, b, share)
    return float(share)


@compiled
def blend(each: Array, a: int, b: int, share: float) -> None:
    """Give a the mean and variance of a sum of which b has so large a share."""
    apart = each[1, b] - each[1, a]
    each[1, a] += share * apart
    each[2, a] += share * (each[2, b] - each[2, a]) + share * (1 - share) * apart * apart


@compiled
def update(each: Array, c: int, prior: float, value: float, noise: float) -> None:
    """The curve's mean and variance after an observation; ``prior`` is its variance before."""
    gain = prior / (prior + noise)
    each[1, c] += gain * (value - each[1, c])
    each[2, c] = gain * noise
