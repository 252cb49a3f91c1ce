"""Which of the case's claims a report's claim says again, by meaning and by whom it names."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from volteface.case.claims_schema import Claim as KnownClaim
from volteface.coding.claims.shared_words import SharedWords
from volteface.coding.names import Gazetteer
from volteface.coding.vectors import Encoder
from volteface.records import Claim

ALIKE = 0.6
"""The least cosine of two sentence vectors that say the same. On the claims of
evaluation/coding/claims six of seven nearest pairs above it are right; above 0.5, eight of
fifteen."""
SHARED = 0.2
"""The least likeness of their words. It rules out the seventh pair, and two of the six; most claims
need no sentence vector for it."""
ELSEWHERE = 0.15
"""How much nearer a claim has to be that was coded from another report."""
_DECIMALS = 5
_LONGEST = 28
"""Words of a claim that are compared: a vector's cost grows with them."""

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Said:
    """A claim as found, and the actors that its words name."""

    claim: Claim
    actors: frozenset[str]


def named_in(text: str, gazetteer: Gazetteer) -> frozenset[str]:
    """The actors that a text names, and those whose office its people hold at any time."""
    names = gazetteer.find(text)
    people = (name.person for name in names if name.person is not None)
    offices = {office.actor for person in people for office in person.offices}
    return frozenset({name.actor for name in names if name.actor is not None} | offices)


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
        self._words = SharedWords([claim.text for claim in known])
        self._actors = [named_in(claim.text, gazetteer) for claim in known]

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
        rows = [self._possible(one) for one in said]
        asked = [row for row, possible in enumerate(rows) if possible.any()]
        likeness = np.full((len(said), len(self._known)), -1.0)
        if asked:
            texts = [" ".join(said[row].claim.text.split()[:_LONGEST]) for row in asked]
            cosines = self._encoder.encode(texts).astype(np.float64) @ self._vectors.T
            possible = np.stack([rows[row] for row in asked])
            likeness[asked] = np.where(possible, cosines.round(_DECIMALS), -1.0)
        likeness -= [ELSEWHERE if c.report not in {None, report} else 0.0 for c in self._known]
        return [self._best(likeness, row) for row in range(len(said))]

    def _possible(self, one: Said) -> NDArray[np.bool_]:
        """Which of the case's claims share an actor and words with it."""
        shared = np.array(self._words.likeness(one.claim.text)) >= SHARED
        actors = [not (one.actors and known) or bool(one.actors & known) for known in self._actors]
        fitting: NDArray[np.bool_] = shared & np.array(actors, dtype=bool)
        return fitting

    def _best(self, likeness: Array, row: int) -> str | None:
        best = int(likeness[row].argmax())
        mutual = int(likeness[:, best].argmax()) == row
        return self._known[best].id if mutual and likeness[row, best] >= ALIKE else None
