"""From evidence to probabilities: a softmax over every side of every issue, and *none*.

A side s of issue q has the score f_q.w + s g_q.u, *none* has h.v plus the logarithm of the number
of issues, so that a case of many issues expects no more of a sentence than a case of few. The
weights are general: they were fitted by ``evaluation/coding/run.py --fit`` on statements about
other conflicts than the bundled case's, with a ridge penalty, and checked by leaving out one
conflict at a time.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

ISSUE_FEATURES = (
    "cue", "near", "learnt", "around", "worded",
    "actor misfit", "subject misfit", "mood", "yields",
)  # fmt: skip
SIDE_FEATURES = ("cue side", "learnt side", "worded side", "concept side")
NONE_FEATURES = ("one", "learnt", "told", "brief", "deed", "nearest", "worded")


@dataclass(frozen=True, slots=True)
class Weights:
    """w, u and v of the score, in the order of the feature names."""

    issue: tuple[float, ...]
    side: tuple[float, ...]
    none: tuple[float, ...]


def probabilities(weights: Weights, issue: Array, side: Array, none: Sequence[float]) -> Array:
    """The probability of every reading.

    Args:
        weights: Constants of the score.
        issue: Shape ``(issues, len(ISSUE_FEATURES))``.
        side: Shape ``(issues, len(SIDE_FEATURES))``.
        none: ``len(NONE_FEATURES)`` numbers.

    Returns:
        Shape ``(2 * issues + 1,)``, sum 1: plus and minus of each issue in turn, last *none*.
    """
    about = issue @ np.array(weights.issue)
    lean = side @ np.array(weights.side)
    nothing = float(np.dot(none, weights.none)) + log(len(issue))
    scores = np.append(np.stack([about + lean, about - lean], axis=1).ravel(), nothing)
    odds: Array = np.exp(scores - scores.max())
    odds /= odds.sum()
    return odds


WITH_VECTORS = Weights(
    issue=(2.19, 3.54, 4.31, 5.14, 2.56, -0.47, -2.2, 0.41, -2.0),
    side=(1.69, 0.49, 0.55, 0.42),
    none=(2.99, 0.84, 3.0, 0.06, -1.11, 0.56, 0.01),
)
CUES_ALONE = Weights(
    issue=(3.17, 0.0, 0.0, 0.0, 5.52, -0.2, -2.2, 0.46, -2.0),
    side=(1.51, 0.0, 0.7, 0.53),
    none=(1.15, 0.0, 3.0, 0.21, -0.84, 0.0, -0.23),
)
