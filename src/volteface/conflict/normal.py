"""The normal distribution function and its logarithm, for arrays (Hart 1968; West 2005)."""

import math

import numpy as np

from volteface.conflict.arrays import Reals

NUMERATOR = (
    3.52624965998911e-02,
    0.700383064443688,
    6.37396220353165,
    33.912866078383,
    112.079291497871,
    221.213596169931,
    220.206867912376,
)
DENOMINATOR = (
    8.83883476483184e-02,
    1.75566716318264,
    16.064177579207,
    86.7807322029461,
    296.564248779674,
    637.333633378831,
    793.826512519948,
    440.413735824752,
)
TURN = 4.0
"""Beyond it the rational function loses relative precision: a continued fraction is used,"""
_DEPTH = 60
"""of this many terms."""
UNDERFLOW = 37.0
ROOT_TWO_PI = math.sqrt(2 * math.pi)
TAIL = -30.0
"""Below it the distribution function is taken in logarithms by its asymptotic series."""
SAFE = 300.0
"""Exponents up to it are taken without logarithms."""


def normal_cdf(z: Reals) -> Reals:
    """Probability that a standard normal is below ``z``; 0 below -37, where it underflows.

    Relative error under 1e-12.
    """
    x = np.abs(z)
    middle = np.minimum(x, TURN)
    density = np.exp(-0.5 * np.minimum(x, UNDERFLOW) ** 2)
    near = density * np.polyval(NUMERATOR, middle) / np.polyval(DENOMINATOR, middle)
    fraction = np.maximum(x, TURN)
    for k in range(_DEPTH, 0, -1):
        fraction = np.maximum(x, TURN) + k / fraction
    tail = np.where(x < TURN, near, density / (fraction * ROOT_TWO_PI))
    tail = np.where(x > UNDERFLOW, 0.0, tail)
    return np.where(z > 0, 1 - tail, tail)


def log_normal_cdf(z: Reals) -> Reals:
    """Its logarithm, finite however small the probability."""
    far = np.minimum(z, TAIL)
    w = 1 / far**2
    series = 1 - w * (1 - 3 * w * (1 - 5 * w * (1 - 7 * w)))
    tail = -0.5 * far**2 - np.log(-far) - math.log(ROOT_TWO_PI) + np.log(series)
    return np.where(z > TAIL, np.log(normal_cdf(np.maximum(z, TAIL))), tail)
