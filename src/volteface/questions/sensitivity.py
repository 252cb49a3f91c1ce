"""What an answer hangs on: which of the drawn quantities move it, and which turn its sign around.

For each drawn quantity, Spearman's rank correlation with the difference, and the mean difference in
the lowest and the highest fifth of the quantity's draws. Simple and honest about its limit: one
quantity at a time, so two that only matter together are not found.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from volteface.conflict.arrays import Reals

_FIFTH = 5
_ERRORS = 3.0
"""A correlation or a mean of the other sign counts from this many standard errors on."""
_FEWEST = 50
"""With fewer worlds than this in a fifth nothing is said."""


@dataclass(frozen=True, slots=True)
class Influence:
    """How a difference depends on one drawn quantity.

    ``correlation`` is Spearman's, in [-1, 1]; ``low`` and ``high`` the mean difference in the
    lowest and the highest fifth of its draws; ``flips`` whether one of these has clearly the other
    sign than the mean over all.
    """

    name: str
    correlation: float
    low: float
    high: float
    flips: bool


def influences(varied: Reals, names: Sequence[str], difference: Reals) -> tuple[Influence, ...]:
    """The quantities that a difference clearly depends on, strongest first.

    Args:
        varied: (draws, quantities) values.
        names: Of the quantities.
        difference: (draws,).
    """
    draws = len(difference)
    if draws < _FEWEST * _FIFTH or np.all(difference == difference[0]):
        return ()
    ranks = _ranks(difference)
    sign = np.sign(difference.mean())
    found = []
    for column, name in enumerate(names):
        values = varied[:, column]
        correlation = float(np.corrcoef(_ranks(values), ranks)[0, 1])
        order = np.argsort(values, kind="stable")
        fifth = draws // _FIFTH
        low, high = difference[order[:fifth]], difference[order[-fifth:]]
        turns = bool(_against(low, sign) or _against(high, sign))
        if abs(correlation) * math.sqrt(draws) > _ERRORS or turns:
            influence = Influence(name, correlation, float(low.mean()), float(high.mean()), turns)
            found.append(influence)
    return tuple(sorted(found, key=lambda one: (-abs(one.correlation), one.name)))


def _against(values: Reals, sign: float) -> bool:
    """Whether a mean is clearly of the other sign."""
    error = float(values.std(ddof=1)) / math.sqrt(len(values))
    return bool(sign * values.mean() < -_ERRORS * error and sign != 0)


def _ranks(values: Reals) -> Reals:
    """Ranks from 0, ties sharing their mean rank."""
    _, inverse, counts = np.unique(values, return_inverse=True, return_counts=True)
    ends = np.cumsum(counts)
    shared: Reals = (ends - (counts + 1) / 2)[inverse]
    return shared
