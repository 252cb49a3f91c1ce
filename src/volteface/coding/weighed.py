"""What speaks for each reading of a passage, and the probabilities that follow."""

from dataclasses import dataclass

import numpy as np

from volteface.coding.calibration import Array, Weights, probabilities
from volteface.coding.evidence import CueEvidence
from volteface.coding.similarity import Likeness

UNSURE_MOST = 0.55
"""The greatest probability of an issue and side that is not surely meant."""
TIE = 0.5
"""The share of the first reading's probability at which an exact cue's issue takes its place."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for each reading of a passage.

    ``cues`` are by issue. ``issue``, ``side`` and ``none`` are the features that
    :func:`volteface.coding.calibration.probabilities` takes. ``unsure`` are the issues that are
    never surely meant: their cues are little asserted; or they have none, and the content is brief
    or there are no vectors. ``exact`` is the number of the only issue with an exact cue, None where
    there is none or there are several.
    """

    cues: dict[str, CueEvidence]
    likeness: Likeness
    issue: Array
    side: Array
    none: tuple[float, ...]
    unsure: tuple[bool, ...]
    exact: int | None = None

    def chances(self, weights: Weights) -> Array:
        """The probability of every reading, as :func:`probabilities` orders them.

        What an unsure issue would have over ``UNSURE_MOST`` goes to none. An exact cue decides a
        near tie against a reading without a cue.
        """
        chances = probabilities(weights, self.issue, self.side, self.none)
        most = np.where(self.unsure, UNSURE_MOST, 1.0)
        capped = np.minimum(chances[:-1], np.repeat(most, 2))
        return self._untied(np.append(capped, chances[-1] + chances[:-1].sum() - capped.sum()))

    def _untied(self, chances: Array) -> Array:
        """The same, where the exact cue's issue and the first reading change places if near."""
        if self.exact is None:
            return chances
        totals = np.append(chances[:-1].reshape(-1, 2).sum(axis=1), chances[-1])
        first, mine = int(totals.argmax()), self.exact
        cued = first < len(self.issue) and self.issue[first, 0] > 0
        if first == mine or cued or totals[mine] < TIE * totals[first]:
            return chances
        changed = chances.copy()
        changed[2 * mine : 2 * mine + 2] *= totals[first] / totals[mine]
        changed[2 * first : 2 * first + 2] *= totals[mine] / totals[first]
        return changed
