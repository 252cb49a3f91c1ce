"""Write a month's end into the record: the numpy reference."""

from typing import TYPE_CHECKING

import numpy as np

from volteface.conflict.arrays import (
    BY_SETTLEMENT,
    DEAL,
    FIGHTING,
    GOING_ON,
    STRUCK,
    Parameters,
    Reals,
    State,
)
from volteface.conflict.channels import (
    LEAST_LEVERAGE,
    BargainSeen,
    CouncilSeen,
    OptionSeen,
    PartySeen,
    PatronSeen,
    RelationSeen,
    World,
)
from volteface.conflict.conflict import Conflict
from volteface.conflict.fields import Patron
from volteface.conflict.rates import strengths

if TYPE_CHECKING:
    from volteface.conflict.world import Month


def record_month(
    conflict: Conflict, p: Parameters, state: State, seen: "Month", rows: Reals
) -> None:
    """Fill one month's rows, (draws, width)."""
    at, structure = conflict.record, conflict.structure
    rows[:, at.world + World.WAR_OVER] = state.over != GOING_ON
    rows[:, at.world + World.SETTLED] = state.over == BY_SETTLEMENT
    rows[:, at.world + World.CASUALTIES] = seen.casualties
    rows[:, at.world + World.TOLL] = state.toll
    rows[:, at.world + World.BATTLES] = state.battles
    rows[:, at.world + World.SCANDAL] = state.scandal
    rows[:, at.world + World.BITTERNESS] = state.bitterness
    drafts = _block(rows, at.council, 1 + conflict.layout.rivals, CouncilSeen)
    drafts[:, :, CouncilSeen.ADOPTION] = seen.session.adoption
    drafts[:, :, CouncilSeen.TABLED] = seen.session.tabled
    drafts[:, :, CouncilSeen.PASSED] = state.resolved
    _parties(conflict, state, seen, _block(rows, at.party, len(structure.initial), PartySeen), p)
    _patrons(conflict, p, state, seen, _block(rows, at.patron, len(structure.client), PatronSeen))
    options = _block(rows, at.option, conflict.layout.options, OptionSeen)
    for o in range(conflict.layout.options):
        free = (seen.against[:, o] == 0) & (state.over == GOING_ON)
        options[:, o, OptionSeen.FEASIBLE] = free
        options[:, o, OptionSeen.ADOPTED] = state.adopted == o
        options[:, o, OptionSeen.BLOCKERS] = seen.against[:, o]
    relations = _block(rows, at.relation, len(structure.related), RelationSeen)
    relations[:, :, RelationSeen.RELATION] = np.tanh(state.relation)
    relations[:, :, RelationSeen.TRUST] = 1 / (1 + np.exp(-state.trust))
    bargains = _block(rows, at.bargain, len(structure.target), BargainSeen)
    bargains[:, :, BargainSeen.DEAL] = state.bargain == DEAL
    bargains[:, :, BargainSeen.STRIKE] = state.bargain == STRUCK


def _block(rows: Reals, start: int, count: int, columns: type) -> Reals:
    """A view of some of the rows' columns as (draws, count, columns)."""
    width = len(columns)  # type: ignore[arg-type]
    view = rows[:, start : start + count * width]
    return np.lib.stride_tricks.as_strided(
        view,
        (len(rows), count, width),
        (rows.strides[0], width * rows.strides[1], rows.strides[1]),
    )


def _parties(conflict: Conflict, state: State, seen: "Month", block: Reals, p: Parameters) -> None:
    structure = conflict.structure
    _, whole = strengths(structure, p, state)
    fighting = state.status == FIGHTING
    gone = np.zeros(fighting.shape, bool)
    for o, leaves in enumerate(structure.leaves):
        gone |= (state.adopted == o)[:, None] & (leaves == 1)
    block[:, :, PartySeen.FORTS] = state.forts / structure.forts
    block[:, :, PartySeen.STRENGTH] = np.where(fighting, whole, 0)
    block[:, :, PartySeen.IN_POWER] = fighting & ~gone
    block[:, :, PartySeen.BELIEF] = seen.outlook.survival[:, : len(structure.initial)]


def _patrons(conflict: Conflict, p: Parameters, state: State, seen: "Month", block: Reals) -> None:
    structure = conflict.structure
    behind = structure.client == structure.regime
    belief = seen.outlook.survival[:, len(structure.initial) + structure.principal]
    doubt = np.where(behind, 1 - belief, belief)
    worth = p.patron[:, :, Patron.INSURANCE] / p.patron[:, :, Patron.CONTACT_COST]
    share = seen.leverage.share
    same_side = np.where(
        behind,
        share[:, behind].sum(axis=1, keepdims=True),
        share[:, ~behind].sum(axis=1, keepdims=True),
    )
    block[:, :, PatronSeen.SUPPORT] = state.level
    block[:, :, PatronSeen.DELIVERED] = state.delivered
    block[:, :, PatronSeen.BELIEF] = belief
    block[:, :, PatronSeen.STATED] = state.level - p.patron[:, :, Patron.WORDS] * doubt
    block[:, :, PatronSeen.CONTACTS] = np.maximum(0, doubt * worth - 1)
    block[:, :, PatronSeen.LEVERAGE] = share
    block[:, :, PatronSeen.PRESSURE] = seen.pressure
    block[:, :, PatronSeen.PREFERS_SETTLEMENT] = seen.demands.wish >= 0
    block[:, :, PatronSeen.DEMANDS] = seen.demands.made
    block[:, :, PatronSeen.GIVES_IN] = seen.demands.met
    block[:, :, PatronSeen.JOINS] = (
        p.patron[:, :, Patron.COALITION] > p.patron[:, :, Patron.AUTONOMY]
    )
    block[:, :, PatronSeen.COUNTERPART] = np.where(
        same_side >= LEAST_LEVERAGE, share / np.maximum(same_side, LEAST_LEVERAGE), 0
    )
