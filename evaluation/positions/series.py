"""Series drawn from the model, and series that hold still or jump once."""

from datetime import date, timedelta
from typing import NamedTuple

import numpy as np

from volteface.positions.mixture import Array
from volteface.positions.segments import Motion
from volteface.records import DateInterval, Observation

FIRST = date(2012, 1, 1)
LENGTHS = (3, 5, 10, 30, 100)


class Drawn(NamedTuple):
    """``series`` series of ``n`` points from the model: times in years, stances, noise, truth.

    ``jumped`` says before which observations the level was redrawn.
    """

    times: Array
    values: Array
    variances: Array
    levels: Array
    jumped: Array


def draw(rng: np.random.Generator, series: int, n: int, motion: Motion, years: float) -> Drawn:
    """Dates uniform over ``years``, noise between 0.15 and 0.45, all else by the model."""
    times = np.sort(rng.uniform(0, years, (series, n)), axis=1)
    variances = rng.uniform(0.15, 0.45, (series, n)) ** 2
    gaps = np.diff(times, axis=1, prepend=times[:, :1])
    jumped = rng.uniform(size=(series, n)) < -np.expm1(-motion.jumps * gaps)
    fresh = rng.normal(0, np.sqrt(motion.spread), (series, n))
    steps = rng.normal(0, 1, (series, n)) * np.sqrt(motion.drift * gaps)
    levels = fresh.copy()
    for k in range(1, n):
        levels[:, k] = np.where(jumped[:, k], fresh[:, k], levels[:, k - 1] + steps[:, k])
    values = levels + rng.normal(0, 1, (series, n)) * np.sqrt(variances)
    return Drawn(times, values, variances, levels, jumped)


def monthly(rng: np.random.Generator, levels: Array, deviation: float) -> list[Observation]:
    """One statement a month around given levels, each from a source of its own."""
    observations = []
    for k, level in enumerate(levels):
        day = FIRST + timedelta(days=30 * k)
        observations.append(
            Observation(
                records=(f"s{k}",),
                when=DateInterval(day, day, "day", "drawn"),
                value=float(level + rng.normal(0, deviation)),
                variance=deviation**2,
                source=f"source {k}",
                conduct=False,
            )
        )
    return observations
