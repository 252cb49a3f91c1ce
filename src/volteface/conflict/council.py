"""A Council of vetoes: who votes how, and the exact chance that a draft passes.

Members have ideal points on pressure; a draft stands against the status quo; each votes yes, no or
abstains by a logistic law, with a band of abstention that widens with outrage. Diplomatic cover
moves a patron's ideal away from the draft. A draft needs enough yes votes and no veto; the chance
is exact, by a dynamic programme over the members, whose votes are independent. Doomed drafts are
tabled for the audience. Power indices are in :mod:`volteface.bargaining.power`.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from volteface.conflict.address import Hash, Purpose, uniforms
from volteface.conflict.arrays import Parameters, Reals, State, Structure, Whole
from volteface.conflict.fields import Council, Member, Scandal


@dataclass(frozen=True)
class Session:
    """A month of the Council, (draws,): chance of adoption, whether a draft was tabled, passed."""

    adoption: Reals
    tabled: Reals
    passed: Reals


def inclinations(structure: Structure, p: Parameters, state: State) -> tuple[Reals, Reals]:
    """Each member's chance of yes and of no, (draws, members) each; the rest is abstention."""
    outrage = p.scandal[:, Scandal.LEVEL] + state.scandal
    shift = p.council[:, Council.COVER_SHIFT]
    yes = np.zeros(p.member.shape[:2])
    no = np.zeros(p.member.shape[:2])
    for c, s in enumerate(structure.patron_of):
        ideal = p.member[:, c, Member.IDEAL]
        if s >= 0:
            sign = -1 if structure.client[s] == structure.regime else 1
            ideal = np.where(state.level[:, s] >= 1, ideal + sign * shift, ideal)
        gain = (p.council[:, Council.STATUS_QUO] - ideal) ** 2
        gain = gain - (p.council[:, Council.DRAFT] - ideal) ** 2
        band = p.council[:, Council.BAND] + p.member[:, c, Member.SCANDAL] * outrage
        noise = p.council[:, Council.NOISE]
        with np.errstate(over="ignore"):
            yes[:, c] = 1 / (1 + np.exp((band - gain) / noise))
            no[:, c] = 1 / (1 + np.exp((band + gain) / noise))
    return yes, no


def adoption(permanent: Whole, needed: int, yes: Reals, no: Reals) -> Reals:
    """The exact chance of at least ``needed`` yes votes and no veto.

    Args:
        permanent: (members,) 1 where a no is a veto.
        needed: Yes votes.
        yes: (draws, members) chance of yes.
        no: (draws, members) chance of no.

    Returns:
        (draws,).
    """
    draws, members = yes.shape
    votes = np.zeros((draws, members + 1))
    votes[:, 0] = 1
    for c in range(members):
        other = 1 - yes[:, c] - np.where(permanent[c] == 1, no[:, c], 0.0)
        more = votes[:, :-1] * yes[:, [c]]
        votes *= other[:, None]
        votes[:, 1:] += more
    chance: Reals = votes[:, needed:].sum(axis=1)
    return chance


def step(structure: Structure, p: Parameters, state: State, start: Hash) -> tuple[State, Session]:
    """Table a draft when it is worth it, as law or as a show, and vote on it."""
    draws = len(state.over)
    if len(structure.permanent) == 0:
        return state, Session(np.zeros(draws), np.zeros(draws), np.zeros(draws))
    yes, no = inclinations(structure, p, state)
    chance = adoption(structure.permanent, structure.votes, yes, no)
    outrage = p.scandal[:, Scandal.LEVEL] + state.scandal
    worth = p.council[:, Council.GAIN] * chance + p.council[:, Council.AUDIENCE] * outrage
    tabled: npt.NDArray[np.bool_] = worth > p.council[:, Council.COST]
    in_favour = np.zeros(draws)
    vetoed = np.zeros(draws, bool)
    for c, permanent in enumerate(structure.permanent):
        cast = uniforms(start, Purpose.VOTE, c)
        in_favour += cast < yes[:, c]
        vetoed |= (cast >= yes[:, c]) & (cast >= 1 - no[:, c]) & (permanent == 1)
    passed = tabled & ~vetoed & (in_favour >= structure.votes)
    resolved = np.where(passed, 1, state.resolved)
    return state._replace(resolved=resolved), Session(
        chance, tabled.astype(np.float64), passed.astype(np.float64)
    )
