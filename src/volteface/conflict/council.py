"""A Council of vetoes: who votes how, and the exact chance that a draft passes.

Members have ideal points on pressure; a draft stands against the status quo; each votes yes, no or
abstains by a logistic law, with a band of abstention that widens with outrage. Diplomatic cover
moves a patron's ideal away from pressure on its client. A draft needs enough yes votes and no veto,
of all votes or of those cast; the chance is exact, by a dynamic programme over the members, whose
votes are independent. Doomed drafts are tabled for the audience, and in answer to others. Power
indices are in :mod:`volteface.bargaining.power`.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from volteface.conflict.address import Hash, Purpose, uniforms
from volteface.conflict.arrays import Body, Parameters, Reals, State, Structure
from volteface.conflict.fields import MOST_MEMBERS, Council, Member, Rival, Scandal
from volteface.conflict.powers import highest


@dataclass(frozen=True)
class Session:
    """A month of the Council, (draws, drafts): chance of adoption, whether tabled, passed."""

    adoption: Reals
    tabled: Reals
    passed: Reals


def asked(p: Parameters, draft: int) -> Reals:
    """The pressure that a draft asks for, (draws,); 0 is the Council's own, then its rivals."""
    found: Reals = p.council[:, Council.DRAFT] if draft == 0 else p.rival[:, draft - 1, Rival.ASKS]
    return found


def ideals(structure: Structure, p: Parameters, state: State) -> Reals:
    """What pressure each member likes best, (draws, members), support of a client included."""
    found = p.member[:, :, Member.IDEAL].copy()
    shift = p.council[:, Council.COVER_SHIFT]
    for c, principal in enumerate(structure.patron_of):
        if principal < 0:
            continue
        for_it, against = highest(structure, state, principal)
        found[:, c] += np.where(against >= structure.cover, shift, 0.0)
        found[:, c] -= np.where(for_it >= structure.cover, shift, 0.0)
    return found


def inclinations(p: Parameters, ideal: Reals, asks: Reals, outrage: Reals) -> tuple[Reals, Reals]:
    """Each member's chance of yes and of no, (draws, members) each; the rest is abstention.

    Args:
        p: Quantities of the month.
        ideal: (draws, members), of :func:`ideals`.
        asks: (draws,) pressure that the draft asks for.
        outrage: (draws,).
    """
    status_quo = p.council[:, Council.STATUS_QUO][:, None]
    gain = (status_quo - ideal) ** 2 - (asks[:, None] - ideal) ** 2
    widens = p.member[:, :, Member.SCANDAL] * outrage[:, None]
    band = p.council[:, Council.BAND][:, None] + widens
    noise = p.council[:, Council.NOISE][:, None]
    with np.errstate(over="ignore"):
        return 1 / (1 + np.exp((band - gain) / noise)), 1 / (1 + np.exp((band + gain) / noise))


def adoption(body: Body, yes: Reals, no: Reals) -> Reals:
    """The exact chance of enough votes in favour and no veto.

    Args:
        body: Members, weights, vetoes and what is enough.
        yes: (draws, members) chance of yes.
        no: (draws, members) chance of no.

    Returns:
        (draws,).
    """
    most = int(body.weight.sum())
    counts_no = body.over > 0
    votes = np.zeros((len(yes), most + 1, most + 1 if counts_no else 1))
    votes[:, 0, 0] = 1
    for c, weight in enumerate(body.weight):
        veto = body.permanent[c] == 1
        against = no[:, c] if veto or counts_no else np.zeros(len(yes))
        after = votes * (1 - yes[:, c] - against)[:, None, None]
        after[:, weight:] += (votes * yes[:, c, None, None])[:, : most + 1 - weight]
        if counts_no and not veto:
            width = votes.shape[2] - weight
            after[:, :, weight:] += (votes * no[:, c, None, None])[:, :, :width]
        votes = after
    in_favour, opposed = np.indices(votes.shape[1:])
    chance: Reals = (votes * enough(body, in_favour, opposed)).sum(axis=(1, 2))
    return chance


def enough(
    body: Body, in_favour: npt.NDArray[np.int64], opposed: npt.NDArray[np.int64]
) -> npt.NDArray[np.bool_]:
    """Whether a count of votes carries a draft that nobody vetoes; shapes as given."""
    needed: npt.NDArray[np.bool_] = in_favour >= max(1, body.needed)
    if body.over == 0:
        return needed
    share, cast = body.under * in_favour, body.over * (in_favour + opposed)
    return needed & ((share > cast) if body.strict else (share >= cast))


def step(structure: Structure, p: Parameters, state: State, start: Hash) -> tuple[State, Session]:
    """Table drafts that are worth it, as law, as a show or as an answer, and vote on them."""
    draws, drafts = len(state.over), 1 + p.rival.shape[1]
    session = Session(*(np.zeros((draws, drafts)) for _ in range(3)))
    if len(structure.patron_of) == 0:
        return state, session
    outrage = p.scandal[:, Scandal.LEVEL] + state.scandal
    ideal = ideals(structure, p, state)
    before = np.zeros(draws)
    for draft in range(drafts):
        yes, no = inclinations(p, ideal, asked(p, draft), outrage)
        chance = adoption(structure.body, yes, no)
        tabled = _worth(p, draft, chance, outrage, before)
        passed = tabled & _cast(structure.body, yes, no, start, draft)
        before = before + tabled
        session.adoption[:, draft] = chance
        session.tabled[:, draft] = tabled
        session.passed[:, draft] = passed
    resolved = np.maximum(state.resolved, session.passed.astype(np.int64))
    return state._replace(resolved=resolved), session


def _worth(
    p: Parameters, draft: int, chance: Reals, outrage: Reals, before: Reals
) -> npt.NDArray[np.bool_]:
    """Whether tabling pays: as law, as a show, as an answer to those tabled before."""
    if draft == 0:
        worth = p.council[:, Council.GAIN] * chance + p.council[:, Council.AUDIENCE] * outrage
        pays: npt.NDArray[np.bool_] = worth - p.council[:, Council.COST] > 0
        return pays
    own = p.rival[:, draft - 1]
    worth = own[:, Rival.GAIN] * chance + own[:, Rival.AUDIENCE] * outrage
    worth = worth + own[:, Rival.REPLY] * before
    worth_it: npt.NDArray[np.bool_] = worth - own[:, Rival.COST] > 0
    return worth_it


def _cast(body: Body, yes: Reals, no: Reals, start: Hash, draft: int) -> npt.NDArray[np.bool_]:
    """Whether the votes cast carry a draft, (draws,)."""
    in_favour = np.zeros(len(yes), np.int64)
    opposed = np.zeros(len(yes), np.int64)
    vetoed = np.zeros(len(yes), bool)
    for c, weight in enumerate(body.weight):
        cast = uniforms(start, Purpose.VOTE, c + MOST_MEMBERS * draft)
        for_it = cast < yes[:, c]
        against = ~for_it & (cast >= 1 - no[:, c])
        in_favour += weight * for_it
        opposed += weight * against
        vetoed |= against & (body.permanent[c] == 1)
    return ~vetoed & enough(body, in_favour, opposed)
