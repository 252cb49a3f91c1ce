"""Readings may be wrong: how sure it is that enough of those behind a verdict are right.

A statement read with confidence c has been misread with probability 1 - c, and then says nothing
about the level. Misreadings of different wordings are taken as independent. Where few are doubtful,
a verdict of no shift is averaged over all ways in which they can be wrong. Otherwise a verdict's
probability is multiplied by the probability that enough of the readings that carry it are right, a
lower bound: a verdict that would stand on fewer is given no credit for it.
"""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace

from volteface.positions.movement import Movement
from volteface.records import Observation

LEAST = 2
"""Right readings without which no level can be said to hold."""
FEW = 4
"""Doubtful readings up to which every way to misread them is looked at."""
SAYS_NOTHING = 1e6
"""Variance of an observation that was misread: its day stays, its stance is nothing."""


def right(observations: Sequence[Observation], least: int = 1) -> float:
    """Probability that at least so many of the observations were read rightly.

    Observations of one wording are read rightly or wrongly together, with the least doubt among
    them. The lower tail of the number of right readings is summed exactly.
    """
    chances = [1.0] + [0.0] * (least - 1)
    for size, doubt in _readings(observations):
        for k in range(least - 1, -1, -1):
            gained = chances[k - size] * (1 - doubt) if k >= size else 0.0
            chances[k] = chances[k] * doubt + gained
    return 1.0 - sum(chances)


def _readings(observations: Sequence[Observation]) -> Iterator[tuple[int, float]]:
    """How many observations each reading stands behind, and its doubt."""
    wordings: dict[str, list[float]] = {}
    for one in observations:
        if one.wording:
            wordings.setdefault(one.wording, []).append(one.doubt)
        else:
            yield 1, one.doubt
    for doubts in wordings.values():
        yield len(doubts), min(doubts)


def misread(
    observations: Sequence[Observation],
) -> Iterator[tuple[float, tuple[Observation, ...]]]:
    """Every way in which readings can be right or wrong, with its probability.

    Observations of one wording go together, with the least doubt among them; those that were
    misread say nothing. Nothing is given where more than ``FEW`` readings are doubtful.
    """
    doubts: dict[str, float] = {}
    for place, one in enumerate(observations):
        reading = one.wording or f"{place}"
        doubts[reading] = min(one.doubt, doubts.get(reading, one.doubt))
    doubtful = [reading for reading, doubt in doubts.items() if doubt > 0]
    if len(doubtful) > FEW:
        return
    for wrong in itertools.product((False, True), repeat=len(doubtful)):
        chance = 1.0
        for reading, is_wrong in zip(doubtful, wrong, strict=True):
            chance *= doubts[reading] if is_wrong else 1 - doubts[reading]
        gone = {reading for reading, is_wrong in zip(doubtful, wrong, strict=True) if is_wrong}
        yield (
            chance,
            tuple(
                replace(one, variance=SAYS_NOTHING) if (one.wording or f"{place}") in gone else one
                for place, one in enumerate(observations)
            ),
        )


def both_sides(series: Sequence[Observation], move: Movement) -> float:
    """Probability that old and new level each rest on at least one right reading."""
    before, after = ([series[index] for index in side] for side in (move.before, move.after))
    return right(before) * right(after)
