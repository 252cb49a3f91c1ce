"""How sure a model's reading may be: what the case says of it, or what agreement has measured.

What a model says of its own sureness is not asked for. Unless the case gives a probability, the
share r of readings with the right issue and side is told from the utterances that another coder
has read too. With a person's approved statements it is the share that the model has right. Else
the offline reader's statements serve, each right with its calibrated probability q: two readers
who err independently, a wrong one taking any of the m other readings as likely as another, agree
on

    A = r q + (1 - r) (1 - q) / m

of them, which is solved for r. Both take the lower end of Wilson's interval (Wilson 1927) for the
share, at 80 %: few comparisons, little confidence. Readers who err alike agree more than these
formulas allow, so that no confidence told from the offline reader's word passes ``MOST``.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from math import sqrt

from volteface.model_reader.agreement import Pair, side
from volteface.records import Statement

FEWEST = 20
"""Utterances read by both, from which a share is told; with fewer it is 0, and all waits."""
MOST = 0.85
_Z = 1.2816
"""Of a two-sided interval of 80 %."""


@dataclass(frozen=True, slots=True)
class Measured:
    """How often a coder is right, and by what that is known.

    ``right`` is the probability in [0, 1] that issue and side of a reading are right, ``basis``
    says how that was told. ``apart`` is true where the offline reader's word on the same
    utterance may be weighed with it.
    """

    right: float
    basis: str
    apart: bool = False


def measured(
    common: Sequence[Pair], approved: Collection[str], issues: int, given: float | None
) -> Measured:
    """How sure a model's readings may be.

    Args:
        common: Utterances as the other coder, then the model, read them.
        approved: Ids of the other coder's statements that a person has approved.
        issues: How many the case has.
        given: What the case says of this model.
    """
    if given is not None:
        return Measured(given, "the case's word on this model")
    known = [pair for pair in common if pair[0].id in approved]
    if len(known) >= FEWEST:
        right = sum(_same(*pair) for pair in known)
        low = _lower(right, len(known))
        return Measured(low, f"{right} of {len(known)} approved statements read alike")
    if len(common) < FEWEST:
        return Measured(0.0, f"compared on {len(common)} statements only: waits for review")
    agreed = sum(_same(*pair) for pair in common)
    low = _lower(agreed, len(common))
    sure = sum(other.confidence for other, _ in common) / len(common)
    chance = (1.0 - sure) / max(2 * issues, 1)
    solved = (low - chance) / (sure - chance) if sure > chance else 0.0
    right_share = min(MOST, max(0.0, solved))
    basis = f"{agreed} of {len(common)} statements read as the offline reader reads them"
    return Measured(right_share, basis, apart=True)


def confidence(
    coder: Measured, statement: Statement, other: Statement | None, issues: int
) -> float:
    """The probability that issue and side of one reading are right, to two places.

    Where the offline reader has read the same utterance, its word counts by Bayes' rule, up to
    ``MOST``.

    Args:
        coder: How often the model is right.
        statement: Its reading.
        other: The offline reader's, None where it has none.
        issues: How many the case has.
    """
    r = coder.right
    if not coder.apart or other is None or r == 0.0:
        return round(r, 2)
    q, wrong = other.confidence, max(2 * issues, 1)
    if _same(other, statement):
        mine, neither = r * q, (1 - r) * (1 - q) / wrong
    else:
        mine, neither = r * (1 - q) / wrong, (1 - r) * (q + (1 - q) * (wrong - 1) / wrong) / wrong
    total = mine + neither
    return round(min(MOST, mine / total), 2) if total else 0.0


def _same(one: Statement, other: Statement) -> bool:
    """The same issue and side, or none for both."""
    return one.issue == other.issue and (one.issue is None or side(one) == side(other))


def _lower(right: int, count: int) -> float:
    """The lower end of Wilson's interval for a share."""
    p, z2 = right / count, _Z * _Z
    middle = p + z2 / (2 * count)
    spread = _Z * sqrt(p * (1 - p) / count + z2 / (4 * count * count))
    return (middle - spread) / (1 + z2 / count)
