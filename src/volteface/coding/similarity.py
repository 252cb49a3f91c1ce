"""How near a passage comes in meaning to what the case's issues say.

Two readings of the same sentence vectors. One is plain: the mean cosine to a pole's nearest
sentences. The other is learnt: ridge regression (Hoerl and Kennard 1970) of issue and side on the
vectors of all the case's sentences, in its dual form, which needs no more than a few dozen
sentences. Their differences, between issues and between the poles of one, are what counts.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from volteface.case.schema import Case, Issue
from volteface.coding.vectors import Vectors

NEAREST = 3
"""Sentences of a pole that a passage is held against."""
RIDGE = 0.5
"""Added to the diagonal of the matrix of cosines."""
_DECIMALS = 5

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Likeness:
    """A passage against every issue; arrays in the case's order of issues.

    ``near`` and ``learnt`` say how much the passage is about the issue, ``near_side`` and
    ``learnt_side`` how much nearer it is to the plus pole (positive) than to the minus pole.
    ``learnt_none`` is how much it is like sentences about nothing of the case; ``nearest`` is
    each issue's most similar sentence.
    """

    near: Array
    learnt: Array
    near_side: Array
    learnt_side: Array
    learnt_none: float
    nearest: tuple[str, ...]


def unlike(issues: int) -> Likeness:
    """What is known without vectors: nothing about any issue."""
    zeros = np.zeros(issues)
    return Likeness(zeros, zeros, zeros, zeros, 0.0, ("",) * issues)


@dataclass(frozen=True, slots=True)
class _Sentence:
    text: str
    issue: int
    sign: int


def _sentences(issues: Sequence[Issue], none: Sequence[str]) -> list[_Sentence]:
    said = [
        _Sentence(text, number, sign)
        for number, issue in enumerate(issues)
        for sign, pole in ((1, issue.plus), (-1, issue.minus))
        for text in (pole.pole, *pole.examples)
    ]
    return said + [_Sentence(text, len(issues), 0) for text in none]


def _ridge(cosines: Array, targets: Array) -> Array:
    """Dual coefficients: (K + lambda I)^-1 Y."""
    solved: Array = np.linalg.solve(cosines + RIDGE * np.eye(len(cosines)), targets).astype(
        np.float64
    )
    return solved


def _top(cosines: Array) -> Array:
    """Mean of the greatest cosines of each row; -1 where there is nothing to compare with."""
    if cosines.shape[1] == 0:
        return np.full(len(cosines), -1.0)
    means: Array = np.sort(cosines, axis=1)[:, -NEAREST:].mean(axis=1)
    return means


class Examples:
    """The case's pole sentences, examples and sentences about nothing, as vectors."""

    def __init__(self, case: Case, vectors: Vectors) -> None:
        self._vectors = vectors
        self._sentences = _sentences(case.issues, case.settings.vocabulary.none)
        self._count = len(case.issues)
        self._known = vectors.encode([s.text for s in self._sentences]).astype(np.float64)
        self._issue = np.array([s.issue for s in self._sentences])
        self._sign = np.array([s.sign for s in self._sentences])
        cosines = self._known @ self._known.T
        self._about = _ridge(cosines, np.eye(self._count + 1)[self._issue])
        self._side = np.zeros((len(self._sentences), self._count))
        for number in range(self._count):
            rows = np.flatnonzero(self._issue == number)
            signs = self._sign[rows].astype(float)
            self._side[rows, number] = _ridge(cosines[np.ix_(rows, rows)], signs)

    def compare(self, texts: Sequence[str]) -> list[Likeness]:
        """Each text against every issue."""
        if not texts:
            return []
        cosines = (self._vectors.encode(texts).astype(np.float64) @ self._known.T).round(_DECIMALS)
        learnt = (cosines @ self._about).round(_DECIMALS)
        learnt_side = (cosines @ self._side).round(_DECIMALS)
        issues = range(self._count)
        near = np.stack([_top(cosines[:, self._issue == n]) for n in issues], axis=1)
        plus, minus = (
            np.stack(
                [_top(cosines[:, (self._issue == n) & (self._sign == s)]) for n in issues], axis=1
            )
            for s in (1, -1)
        )
        return [
            Likeness(
                near=near[row],
                learnt=learnt[row, :-1],
                near_side=(plus - minus)[row],
                learnt_side=learnt_side[row],
                learnt_none=float(learnt[row, -1]),
                nearest=tuple(self._nearest(cosines[row], n) for n in issues),
            )
            for row in range(len(texts))
        ]

    def _nearest(self, cosines: Array, issue: int) -> str:
        rows = np.flatnonzero(self._issue == issue)
        return self._sentences[int(rows[np.argmax(cosines[rows])])].text
