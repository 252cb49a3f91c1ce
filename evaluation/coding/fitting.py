"""Fit the coder's general weights by maximum likelihood on statements of several conflicts."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize

from volteface.coding.calibration import (
    ISSUE_FEATURES,
    NONE_FEATURES,
    SIDE_FEATURES,
    Array,
    Weights,
)
from volteface.coding.stance import Evidence

ISSUE, SIDE, NONE = len(ISSUE_FEATURES), len(SIDE_FEATURES), len(NONE_FEATURES)
ALL = ISSUE + SIDE + NONE
PENALTY = 0.06
"""Of the squared weights in units of ten, against the mean log loss."""
SENTENCE = 0.4
"""Weight of a single sentence against that of a statement in a text."""
BY_HAND = {
    ISSUE_FEATURES.index("subject misfit"): -2.2,
    ISSUE_FEATURES.index("yields"): -2.0,
    ISSUE + SIDE + NONE_FEATURES.index("told"): 3.0,
}
"""Set by hand, as too few statements show them: an issue of one actor's conduct wants that actor;
the specific wins; what others think is told."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A statement with what speaks for its readings.

    ``issues`` are the acceptable ones, best first, None for none; ``sign`` is that on the first.
    ``weight`` is how much the statement counts in a fit.
    """

    ids: tuple[str, ...]
    issues: tuple[str | None, ...]
    sign: int
    evidence: Evidence
    weight: float = 1.0

    def right(self) -> Array:
        """1 for each reading that is right, 0 for the others.

        The side is asked for on the first issue only; on another acceptable one either will do.
        """
        found = np.zeros(2 * len(self.ids) + 1)
        for place, issue in enumerate(self.issues):
            if issue is None:
                found[-1] = 1
            else:
                number = 2 * self.ids.index(issue)
                found[number : number + 2] = 1
                if place == 0:
                    found[number + (self.sign > 0)] = 0
        return found

    def features(self) -> tuple[Array, Array]:
        """One row a reading, and what is added to its score whatever the weights."""
        count = len(self.ids)
        rows = np.zeros((2 * count + 1, ALL))
        for number in range(count):
            for row, sign in ((2 * number, 1), (2 * number + 1, -1)):
                rows[row, :ISSUE] = self.evidence.issue[number]
                rows[row, ISSUE : ISSUE + SIDE] = sign * self.evidence.side[number]
        rows[-1, ISSUE + SIDE :] = self.evidence.none
        added = np.zeros(2 * count + 1)
        added[-1] = np.log(count)
        return rows, added


@dataclass(frozen=True, slots=True)
class Features:
    """Which features a coder may use: one flag each."""

    issue: tuple[int, ...] = (1,) * ISSUE
    side: tuple[int, ...] = (1,) * SIDE
    none: tuple[int, ...] = (1,) * NONE

    def flags(self) -> Array:
        """All flags in one row."""
        return np.array(self.issue + self.side + self.none, dtype=float)


BOTH = Features()
CUES = Features((1, 0, 0, 0, 1, 1, 1, 1, 1), (1, 0, 1, 1), (1, 0, 1, 1, 1, 0, 1))
VECTORS = Features((0, 1, 1, 1, 0, 1, 1, 1, 0), (0, 1, 0, 0), (1, 1, 1, 1, 1, 1, 0))


def _bounds(place: int) -> tuple[float | None, float | None]:
    """Evidence for an issue or side is never against it, and a misfit never for it."""
    if place >= ISSUE + SIDE:
        return None, None
    misfit = place < ISSUE and "misfit" in ISSUE_FEATURES[place]
    return (None, -0.2) if misfit else (0.0, None)


def fit(samples: Sequence[Sample], features: Features) -> Weights:
    """Weights of the least penalised log loss."""
    flags = features.flags()
    fixed = np.zeros(ALL)
    for place, value in BY_HAND.items():
        fixed[place] = value * flags[place]
    free = np.array([bool(flags[n]) and n not in BY_HAND for n in range(ALL)])
    known = []
    for sample in samples:
        rows, added = sample.features()
        known.append((rows[:, free], rows @ fixed + added, sample.right(), sample.weight))
    total = sum(sample.weight for sample in samples)

    def loss(x: Array) -> tuple[float, Array]:
        value, slope = 0.0, np.zeros(len(x))
        for rows, added, right, weight in known:
            scores = rows @ x + added
            odds = np.exp(scores - scores.max())
            odds /= odds.sum()
            hit = float(odds @ right)
            value -= weight * np.log(hit)
            slope -= weight * rows.T @ (odds * right / hit - odds)
        penalty = PENALTY * np.sum((x / 10) ** 2)
        return float(value / total + penalty), slope / total + PENALTY * x / 50

    bounds = [_bounds(place) for place in np.flatnonzero(free)]
    start = [0.5 if high is None else -0.5 for _, high in bounds]
    best = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds)
    found = fixed.copy()
    found[free] = np.round(best.x, 2)
    parts = np.split(found, [ISSUE, ISSUE + SIDE])
    return Weights(*(tuple(float(v) for v in part) for part in parts))
