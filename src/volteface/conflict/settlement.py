"""Settlement: what every veto player prefers to war (Fearon 1995, Powell 2006, Cunningham 2006).

An option is feasible when each veto player likes it at least as well as fighting on: every party to
talks above a share of the forts, and every patron with enough leverage over its client. Feasible
options on the table are agreed at a rate, per month, that grows with mediation. Limit: two parties
who agree on the chance p of the regime, with war costs c and d, have the bargaining range
[p - c, p + d]. What would unblock an option is in :mod:`volteface.conflict.terms`.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

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
from volteface.conflict.stakes import stakes


@dataclass(frozen=True)
class Stands:
    """How every actor stands to every option, parties first, then patrons.

    ``payoff`` is what an option is worth if it is kept, ``worth`` with the chance that it is,
    (draws, options, actors); ``war`` what going on is worth, (draws, actors). ``vetoes`` is whether
    an actor can block at all, (draws, actors), ``blocks`` whether it does,
    (draws, options, actors).
    """

    payoff: Reals
    worth: Reals
    war: Reals
    vetoes: npt.NDArray[np.bool_]
    blocks: npt.NDArray[np.bool_]

    @property
    def against(self) -> Whole:
        """How many block each option, (draws, options)."""
        found: Whole = self.blocks.sum(axis=2)
        return found


def stand(
    structure: Structure,
    p: Parameters,
    state: State,
    *,
    outlook: Outlook,
    leverage: Leverage,
    going_on: Reals,
    demands: Demands,
) -> Stands:
    """Who likes which option better than war, and who can block."""
    parties = len(structure.enters)
    value = np.hstack([p.party[:, :, Party.OFFICE], stakes(structure, p, state)])
    payoff = value[:, None, :] * p.payoff
    worth = payoff * kept(p, state)[:, :, None]
    war = np.hstack([fighting_on(structure, p, state, outlook), going_on])
    least = p.settlement[:, [Settlement.PARTY_SHARE]] * structure.forts
    there = (state.status == FIGHTING) & (p.party[:, :, Party.TALKS] >= ON)
    spoils = p.settlement[:, [Settlement.SPOILER_LEVERAGE]]
    share = leverage.share
    spoilers = (state.status[:, structure.client] == FIGHTING) & (share > 0) & (share >= spoils)
    vetoes = np.hstack([there & (state.forts >= least), spoilers])
    blocks = vetoes[:, None, :] & (worth < war[:, None, :])
    for o in range(payoff.shape[1]):
        blocks[:, o, :parties] &= demands.consent != o
    return Stands(payoff, worth, war, vetoes, blocks)


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
