"""Readings may be wrong: how sure it is that enough of those behind a verdict are right.

A statement read with confidence c has been misread with probability 1 - c, and then says nothing
about the level. Misreadings are taken as independent. A verdict's probability is multiplied by
the probability that enough of the readings that carry it are right, a lower bound: a verdict that
would stand on fewer is given no credit for it.
"""

from collections.abc import Sequence

from volteface.positions.movement import Movement
from volteface.records import Observation

LEAST = 2
"""Right readings without which no level can be said to hold."""


def right(observations: Sequence[Observation], least: int = 1) -> float:
    """Probability that at least so many of the observations were read rightly.

    The number of right readings is Poisson binomial; its lower tail is summed exactly.
    """
    chances = [1.0] + [0.0] * (least - 1)
    for one in observations:
        for k in range(least - 1, 0, -1):
            chances[k] = chances[k] * one.doubt + chances[k - 1] * (1 - one.doubt)
        chances[0] *= one.doubt
    return 1.0 - sum(chances)


def both_sides(series: Sequence[Observation], move: Movement) -> float:
    """Probability that old and new level each rest on at least one right reading."""
    before, after = ([series[index] for index in side] for side in (move.before, move.after))
    return right(before) * right(after)
