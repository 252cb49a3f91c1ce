"""Fit the general weights, and say how often a coder with given weights is right."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize

from conflict import Gold
from volteface.case.schema import Case
from volteface.coding.calibration import (
    ISSUE_FEATURES,
    NONE_FEATURES,
    SIDE_FEATURES,
    Array,
    Weights,
)
from volteface.coding.stance import Evidence

PENALTY = 0.06
"""Of the squared weights in units of ten, against the mean log loss."""
YIELDS = -2.0
"""The weight set by hand: an issue gives way to a more specific one."""
TOLD = 3.0
"""Another: what somebody else thinks is no position. Too few sentences of the fit show it."""
ISSUE, SIDE = len(ISSUE_FEATURES), len(SIDE_FEATURES)


@dataclass(frozen=True, slots=True)
class Sample:
    """One sentence: the case's issue ids, what a careful reader says, what speaks for what."""

    ids: tuple[str, ...]
    gold: Gold
    evidence: Evidence

    def right(self) -> list[int]:
        """Places in the vector of probabilities that count as right.

        The side is asked for on the best issue only; on another acceptable one either will do.
        """
        if not self.gold.issues:
            return [2 * len(self.ids)]
        numbers = [2 * self.ids.index(issue) for issue in self.gold.issues]
        first = numbers[0] + (self.gold.side < 0)
        either = [n + k for n in numbers[1:] for k in (0, 1)]
        return [first, *either, *self.second()]

    def second(self) -> list[int]:
        """The place of the further issue, with its side."""
        if self.gold.second is None:
            return []
        issue, side = self.gold.second
        return [2 * self.ids.index(issue) + (side < 0)]

    def chances(self, weights: Weights) -> Array:
        """The probability of each reading."""
        return self.evidence.chances(weights)


@dataclass(frozen=True, slots=True)
class Features:
    """Which features a coder may use."""

    issue: tuple[int, ...]
    side: tuple[int, ...]
    none: tuple[int, ...]


CUES = Features((1, 0, 0, 1, 1, 1, 1), (1, 0, 0), (1, 0, 1))
VECTORS = Features((0, 1, 1, 1, 1, 1, 0), (0, 1, 1), (1, 1, 1))
BOTH = Features((1,) * ISSUE, (1,) * SIDE, (1,) * len(NONE_FEATURES))


def samples(case: Case, gold: Iterable[Gold], evidence: Iterable[Evidence]) -> list[Sample]:
    """One sample for each sentence of a conflict."""
    ids = tuple(issue.id for issue in case.issues)
    return [Sample(ids, g, e) for g, e in zip(gold, evidence, strict=True)]


def fit(known: Sequence[Sample], features: Features) -> Weights:
    """Weights of the least penalised log loss on the sentences that bear on one issue at most."""
    known = [sample for sample in known if sample.gold.second is None]
    used = np.array(features.issue + features.side + features.none, dtype=float)
    yields = ISSUE_FEATURES.index("yields")

    def weights(x: Array) -> Weights:
        x = x * used
        x[yields], x[-1] = YIELDS * used[yields], TOLD * used[-1]
        parts = np.split(x, [ISSUE, ISSUE + SIDE])
        return Weights(*(tuple(float(v) for v in part) for part in parts))

    def loss(x: Array) -> float:
        logs = [np.log(s.chances(weights(x))[s.right()].sum()) for s in known]
        return float(-np.mean(logs) + PENALTY * np.sum((x / 10) ** 2))

    best = minimize(loss, np.full(len(used), 0.5), method="L-BFGS-B")
    return weights(np.round(best.x, 2))


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one sentence was read.

    ``issue``: right at the first choice; ``among_three``: among the first three; ``side``: right,
    given the right issue, None where there is none; ``both``: issue and side at the first choice.
    """

    issue: bool
    among_three: bool
    side: bool | None
    both: bool
    confidence: float


def outcome(sample: Sample, weights: Weights) -> Outcome:
    """Read one sentence and compare."""
    chances = sample.chances(weights)
    best = np.append(chances[:-1].reshape(-1, 2).max(axis=1), chances[-1])
    names: list[str | None] = [*sample.ids, None]
    order = [names[i] for i in np.argsort(-best, kind="stable")]
    second = () if sample.gold.second is None else sample.gold.second[:1]
    accepted = (*sample.gold.issues, *second) or (None,)
    side = None
    if sample.gold.issues:
        n = 2 * sample.ids.index(sample.gold.issues[0])
        side = bool(chances[n] > chances[n + 1]) == (sample.gold.side > 0)
    return Outcome(
        issue=order[0] in accepted,
        among_three=any(name in accepted for name in order[:3]),
        side=side,
        both=int(np.argmax(chances)) in sample.right(),
        confidence=float(best.max()),
    )


def cross_validate(conflicts: Sequence[Sequence[Sample]], features: Features) -> list[Outcome]:
    """Each conflict read with weights fitted on the others."""
    outcomes = []
    for left_out, held in enumerate(conflicts):
        known = [s for n, other in enumerate(conflicts) if n != left_out for s in other]
        weights = fit(known, features)
        outcomes += [outcome(sample, weights) for sample in held]
    return outcomes
