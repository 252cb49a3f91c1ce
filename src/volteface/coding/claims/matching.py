"""Which of the case's claims a report's claim says again, by meaning and by whom it names."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from volteface.case.claims_schema import Claim as KnownClaim
from volteface.coding.names import Gazetteer
from volteface.coding.vectors import Encoder
from volteface.records import Claim

ALIKE = 0.6
"""The least cosine of two sentence vectors that say the same. On the other wars' claims of
evaluation/coding/claims, six of seven nearest pairs above it are right; above 0.5, eight of
fifteen."""
ELSEWHERE = 0.15
"""How much nearer a claim has to be that was coded from another report."""
_DECIMALS = 5

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Said:
    """A claim as found, and the actors that its words name."""

    claim: Claim
    actors: frozenset[str]


class Matcher:
    """Knows the claims of a case.

    Args:
        known: The claims of claims.toml.
        encoder: Turns sentences into vectors.
        gazetteer: Names of the case, to tell whom a claim is about.
    """

    def __init__(self, known: Sequence[KnownClaim], encoder: Encoder, gazetteer: Gazetteer) -> None:
        self._known = known
        self._encoder = encoder
        self._actors = [
            frozenset(name.actor for name in gazetteer.find(claim.text) if name.actor is not None)
            for claim in known
        ]

    @cached_property
    def _vectors(self) -> Array:
        return self._encoder.encode([c.text for c in self._known], keep=True).astype(np.float64)

    def match(self, report: str, said: Sequence[Said]) -> list[str | None]:
        """For each claim of a report the id of the case's claim that it says, None for none.

        The two are alike in meaning, name an actor in common where both name any, and neither has
        a nearer one: of the case in the one direction, of the report in the other.

        Args:
            report: The report's id.
            said: Its claims.
        """
        if not said or not self._known:
            return [None] * len(said)
        texts = [" ".join(one.claim.text.split()) for one in said]
        cosines = self._encoder.encode(texts).astype(np.float64) @ self._vectors.T
        likeness = cosines.round(_DECIMALS)
        for column, claim in enumerate(self._known):
            if claim.report is not None and claim.report != report:
                likeness[:, column] -= ELSEWHERE
            for row, one in enumerate(said):
                if one.actors and self._actors[column] and not one.actors & self._actors[column]:
                    likeness[row, column] = -1.0
        found: list[str | None] = []
        for row in range(len(said)):
            best = int(likeness[row].argmax())
            mutual = int(likeness[:, best].argmax()) == row
            close = likeness[row, best] >= ALIKE
            found.append(self._known[best].id if mutual and close else None)
        return found
