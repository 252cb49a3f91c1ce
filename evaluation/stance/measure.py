"""Say how often a coder with given weights is right on single sentences."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from conflict import Gold
from volteface.case.schema import Case
from volteface.coding.calibration import Array, Weights
from volteface.coding.weighed import Evidence


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


def samples(case: Case, gold: Iterable[Gold], evidence: Iterable[Evidence]) -> list[Sample]:
    """One sample for each sentence of a conflict."""
    ids = tuple(issue.id for issue in case.issues)
    return [Sample(ids, g, e) for g, e in zip(gold, evidence, strict=True)]


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
    best = np.append(chances[:-1].reshape(-1, 2).sum(axis=1), chances[-1])
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
        both=_sides_right(chances, best, sample),
        confidence=_sure(chances, best),
    )


def _first(chances: Array, best: Array) -> int:
    """The place of the chosen issue's likelier side, or of none."""
    chosen = int(np.argmax(best))
    if chosen == len(best) - 1:
        return len(chances) - 1
    return 2 * chosen + int(chances[2 * chosen] < chances[2 * chosen + 1])


def _sides_right(chances: Array, best: Array, sample: Sample) -> bool:
    return _first(chances, best) in sample.right()


def _sure(chances: Array, best: Array) -> float:
    return float(chances[_first(chances, best)])
