"""Tails, moments, quantiles and differences of normal mixtures."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from volteface.positions.mixture import Mixture, mixture, upper_tail

TWO = Mixture(np.array([0.3, 0.7]), np.array([-1.0, 2.0]), np.array([0.5, 0.1]))


def test_upper_tail_of_a_point_is_all_or_nothing() -> None:
    """A variance of zero is a point mass, split where it lies on the limit."""
    tails = upper_tail(0.5, np.array([0.4, 0.5, 0.6]), np.zeros(3))
    assert tails.tolist() == [0.0, 0.5, 1.0]


def test_upper_tail_is_the_normal_s() -> None:
    """One standard deviation above the mean leaves 15.87 per cent."""
    assert upper_tail(3.0, np.array([1.0]), np.array([4.0]))[0] == pytest.approx(0.158655254)


def test_moments() -> None:
    """Mean and variance are those of the whole."""
    mean, variance = TWO.moments()
    assert mean == pytest.approx(1.1)
    assert variance == pytest.approx(0.3 * (0.5 + 2.1**2) + 0.7 * (0.1 + 0.9**2))


@given(st.floats(0.01, 0.99))
def test_quantile_inverts_the_tail(probability: float) -> None:
    """The quantile has the probability asked for below it."""
    assert 1 - TWO.above(TWO.quantile(probability)) == pytest.approx(probability, abs=1e-8)


def test_difference_of_two_independent_levels() -> None:
    """Means subtract and variances add."""
    mean, variance = TWO.minus(TWO).moments()
    assert mean == pytest.approx(0.0, abs=1e-12)
    assert variance == pytest.approx(2 * TWO.moments()[1])


def test_what_weighs_nothing_is_dropped() -> None:
    """The rest sums to one."""
    kept = mixture(np.array([2.0, 1e-20]), np.zeros(2), np.ones(2))
    assert kept.weight.tolist() == [1.0]
    assert math.isclose(kept.above(0.0), 0.5)
