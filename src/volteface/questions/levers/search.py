"""The smallest size of a lever, or of two pulled alike, that brings a probability past a threshold.

The same worlds are used throughout. On a grid of sizes it is seen whether the probability moves one
way only; where it does, the crossing is halved in, else the first crossing of the grid is taken and
the answer says so.
"""

import itertools
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from volteface.conflict.arrays import Reals

GRID = (0.25, 0.5, 0.75, 1.0)
"""Sizes at which it is looked whether more does more, as shares of the most."""
_HALVINGS = 5
_NINETY = 1.6448536269514722
_NOISE = 2.0


@dataclass(frozen=True, slots=True)
class Crossing:
    """Where the threshold is passed.

    ``size`` is the least found, ``interval`` between what it lies with 90 % given the sampling of
    worlds, ``values`` the measure in every world there; ``monotone`` says whether more did more.
    """

    size: float
    interval: tuple[float, float]
    values: Reals
    monotone: bool


def cross(
    run: Callable[[float], Reals],
    most: float,
    threshold: float,
    sign: int,
    *,
    before: Reals,
    at_most: Reals,
    error: Callable[[Reals], float],
) -> Crossing | None:
    """The least size that passes a threshold; None if no size of the grid does.

    Args:
        run: The measure in every world at a size.
        most: The greatest size.
        threshold: Of the measure's mean.
        sign: 1 to rise to the threshold or above, -1 to fall to it or below.
        before: The measure in every world without the lever.
        at_most: The same at ``most``.
        error: The standard error of a mean over the worlds.
    """
    sizes = [0.0, *(share * most for share in GRID)]
    seen = [before, *(run(size) for size in sizes[1:-1]), at_most]
    means = [float(values.mean()) for values in seen]
    passed = [sign * (mean - threshold) >= 0 for mean in means]
    if not any(passed):
        return None
    monotone = _monotone(seen, sign, error)
    place = passed.index(True)
    low, high = sizes[max(0, place - 1)], sizes[place]
    values = seen[place]
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        tried = run(middle)
        if sign * (float(tried.mean()) - threshold) >= 0:
            high, values = middle, tried
        else:
            low = middle
    spread = _spread(seen, sizes, place, error)
    return Crossing(high, (max(0.0, high - spread), min(most, high + spread)), values, monotone)


def _monotone(seen: Sequence[Reals], sign: int, error: Callable[[Reals], float]) -> bool:
    """Whether no step of the grid goes clearly back."""
    for one, other in itertools.pairwise(seen):
        change = other - one
        back = -sign * float(change.mean())
        if back > 0 and back > _NOISE * error(change):
            return False
    return True


def _spread(
    seen: Sequence[Reals], sizes: Sequence[float], place: int, error: Callable[[Reals], float]
) -> float:
    """How far off the size may be: the error of the mean over the slope at the crossing."""
    before, after = seen[max(0, place - 1)], seen[place]
    rise = abs(float(after.mean() - before.mean()))
    width = sizes[place] - sizes[max(0, place - 1)]
    noise = error(after)
    if not math.isfinite(noise) or rise == 0:
        return float(sizes[-1])
    return float(np.clip(_NINETY * noise * width / rise, 0, sizes[-1]))
