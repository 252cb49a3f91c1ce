"""Worlds drawn on a lattice."""

import numpy as np
import pytest

from volteface.positions.draws import WORLDS, draws
from volteface.positions.mixture import Mixture


def _mixture(*parts: tuple[float, float, float]) -> Mixture:
    return Mixture(*(np.array(column) for column in zip(*parts, strict=True)))


def test_each_column_has_its_distribution() -> None:
    """Moments and quantiles of a mixture of unlike parts."""
    level = _mixture((0.7, 0.8, 0.01), (0.3, -0.5, 0.2))
    other = _mixture((1.0, 0.0, 0.04))
    found = draws([level, other, level])
    assert found.shape == (WORLDS, 3)
    for column in (0, 2):
        mean, variance = level.moments()
        assert found[:, column].mean() == pytest.approx(mean, abs=0.005)
        assert found[:, column].var() == pytest.approx(variance, abs=0.01)
        for share in (0.1, 0.5, 0.9):
            quantile = level.quantile(share)
            assert np.mean(found[:, column] <= quantile) == pytest.approx(share, abs=0.005)


def test_columns_are_independent() -> None:
    """Two levels of one distribution differ as independent ones do."""
    level = _mixture((1.0, 0.3, 0.09))
    one, other, third = draws([level] * 3).T
    for a, b in ((one, other), (one, third), (other, third)):
        assert np.corrcoef(a, b)[0, 1] == pytest.approx(0, abs=0.03)
        assert np.mean(a > b) == pytest.approx(0.5, abs=0.02)


def test_the_same_evidence_gives_the_same_bits() -> None:
    """Nothing is random."""
    level = _mixture((0.5, 0.3, 0.09), (0.5, 0.0, 0.1))
    assert (draws([level, level]) == draws([level, level])).all()
