"""What the record says of each drawn quantity: its distribution before and after."""

import math
from dataclasses import dataclass

import numpy as np

from volteface.conflict.arrays import Reals
from volteface.conflict.conflict import Conflict

_LEVELS = (0.05, 0.5, 0.95)
_CLEAR = 3.0
"""Standard errors, by founding draws, from which on a mean has clearly moved."""


@dataclass(frozen=True, slots=True)
class Learnt:
    """One quantity before and after.

    ``prior`` and ``posterior`` are the 5 %, 50 % and 95 % quantiles; ``moved`` is the shift of the
    mean in standard deviations of the prior, ``narrowed`` the posterior's standard deviation over
    the prior's; ``clear`` whether the shift is more than chance.
    """

    name: str
    prior: tuple[float, float, float]
    posterior: tuple[float, float, float]
    moved: float
    narrowed: float
    clear: bool


def varied_columns(conflict: Conflict) -> tuple[tuple[str, ...], list[int]]:
    """Names and columns of the quantities and values of shocks that are drawn."""
    drawn = [(found.name, found.parameter) for found in conflict.quantities]
    drawn += [(shock.name, shock.value) for shock in conflict.shocks]
    columns = [column for column, (_, found) in enumerate(drawn) if found.kind != "value"]
    return tuple(drawn[column][0] for column in columns), columns


def learnt(conflict: Conflict, prior: Reals, posterior: Reals, founding: float) -> list[Learnt]:
    """Every drawn quantity, those that moved most first.

    Args:
        conflict: As known.
        prior: (draws, width) rows before the record.
        posterior: (worlds, width) rows of the worlds that fit it, equally weighted.
        founding: Independent draws that they count for.
    """
    names, columns = varied_columns(conflict)
    found = [
        _one(name, prior[:, column], posterior[:, column], founding)
        for name, column in zip(names, columns, strict=True)
    ]
    return sorted(found, key=lambda one: (not one.clear, -abs(one.moved), one.name))


def _one(name: str, before: Reals, after: Reals, founding: float) -> Learnt:
    spread = float(before.std()) or 1.0
    moved = float(after.mean() - before.mean()) / spread
    error = math.sqrt(1 / max(founding, 1.0) + 1 / len(before))
    return Learnt(
        name,
        _three(before),
        _three(after),
        moved,
        float(after.std()) / spread,
        abs(moved) > _CLEAR * error,
    )


def _three(values: Reals) -> tuple[float, float, float]:
    low, middle, high = (float(x) for x in np.quantile(values, _LEVELS))
    return low, middle, high
