"""Weighted sums of normal distributions: tails, moments and quantiles."""

import math
from typing import Any, NamedTuple, TypeAlias, cast

import numpy as np
from numpy.typing import NDArray

Array: TypeAlias = NDArray[np.float64]
Whole: TypeAlias = NDArray[np.int64]

NEGLIGIBLE = 1e-13
"""Components with less weight than this are dropped; thousands of them stay under 1e-9."""

_erfc = np.frompyfunc(math.erfc, 1, 1)


def upper_tail(limit: float, mean: Array, variance: Array) -> Array:
    """P(X > limit) for X ~ N(mean, variance); a variance of zero is a point mass."""
    distance = limit - mean
    if (variance > 0).all():
        z = distance / np.sqrt(2 * variance)
    else:
        with np.errstate(divide="ignore", invalid="ignore"):
            known = np.sign(distance) * np.inf
            z = np.where(variance > 0, distance / np.sqrt(2 * variance), known)
        z = np.where(np.isnan(z), 0.0, z)
    return 0.5 * cast("NDArray[Any]", _erfc(z)).astype(np.float64)


def normal_above(limit: float, mean: float, variance: float) -> float:
    """P(X > limit) for one X ~ N(mean, variance); the variance is above zero."""
    return 0.5 * math.erfc((limit - mean) / math.sqrt(2 * variance))


class Mixture(NamedTuple):
    """Weights (summing to 1), means and variances, each of shape (components,)."""

    weight: Array
    mean: Array
    variance: Array

    def above(self, limit: float) -> float:
        """P(X > limit)."""
        return float(self.weight @ upper_tail(limit, self.mean, self.variance))

    def moments(self) -> tuple[float, float]:
        """Mean and variance of the whole."""
        mean = float(self.weight @ self.mean)
        return mean, float(self.weight @ (self.variance + (self.mean - mean) ** 2))

    def quantile(self, probability: float, tolerance: float = 1e-10) -> float:
        """The x with P(X <= x) = probability, by bisection.

        Args:
            probability: Between 0 and 1.
            tolerance: How far off the answer may be, relative to its size where that exceeds 1;
                by default the last bit that matters.
        """
        reach = 9 * np.sqrt(self.variance) + 1e-9
        low, high = float((self.mean - reach).min()), float((self.mean + reach).max())
        while high - low > tolerance * max(1.0, abs(low), abs(high)):
            middle = (low + high) / 2
            low, high = (middle, high) if 1 - self.above(middle) < probability else (low, middle)
        return (low + high) / 2

    def minus(self, other: "Mixture") -> "Mixture":
        """The difference of two independent quantities."""
        return mixture(
            np.multiply.outer(self.weight, other.weight).ravel(),
            np.subtract.outer(self.mean, other.mean).ravel(),
            np.add.outer(self.variance, other.variance).ravel(),
        )


def mixture(weight: Array, mean: Array, variance: Array) -> Mixture:
    """Drop what weighs nothing and let the weights sum to one."""
    keep = weight > NEGLIGIBLE * weight.max()
    return Mixture(weight[keep] / weight[keep].sum(), mean[keep], variance[keep])
