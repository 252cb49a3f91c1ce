"""Whether an actor's statements come to lie further apart, while its position holds."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from volteface.positions.conditions import Rules
from volteface.positions.dates import LONGEST, canonical
from volteface.positions.level import fit, levels_at
from volteface.positions.mixture import normal_above
from volteface.records import Observation

FEWEST = 5
"""Statements on either side of the middle."""
TIMES = 2.0
"""The variance has grown if it is more than so many times what it was."""
PRIOR = 6.0
"""How many statements the case's own noise counts for on either side."""


class Spreading(NamedTuple):
    """P(the noise variance more than doubled), and standard deviations as factors on the case's."""

    probability: float
    before: float
    after: float


def spreading(observations: Sequence[Observation], rules: Rules) -> Spreading | None:
    """Compare the scatter about the level in the earlier and the later half; None of too few.

    The mean squared distance from the level, in units of each statement's noise, is scaled
    inverse chi-squared on either side; the logarithm of the ratio of two such is nearly normal
    with variance 2 / d_1 + 2 / d_2.
    """
    series = canonical(observations)
    if not 2 * FEWEST <= len(series) <= LONGEST:
        return None
    mean, variance = levels_at(fit(series, rules.motion))
    ratios = [
        ((one.value - level) ** 2 + wide) / one.variance
        for one, level, wide in zip(series, mean, variance, strict=True)
    ]
    half = len(series) // 2
    factors, freedoms = [], []
    for part in (ratios[:half], ratios[half:]):
        freedoms.append(PRIOR + len(part))
        factors.append((PRIOR + math.fsum(part)) / freedoms[-1])
    apart = math.log(factors[1] / factors[0]) - math.log(TIMES)
    chance = normal_above(0.0, apart, sum(2 / freedom for freedom in freedoms))
    return Spreading(chance, math.sqrt(factors[0]), math.sqrt(factors[1]))
