"""Krippendorff's alpha with an interval (Krippendorff 2011, *Computing Krippendorff's
Alpha-Reliability*).

    alpha = 1 - observed disagreement / disagreement expected by chance,

1 for perfect agreement, 0 for what chance would give. The interval is that of a bootstrap over
units: units are drawn with replacement, and alpha is taken of each draw.
"""  # noqa: D205 - the reference stands in the first sentence

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

import krippendorff
import numpy as np
import numpy.typing as npt

Level: TypeAlias = Literal["nominal", "interval"]
Array: TypeAlias = npt.NDArray[np.float64]
Unit: TypeAlias = Sequence[Hashable]
"""The values that a unit was given, one a coder who coded it; numbers at the interval level."""

DRAWS = 2000
"""Bootstrap draws."""
PART = 100
PAIR = 2


@dataclass(frozen=True, slots=True)
class Alpha:
    """Agreement on one field.

    ``units`` counts those that two or more coded; ``alike`` is the share of them on which all say
    the same. ``value`` is None where it is not defined: everybody says one thing of everything.
    """

    units: int
    alike: float
    value: float | None
    low95: float | None
    high95: float | None


def alpha(units: Sequence[Unit], level: Level, seed: int = 0) -> Alpha | None:
    """The agreement on the units that two or more have coded; None where there is none.

    Args:
        units: The values of each unit.
        level: Whether values are only alike or not, or differ by how far they are apart.
        seed: Of the bootstrap.
    """
    held = [unit for unit in units if len(unit) >= PAIR]
    if not held:
        return None
    domain = sorted({value for unit in held for value in unit}, key=_order)
    alike = float(np.mean([len(set(unit)) == 1 for unit in held]))
    if len(domain) < PAIR:
        return Alpha(len(held), alike, None, None, None)
    counts = np.array([[sum(v == each for v in unit) for each in domain] for unit in held], float)
    values = np.array(domain, float) if level == "interval" else np.arange(len(domain), dtype=float)
    exact = krippendorff.alpha(
        value_counts=counts.astype(int),
        value_domain=list(values),
        level_of_measurement=level,
    )
    rng = np.random.default_rng(seed)
    even = np.full(len(held), 1 / len(held))
    # In parts, so that many units do not fill the memory.
    parts = (rng.multinomial(len(held), even, size=PART) for _ in range(DRAWS // PART))
    drawn = np.concatenate([alphas(counts, values, part.astype(float), level) for part in parts])
    found = drawn[np.isfinite(drawn)]
    low, high = np.quantile(found, (0.025, 0.975)) if len(found) else (np.nan, np.nan)
    return Alpha(len(held), alike, float(exact), float(low), float(high))


def alphas(counts: Array, values: Array, weights: Array, level: Level) -> Array:
    """Alpha for each weighting of the units; nan where no disagreement is to be expected.

    Args:
        counts: (units, values): how many coders gave the unit the value, two or more in all.
        values: (values,): the values as numbers; at the nominal level they only tell values apart.
        weights: (weightings, units): how often each unit counts.
        level: Of measurement.
    """
    coders = counts.sum(axis=1)
    if level == "nominal":
        apart = coders**2 - (counts**2).sum(axis=1)
        totals = weights @ counts
        expected = totals.sum(axis=1) ** 2 - (totals**2).sum(axis=1)
    else:
        first, second = counts @ values, counts @ values**2
        apart = 2 * (coders * second - first**2)
        number, sums, squares = weights @ coders, weights @ first, weights @ second
        expected = 2 * (number * squares - sums**2)
    observed = weights @ (apart / (coders - 1))
    number = weights @ coders
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(1 - (number - 1) * observed / expected)


def _order(value: Hashable) -> tuple[str, object]:
    """An order for values of any kind, so that the same data give the same draws."""
    return type(value).__name__, value
