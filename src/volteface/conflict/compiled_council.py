"""The Council of :mod:`volteface.conflict.council`, compiled: one draw at a time."""

# ruff: noqa: PLR0917 - compiled functions take no keyword-only arguments

import math

import numpy as np

from volteface.conflict.address import Purpose
from volteface.conflict.arrays import Parameters, Reals, State, Structure, Whole
from volteface.conflict.compiled import compiled, inner
from volteface.conflict.compiled_address import unit
from volteface.conflict.fields import Council, Member, Scandal
from volteface.conflict.scratch import Scratch


@compiled
def leaning(gain: float, band: float, noise: float) -> float:
    """The chance of a vote whose gain must pass the band of abstention."""
    return 1.0 / (1.0 + math.exp((band - gain) / noise))


@inner
def incline(structure: Structure, p: Parameters, state: State, d: int, work: Scratch) -> None:
    """Each member's chance of yes and of no on the draft; the rest is abstention."""
    outrage = p.scandal[Scandal.LEVEL] + state.scandal[d]
    draft, status_quo = p.council[Council.DRAFT], p.council[Council.STATUS_QUO]
    shift, noise = p.council[Council.COVER_SHIFT], p.council[Council.NOISE]
    for c in range(structure.permanent.shape[0]):
        ideal = p.member[c, Member.IDEAL]
        s = structure.patron_of[c]
        if s >= 0 and state.level[d, s] >= 1:
            ideal += -shift if structure.client[s] == structure.regime else shift
        gain = (status_quo - ideal) ** 2 - (draft - ideal) ** 2
        band = p.council[Council.BAND] + p.member[c, Member.SCANDAL] * outrage
        work.yes[c] = leaning(gain, band, noise)
        work.no[c] = leaning(-gain, band, noise)


@compiled
def adoption(permanent: Whole, needed: int, yes: Reals, no: Reals, votes: Reals) -> float:
    """The exact chance of enough yes votes and no veto, over independent votes.

    ``votes`` is room for the distribution of the number of yes votes, (members + 1,).
    """
    members = permanent.shape[0]
    votes[:] = 0.0
    votes[0] = 1.0
    for c in range(members):
        other = 1.0 - yes[c] - (no[c] if permanent[c] == 1 else 0.0)
        for count in range(c + 1, 0, -1):
            votes[count] = votes[count] * other + votes[count - 1] * yes[c]
        votes[0] *= other
    total = 0.0
    for count in range(needed, members + 1):
        total += votes[count]
    return total


@inner
def vote(
    structure: Structure, p: Parameters, state: State, d: int, start: np.uint64, work: Scratch
) -> None:
    """Table a draft when it is worth it, as law or as a show, and vote on it."""
    if structure.permanent.shape[0] == 0:
        return
    incline(structure, p, state, d, work)
    chance = adoption(structure.permanent, structure.votes, work.yes, work.no, work.votes)
    work.council[0] = chance
    outrage = p.scandal[Scandal.LEVEL] + state.scandal[d]
    worth = p.council[Council.GAIN] * chance + p.council[Council.AUDIENCE] * outrage
    if worth <= p.council[Council.COST]:
        return
    work.council[1] = 1.0
    in_favour = 0
    for c in range(structure.permanent.shape[0]):
        cast = unit(start, Purpose.VOTE, c, 0, 0)
        if cast < work.yes[c]:
            in_favour += 1
        elif cast >= 1.0 - work.no[c] and structure.permanent[c] == 1:
            return
    if in_favour >= structure.votes:
        work.council[2] = 1.0
        state.resolved[d] = 1
