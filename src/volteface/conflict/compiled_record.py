"""Write a month's end into the record, compiled."""

# ruff: noqa: PLR0917 - compiled functions take no keyword-only arguments

import math

from volteface.conflict.arrays import (
    BY_SETTLEMENT,
    DEAL,
    FIGHTING,
    GOING_ON,
    STRUCK,
    Parameters,
    Reals,
    State,
    Structure,
)
from volteface.conflict.channels import (
    LEAST_LEVERAGE,
    BargainSeen,
    CouncilSeen,
    Offsets,
    OptionSeen,
    PartySeen,
    PatronSeen,
    RelationSeen,
    World,
)
from volteface.conflict.compiled import inner
from volteface.conflict.fields import Patron
from volteface.conflict.scratch import Scratch

_PARTY, _PATRON, _OPTION = len(PartySeen), len(PatronSeen), len(OptionSeen)
_RELATION, _BARGAIN, _DRAFT = len(RelationSeen), len(BargainSeen), len(CouncilSeen)


@inner
def record_month(
    structure: Structure,
    p: Parameters,
    state: State,
    d: int,
    work: Scratch,
    at: Offsets,
    row: Reals,
) -> None:
    """Fill one row of the record."""
    row[at.world + World.WAR_OVER] = 1.0 if state.over[d] != GOING_ON else 0.0
    row[at.world + World.SETTLED] = 1.0 if state.over[d] == BY_SETTLEMENT else 0.0
    row[at.world + World.CASUALTIES] = work.casualties[0]
    row[at.world + World.TOLL] = state.toll[d]
    row[at.world + World.BATTLES] = state.battles[d]
    row[at.world + World.SCANDAL] = state.scandal[d]
    row[at.world + World.BITTERNESS] = state.bitterness[d]
    for v in range(work.council.shape[0]):
        b = at.council + v * _DRAFT
        row[b + CouncilSeen.ADOPTION] = work.council[v, 0]
        row[b + CouncilSeen.TABLED] = work.council[v, 1]
        row[b + CouncilSeen.PASSED] = 1.0 * state.resolved[d, v]
    record_parties(structure, state, d, work, at.party, row)
    record_patrons(structure, p, state, d, work, at.patron, row)
    for o in range(p.option.shape[0]):
        b = at.option + o * _OPTION
        open_to_all = work.blockers[o] == 0 and state.over[d] == GOING_ON
        row[b + OptionSeen.FEASIBLE] = 1.0 if open_to_all else 0.0
        row[b + OptionSeen.ADOPTED] = 1.0 if state.adopted[d] == o else 0.0
        row[b + OptionSeen.BLOCKERS] = work.blockers[o]
    for r in range(structure.related.shape[0]):
        b = at.relation + r * _RELATION
        row[b + RelationSeen.RELATION] = math.tanh(state.relation[d, r])
        row[b + RelationSeen.TRUST] = 1.0 / (1.0 + math.exp(-state.trust[d, r]))
    for k in range(structure.target.shape[0]):
        b = at.bargain + k * _BARGAIN
        row[b + BargainSeen.DEAL] = 1.0 if state.bargain[d, k] == DEAL else 0.0
        row[b + BargainSeen.STRIKE] = 1.0 if state.bargain[d, k] == STRUCK else 0.0


@inner
def record_parties(
    structure: Structure, state: State, d: int, work: Scratch, start: int, row: Reals
) -> None:
    """Territory, strength, power and belief of each party."""
    for i in range(structure.initial.shape[0]):
        b = start + i * _PARTY
        fighting = state.status[d, i] == FIGHTING
        adopted = state.adopted[d]
        stays = fighting and not (adopted >= 0 and structure.leaves[adopted, i] == 1)
        row[b + PartySeen.FORTS] = state.forts[d, i] / structure.forts
        row[b + PartySeen.STRENGTH] = work.strength[i] if fighting else 0.0
        row[b + PartySeen.IN_POWER] = 1.0 if stays else 0.0
        row[b + PartySeen.BELIEF] = work.belief[i]


@inner
def record_patrons(
    structure: Structure, p: Parameters, state: State, d: int, work: Scratch, start: int, row: Reals
) -> None:
    """Deeds, words, beliefs and leverage of each patron."""
    parties = structure.initial.shape[0]
    for s in range(structure.client.shape[0]):
        b = start + s * _PATRON
        behind_regime = structure.client[s] == structure.regime
        belief = work.belief[parties + structure.principal[s]]
        doubt = 1.0 - belief if behind_regime else belief
        worth = p.patron[s, Patron.INSURANCE] / p.patron[s, Patron.CONTACT_COST]
        joins = p.patron[s, Patron.COALITION] > p.patron[s, Patron.AUTONOMY]
        same_side = 0.0
        for other in range(structure.client.shape[0]):
            if (structure.client[other] == structure.regime) == behind_regime:
                same_side += work.leverage[other]
        row[b + PatronSeen.SUPPORT] = state.level[d, s]
        row[b + PatronSeen.DELIVERED] = state.delivered[d, s]
        row[b + PatronSeen.BELIEF] = belief
        row[b + PatronSeen.STATED] = state.level[d, s] - p.patron[s, Patron.WORDS] * doubt
        row[b + PatronSeen.CONTACTS] = max(0.0, doubt * worth - 1.0)
        row[b + PatronSeen.LEVERAGE] = work.leverage[s]
        row[b + PatronSeen.PRESSURE] = work.pressure[s]
        row[b + PatronSeen.PREFERS_SETTLEMENT] = 1.0 if work.wish[s] >= 0 else 0.0
        row[b + PatronSeen.DEMANDS] = work.demands[s]
        row[b + PatronSeen.GIVES_IN] = work.gives_in[s]
        row[b + PatronSeen.JOINS] = 1.0 if joins else 0.0
        known = same_side >= LEAST_LEVERAGE
        row[b + PatronSeen.COUNTERPART] = work.leverage[s] / same_side if known else 0.0
