"""How near a passage comes in meaning to what the case's issues say.

Several readings of the same sentence vectors. One is plain: the mean cosine to an issue's nearest
sentences. The others are learnt: ridge regression (Hoerl and Kennard 1970) of issue and side on
the vectors of all the case's sentences, in its dual form, which needs no more than a few dozen
sentences. Cues count as short sentences. Differences between issues, and between the poles of
one, are what counts.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from volteface.coding.case_sentences import Sentence
from volteface.coding.vectors import Encoder, Matrix

NEAREST = 3
"""Sentences of a pole that a passage is held against."""
RIDGE = 2.0
"""Added to the diagonal of the matrix of cosines, for issues."""
SIDE_RIDGE = 0.5
"""The same between the poles of one issue."""
_DECIMALS = 5

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Likeness:
    """A passage against every issue; arrays in the case's order of issues.

    ``near`` and ``learnt`` say how much the content is about the issue, ``around`` how much the
    sentences around it are. ``learnt_side`` says how much nearer it is to the plus pole
    (positive) than to the minus pole. ``learnt_none`` is how much it is like sentences about
    nothing of the case; ``nearest`` is each issue's most similar sentence.
    """

    near: Array
    learnt: Array
    around: Array
    learnt_side: Array
    learnt_none: float
    nearest: tuple[str, ...]


def unlike(issues: int) -> Likeness:
    """What is known without vectors: nothing about any issue."""
    zeros = np.zeros(issues)
    return Likeness(*(zeros,) * 4, 0.0, ("",) * issues)


def _ridge(cosines: Array, targets: Array, penalty: float) -> Array:
    """Dual coefficients: (K + lambda I)^-1 Y."""
    known = cosines + penalty * np.eye(len(cosines))
    solved: Array = np.linalg.solve(known, targets).astype(np.float64)
    return solved


def _top(cosines: Array) -> Array:
    """Mean of the greatest cosines of each row; -1 where there is nothing to compare with."""
    if cosines.shape[1] == 0:
        return np.full(len(cosines), -1.0)
    means: Array = np.sort(cosines, axis=1)[:, -NEAREST:].mean(axis=1)
    return means


class Examples:
    """The case's sentences as vectors.

    Args:
        sentences: All that the case says, and what was approved.
        issues: How many issues it has.
        encoder: Turns texts into vectors.
    """

    def __init__(self, sentences: Sequence[Sentence], issues: int, encoder: Encoder) -> None:
        self._sentences = sentences
        self._count = issues
        texts = [s.text for s in sentences]
        self._known = encoder.encode(texts, keep=True).astype(np.float64)
        self._issue = np.array([s.issue for s in sentences])
        self._sign = np.array([s.sign for s in sentences])
        self._rows = [np.flatnonzero(self._issue == number) for number in range(issues)]
        quoted = np.array([not s.cue for s in sentences])
        self._quoted = [rows[quoted[rows]] for rows in self._rows]
        cosines = self._known @ self._known.T
        self._about = _ridge(cosines, np.eye(self._count + 1)[self._issue], RIDGE)
        self._side = self._sides(cosines)

    def _sides(self, cosines: Array) -> Array:
        """Dual coefficients of each issue's side, in one column an issue."""
        found = np.zeros((len(self._sentences), self._count))
        for number in range(self._count):
            rows = self._rows[number]
            signs = self._sign[rows].astype(float)
            found[rows, number] = _ridge(cosines[np.ix_(rows, rows)], signs, SIDE_RIDGE)
        return found

    def compare(self, contents: Matrix, around: Matrix) -> list[Likeness]:
        """Passages against every issue.

        Args:
            contents: The vector of each passage's content, one a row.
            around: Those of what stands around them.
        """
        cosines = self._cosines(contents)
        context = (self._cosines(around) @ self._about).round(_DECIMALS)
        learnt = (cosines @ self._about).round(_DECIMALS)
        learnt_side = (cosines @ self._side).round(_DECIMALS)
        near = self._nearness(cosines)
        return [
            Likeness(
                near=near[row],
                learnt=learnt[row, :-1],
                around=context[row, :-1],
                learnt_side=learnt_side[row],
                learnt_none=float(learnt[row, -1]),
                nearest=tuple(self._nearest(cosines[row], n) for n in range(self._count)),
            )
            for row in range(len(contents))
        ]

    def _cosines(self, vectors: Matrix) -> Array:
        """Those of each vector and each of the case's sentences."""
        cosines: Array = (vectors.astype(np.float64) @ self._known.T).round(_DECIMALS)
        return cosines

    def _nearness(self, cosines: Array) -> Array:
        return np.stack([_top(cosines[:, rows]) for rows in self._rows], axis=1)

    def _nearest(self, cosines: Array, issue: int) -> str:
        rows = self._quoted[issue]
        return self._sentences[int(rows[np.argmax(cosines[rows])])].text
