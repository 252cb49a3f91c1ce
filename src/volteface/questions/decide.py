"""What a difference between worlds says of a claim.

A difference within ``BAND`` of the measure's range (of its mean, where the range has no ends)
counts as none. If 90 % of the worlds lie within the band there is no effect; if most worlds lie
outside it, and 90 % of those on one side, the effect has that sign; else nothing is found. ``BAND``
and ``SURE`` were set before any answer was seen; ``MOST`` was added after, to ask more: without it
an effect in one world of ten could carry a claim.
"""

from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np

from volteface.case.claims_schema import Sign
from volteface.conflict.arrays import Reals

BAND = 0.05
"""The part of a measure's range, or of its mean, below which a difference counts as none."""
SURE = 0.9
"""The share of the worlds that differ in which a sign must hold."""

MOST = 0.5
"""The share of all worlds in which an effect of that sign must show."""

Outcome: TypeAlias = Literal["supported", "contradicted", "undecided"]


@dataclass(frozen=True, slots=True)
class Decision:
    """What was found, and what that means for the claim.

    ``finding`` is the effect's sign, "0" for no effect, None where neither is sure. ``probability``
    is the share of worlds in which it is as the holder says; ``sign_share`` the same among those
    that differ, and for a claim of no effect among all. ``interval`` has 90 % of the worlds.
    """

    answer: Outcome
    finding: Sign | None
    probability: float
    interval: tuple[float, float]
    sign_share: float


def decide(difference: Reals, expect: Sign, band: float) -> Decision:
    """Hold a claim against worlds.

    Args:
        difference: (draws,) with less without, or a level less what it is compared with.
        expect: What the holder expects.
        band: Differences up to this count as none; at least 0.
    """
    low, high = (float(end) for end in np.quantile(difference, [0.05, 0.95]))
    rises, falls = float(np.mean(difference > band)), float(np.mean(difference < -band))
    differ = rises + falls
    finding: Sign | None = None
    if -band <= low and high <= band:
        finding = "0"
    elif rises >= max(SURE * differ, MOST):
        finding = "+"
    elif falls >= max(SURE * differ, MOST):
        finding = "-"
    probability = {"+": rises, "-": falls, "0": 1 - differ}[expect]
    among = differ if expect != "0" else 1.0
    sign_share = probability / among if among > 0 else 0.0
    answer: Outcome = "undecided"
    if finding is not None:
        answer = "supported" if finding == expect else "contradicted"
    return Decision(answer, finding, probability, (low, high), sign_share)
