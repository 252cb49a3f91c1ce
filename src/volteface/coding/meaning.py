"""What stretches of a report mean, as vectors.

The tagger reads every word of a report once. A branch goes on from there, trained to agree with
the sentence vectors of :mod:`volteface.coding.vectors` (``training/meaning`` holds script and
card): the mean of its states over a stretch, scaled to length one, is near the vector of the
stretch's words read alone, at a fraction of the cost.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from volteface.coding.tagger.branch import Branch, branch
from volteface.coding.tagger.network import Marks
from volteface.coding.vectors import DIMENSION, Matrix
from volteface.records import Span

BRANCH = "meaning"


class Meaning:
    """Vectors of stretches of one report.

    The branch is run over a window when a stretch of it is first asked for, and once.
    """

    def __init__(self, marks: Sequence[Marks], branch: Branch) -> None:
        """Hold a report.

        Args:
            marks: The tagger's of all its windows.
            branch: Goes on from their trunk.
        """
        self._branch = branch
        self._trunks = [one.trunk for one in marks]
        self._spans = [np.array(one.window.spans, dtype=np.int64) for one in marks]
        self._states: dict[int, Matrix] = {}

    def of(self, spans: Sequence[Span]) -> NDArray[np.float32]:
        """The vector of the words in the spans, offsets of the report's text.

        Returns:
            384 numbers; of length one, or all zero where no words stand there.
        """
        total = np.zeros(DIMENSION, dtype=np.float32)
        for number, pieces in enumerate(self._spans):
            held = _within(pieces, spans)
            if held.any():
                total += self._window(number)[held].sum(axis=0)
        length = np.linalg.norm(total)
        return total / length if length else total

    def _window(self, number: int) -> Matrix:
        if number not in self._states:
            self._states[number] = self._branch.run(self._trunks[number])
        return self._states[number]


def _within(pieces: NDArray[np.int64], spans: Sequence[Span]) -> NDArray[np.bool_]:
    """Which word pieces begin in one of the spans; the marks of a window do not."""
    starts, ends = pieces.T
    held = np.zeros(len(pieces), dtype=bool)
    for start, end in spans:
        held |= (starts >= start) & (starts < end) & (ends > starts)
    return held


def meaning_of(marks: Sequence[Marks]) -> Meaning | None:
    """A report's meaning, given the tagger's marks of it; None where the branch is missing."""
    found = branch(BRANCH)
    return None if found is None else Meaning(marks, found)
