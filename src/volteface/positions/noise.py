"""How far a statement may stand from the position it measures.

The standard deviation is the case's, by how directly the words come; times the case's factor for
each link of the chain beyond the first; divided by the reader's confidence, so that a statement
read with confidence one half counts a quarter of one read with certainty.
"""

from typing import Literal, TypeAlias

from volteface.case.schema import Weights
from volteface.records import Statement

NoiseKind: TypeAlias = Literal["direct", "indirect", "anonymous", "conduct", "imputed"]
"""The names of the case's weights for statements."""


def statement_variance(statement: Statement, weights: Weights) -> float:
    """Noise variance in squared stance units; the confidence must be above zero.

    Words partly quoted ("mixed") count as indirect: the stance may rest on the part that is not.
    """
    beyond = max(0, len(statement.via) - 1)
    deviation = getattr(weights, kind_of(statement)) * weights.chain**beyond
    return float((deviation / statement.confidence) ** 2)


def kind_of(statement: Statement) -> NoiseKind:
    """Which of the case's weights a statement has."""
    if statement.register == "conduct":
        return "conduct"
    if statement.register == "imputed":
        return "imputed"
    if statement.person is None:
        return "anonymous"
    return "direct" if statement.kind == "direct" else "indirect"
