"""The Council of :mod:`volteface.conflict.council`, compiled: one draw at a time."""

# ruff: noqa: PLR0917 - compiled functions take no keyword-only arguments

import math

import numpy as np

from volteface.conflict.address import Purpose
from volteface.conflict.arrays import Body, Parameters, Reals, State, Structure
from volteface.conflict.compiled import compiled, inner
from volteface.conflict.compiled_address import unit
from volteface.conflict.compiled_powers import highest
from volteface.conflict.fields import MOST_MEMBERS, Council, Member, Rival, Scandal
from volteface.conflict.scratch import Scratch


@compiled
def leaning(gain: float, band: float, noise: float) -> float:
    """The chance of a vote whose gain must pass the band of abstention."""
    return 1.0 / (1.0 + math.exp((band - gain) / noise))


@inner
def like(structure: Structure, p: Parameters, state: State, d: int, work: Scratch) -> None:
    """What pressure each member likes best, support of a client included."""
    shift = p.council[Council.COVER_SHIFT]
    for c in range(structure.patron_of.shape[0]):
        work.ideal[c] = p.member[c, Member.IDEAL]
        if structure.patron_of[c] >= 0:
            for_it, against = highest(structure, state, d, structure.patron_of[c])
            if against >= structure.cover:
                work.ideal[c] += shift
            if for_it >= structure.cover:
                work.ideal[c] -= shift


@inner
def incline(p: Parameters, asks: float, outrage: float, work: Scratch) -> None:
    """Each member's chance of yes and of no on a draft; the rest is abstention."""
    status_quo, noise = p.council[Council.STATUS_QUO], p.council[Council.NOISE]
    for c in range(work.ideal.shape[0]):
        ideal = work.ideal[c]
        gain = (status_quo - ideal) ** 2 - (asks - ideal) ** 2
        band = p.council[Council.BAND] + p.member[c, Member.SCANDAL] * outrage
        work.yes[c] = leaning(gain, band, noise)
        work.no[c] = leaning(-gain, band, noise)


@compiled
def enough(body: Body, in_favour: int, opposed: int) -> bool:
    """Whether a count of votes carries a draft that nobody vetoes."""
    if in_favour < max(1, body.needed):
        return False
    if body.over == 0:
        return True
    share, cast = body.under * in_favour, body.over * (in_favour + opposed)
    return share > cast if body.strict == 1 else share >= cast


@compiled
def of_all(body: Body, yes: Reals, no: Reals, votes: Reals) -> float:
    """The chance of a number of votes in favour, whoever abstains, and no veto."""
    votes[:] = 0.0
    votes[0] = 1.0
    most = 0
    for c in range(body.weight.shape[0]):
        weight, chance = body.weight[c], yes[c]
        other = 1.0 - chance - (no[c] if body.permanent[c] == 1 else 0.0)
        most += weight
        for count in range(most, weight - 1, -1):
            votes[count] = votes[count] * other + votes[count - weight] * chance
        for count in range(min(weight, most + 1)):
            votes[count] *= other
    total = 0.0
    for count in range(max(1, body.needed), most + 1):
        total += votes[count]
    return total


@compiled
def adoption(body: Body, yes: Reals, no: Reals, votes: Reals) -> float:
    """The exact chance of enough votes in favour and no veto, over independent votes.

    ``votes`` is room for the distribution of the votes for and, where they count, against, as
    :func:`volteface.conflict.scratch.new_votes` makes it.
    """
    if body.over == 0:
        return of_all(body, yes, no, votes[:, 0])
    votes[:] = 0.0
    votes[0, 0] = 1.0
    most = 0
    for c in range(body.weight.shape[0]):
        weight = body.weight[c]
        veto = body.permanent[c] == 1
        other = 1.0 - yes[c] - no[c]
        most += weight
        for n in range(most, -1, -1):
            for y in range(most - n, -1, -1):
                chance = votes[y, n] * other
                if y >= weight:
                    chance += votes[y - weight, n] * yes[c]
                if not veto and n >= weight:
                    chance += votes[y, n - weight] * no[c]
                votes[y, n] = chance
    total = 0.0
    for y in range(most + 1):
        for n in range(most - y + 1):
            if enough(body, y, n):
                total += votes[y, n]
    return total


@inner
def worth(p: Parameters, draft: int, chance: float, outrage: float, before: int) -> float:
    """What tabling brings, its cost taken off: as law, as a show, as an answer."""
    if draft == 0:
        gained = p.council[Council.GAIN] * chance + p.council[Council.AUDIENCE] * outrage
        return float(gained - p.council[Council.COST])
    v = draft - 1
    gained = p.rival[v, Rival.GAIN] * chance + p.rival[v, Rival.AUDIENCE] * outrage
    return float(gained + p.rival[v, Rival.REPLY] * before - p.rival[v, Rival.COST])


@inner
def carried(body: Body, start: np.uint64, draft: int, work: Scratch) -> bool:
    """Whether the votes cast carry a draft."""
    in_favour, opposed = 0, 0
    for c in range(body.weight.shape[0]):
        cast = unit(start, Purpose.VOTE, c + MOST_MEMBERS * draft, 0, 0)
        if cast < work.yes[c]:
            in_favour += body.weight[c]
        elif cast >= 1.0 - work.no[c]:
            if body.permanent[c] == 1:
                return False
            opposed += body.weight[c]
    return enough(body, in_favour, opposed)


@inner
def vote(
    structure: Structure, p: Parameters, state: State, d: int, start: np.uint64, work: Scratch
) -> None:
    """Table drafts that are worth it, and vote on them."""
    if structure.patron_of.shape[0] == 0:
        return
    outrage = p.scandal[Scandal.LEVEL] + state.scandal[d]
    before = 0
    like(structure, p, state, d, work)
    for draft in range(work.council.shape[0]):
        asks = p.council[Council.DRAFT] if draft == 0 else p.rival[draft - 1, Rival.ASKS]
        incline(p, asks, outrage, work)
        chance = adoption(structure.body, work.yes, work.no, work.votes)
        work.council[draft, 0] = chance
        if worth(p, draft, chance, outrage, before) <= 0.0:
            continue
        before += 1
        work.council[draft, 1] = 1.0
        if carried(structure.body, start, draft, work):
            work.council[draft, 2] = 1.0
            state.resolved[d, draft] = 1
