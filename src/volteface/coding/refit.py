"""Fit the coder's weights to one case: most probable given its statements and the general ones.

The weights have a normal prior around the general weights, so that a few dozen statements move
them a little and hundreds may move them much (maximum a posteriori; the same as ridge regression
towards the general weights).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from volteface.coding.calibration import Array, Weights
from volteface.coding.weighed import Evidence

LOOSE = 0.05
"""Standard deviation of a weight around its general value: this, and a share of the value."""
SHARE = 0.07
_STEPS = 12
_SHORTEST = 0.05
_TINY = 1e-12


@dataclass(frozen=True, slots=True)
class Seen:
    """What speaks for the readings of a statement, and which are right.

    ``right`` has a 1 for each right reading and a 0 for the others, in the order of
    :func:`volteface.coding.calibration.probabilities`.
    """

    evidence: Evidence
    right: Array


def design(evidence: Evidence) -> tuple[Array, Array]:
    """One row of features a reading, and what is added to its score whatever the weights."""
    issues, sides = len(evidence.issue), evidence.side.shape[1]
    about = np.repeat(evidence.issue, 2, axis=0)
    lean = np.repeat(evidence.side, 2, axis=0) * np.tile([[1.0], [-1.0]], (issues, 1))
    nothing = np.zeros((2 * issues, len(evidence.none)))
    upper = np.hstack([about, lean, nothing])
    last = np.concatenate([np.zeros(about.shape[1] + sides), evidence.none])
    added = np.zeros(2 * issues + 1)
    added[-1] = np.log(issues)
    return np.vstack([upper, last]), added


def _step(
    known: Sequence[tuple[Array, Array, Array]], x: Array, middle: Array, width: Array
) -> tuple[float, Array]:
    """The loss at x, and a step down: Newton's, with the curvature of the plain log loss."""
    off = (x - middle) / width
    value, slope = float(off @ off) / 2, off / width
    curve = np.diag(width**-2.0)
    for rows, added, right in known:
        scores = rows @ x + added
        odds = np.exp(scores - scores.max())
        odds /= odds.sum()
        hit = float(odds @ right)
        mean = odds @ rows
        value -= float(np.log(max(hit, _TINY)))
        slope -= rows.T @ (odds * right / max(hit, _TINY) - odds)
        curve += (rows * odds[:, None]).T @ rows - np.outer(mean, mean)
    step: Array = np.linalg.solve(curve, slope).astype(np.float64)
    return value, step


def refit(seen: Sequence[Seen], general: Weights) -> Weights:
    """The case's own weights.

    Args:
        seen: Statements read by what was learnt from the others.
        general: Where the weights start from and are held to.
    """
    middle = np.array([*general.issue, *general.side, *general.none])
    width = LOOSE + SHARE * np.abs(middle)
    known = [(*design(one.evidence), one.right) for one in seen]
    x = middle
    value, step = _step(known, x, middle, width)
    for _ in range(_STEPS):
        length = 1.0
        while length > _SHORTEST:
            lower, following = _step(known, x - length * step, middle, width)
            if lower < value:
                break
            length /= 2
        else:
            break
        x, value, step = x - length * step, lower, following
    first = len(general.issue)
    second = first + len(general.side)
    parts = (part.round(3) for part in np.split(x, [first, second]))
    return Weights(*(tuple(float(v) for v in part) for part in parts))
