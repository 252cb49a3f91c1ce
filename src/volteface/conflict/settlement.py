"""Settlement: what every veto player prefers to war (Fearon 1995, Powell 2006, Cunningham 2006).

An option is feasible when each veto player likes it at least as well as fighting on: every party to
talks above a share of the forts, and every patron with enough leverage over its client. Feasible
options on the table are agreed at a rate, per month, that grows with mediation. Limit: two parties
who agree on the chance p of the regime, with war costs c and d, have the bargaining range
[p - c, p + d].
"""

import numpy as np

from volteface.conflict.address import Hash, Purpose, uniforms
from volteface.conflict.arrays import (
    BY_SETTLEMENT,
    FIGHTING,
    GOING_ON,
    Parameters,
    Reals,
    State,
    Structure,
    Whole,
)
from volteface.conflict.belief import Outlook
from volteface.conflict.fields import ON, Option, Party, Settlement
from volteface.conflict.leverage import Demands, Leverage, fighting_on, kept
from volteface.conflict.patrons import stakes


def block(
    structure: Structure,
    p: Parameters,
    state: State,
    *,
    outlook: Outlook,
    leverage: Leverage,
    going_on: Reals,
    demands: Demands,
) -> Whole:
    """How many veto players stand against each option, (draws, options)."""
    parties = len(structure.enters)
    keeping = kept(p, state)
    against = np.zeros(keeping.shape, np.int64)
    on = fighting_on(structure, p, state, outlook)
    least = p.settlement[:, Settlement.PARTY_SHARE] * structure.forts
    spoils = p.settlement[:, Settlement.SPOILER_LEVERAGE]
    stake = stakes(structure, p, state)
    for o in range(keeping.shape[1]):
        for i in range(parties):
            vetoes = (state.status[:, i] == FIGHTING) & (state.forts[:, i] >= least)
            vetoes &= (p.party[:, i, Party.TALKS] >= ON) & (demands.consent[:, i] != o)
            worth = p.party[:, i, Party.OFFICE] * p.payoff[:, o, i] * keeping[:, o]
            against[:, o] += vetoes & (worth < on[:, i])
        for s, client in enumerate(structure.client):
            share = leverage.share[:, s]
            vetoes = (state.status[:, client] == FIGHTING) & (share > 0) & (share >= spoils)
            worth = stake[:, s] * p.payoff[:, o, parties + s] * keeping[:, o]
            against[:, o] += vetoes & (worth < going_on[:, s])
    return against


def step(p: Parameters, state: State, month: int, start: Hash, against: Whole) -> State:
    """Adopt a tabled option that nobody blocks, at the month's chance; else talks have failed.

    Options are tried in the order of the case. Draws whose war is over stay as they are.
    """
    talks = p.settlement[:, Settlement.TALKS_ON]
    rate = p.settlement[:, Settlement.ADOPTION_RATE]
    chance = -np.expm1(-rate * (1 + p.settlement[:, Settlement.MEDIATION] * talks))
    going = state.over == GOING_ON
    adopted = state.adopted.copy()
    for o in range(against.shape[1]):
        imposed = p.option[:, o, Option.IMPOSED] >= ON
        free = (p.option[:, o, Option.TABLED] >= ON) & (against[:, o] == 0)
        taken = imposed | (free & (uniforms(start, Purpose.ADOPTION, o) < chance))
        adopted = np.where(going & (adopted < 0) & taken, o, adopted)
    ends = going & (adopted >= 0)
    decay = p.settlement[:, Settlement.BITTERNESS_DECAY]
    bitter = state.bitterness + talks - decay * state.bitterness
    return state._replace(
        adopted=adopted,
        over=np.where(ends, BY_SETTLEMENT, state.over),
        ended=np.where(ends, month + 1.0, state.ended),
        bitterness=np.where(going & ~ends, bitter, state.bitterness),
    )
