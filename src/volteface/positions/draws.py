"""Levels of several actors on one day as rows of possible worlds.

For what no formula gives: who is nearest to whom, how far apart all are. The worlds are no random
numbers but the points of a lattice (Richtmyer 1951), put through each actor's distribution: the
same evidence gives the same bits, and every share is right to about one in their number.
"""

import math
from collections.abc import Sequence

import numpy as np

from volteface.positions.dates import lattice
from volteface.positions.mixture import Array, Mixture, mixture

WORLDS = 1024
_KNOTS = 500
_REACH = 5.0
_SLIGHT = 1e-5
"""Parts of a mixture with less weight are left out."""
_Z = np.linspace(-6, 6, 3001)
_PHI = np.array([0.5 * math.erfc(-z / math.sqrt(2)) for z in _Z])


def draws(levels: Sequence[Mixture]) -> Array:
    """(WORLDS, actors) levels, those of one row together one possible world.

    The actors' levels are independent given the evidence: each has its own.
    """
    places = np.arange(WORLDS) + 0.5
    columns = [
        _quantiles(level, np.modf(places * step)[0])
        for level, step in zip(levels, lattice(WORLDS), strict=False)
    ]
    return np.stack(columns, axis=1)


def _quantiles(level: Mixture, shares: Array) -> Array:
    """Quantiles read off the distribution function at knots about every part of the mixture."""
    keep = level.weight > _SLIGHT
    weight, mean, variance = mixture(level.weight[keep], level.mean[keep], level.variance[keep])
    deviation = np.sqrt(variance)
    ends = (mean - _REACH * deviation).min(), (mean + _REACH * deviation).max()
    main = np.argsort(-weight)[:4]
    near = mean[main, None] + deviation[main, None] * np.linspace(-4, 4, _KNOTS // 5)
    knots = np.unique(np.concatenate([np.linspace(*ends, _KNOTS), near.ravel()]))
    below = weight @ np.interp((knots - mean[:, None]) / deviation[:, None], _Z, _PHI)
    return np.asarray(np.interp(shares, np.maximum.accumulate(below), knots))
