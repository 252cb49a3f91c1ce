"""Settlement and Council of one draw, compiled."""

# ruff: noqa: PLR0917 - compiled functions take no keyword-only arguments

import math

import numpy as np

from volteface.conflict.address import Purpose
from volteface.conflict.arrays import BY_SETTLEMENT, FIGHTING, Parameters, State, Structure
from volteface.conflict.compiled import inner
from volteface.conflict.compiled_address import unit
from volteface.conflict.fields import ON, Option, Party, Settlement
from volteface.conflict.scratch import Scratch


@inner
def block(structure: Structure, p: Parameters, state: State, d: int, work: Scratch) -> None:
    """How many veto players stand against each option."""
    parties = structure.enters.shape[0]
    share = p.settlement[Settlement.PARTY_SHARE]
    for o in range(p.option.shape[0]):
        against = 0
        kept = work.kept[o]
        for i in range(parties):
            if (
                state.status[d, i] == FIGHTING
                and state.forts[d, i] >= share * structure.forts
                and p.party[i, Party.TALKS] >= ON
                and work.consent[i] != o
                and p.party[i, Party.OFFICE] * p.payoff[o, i] * kept < work.fighting[i]
            ):
                against += 1
        for s in range(structure.client.shape[0]):
            if (
                state.status[d, structure.client[s]] == FIGHTING
                and work.leverage[s] > 0.0
                and work.leverage[s] >= p.settlement[Settlement.SPOILER_LEVERAGE]
            ):
                worth = work.stake[s] * p.payoff[o, parties + s] * kept
                if worth < work.going_on[s]:
                    against += 1
        work.blockers[o] = against


@inner
def settle(
    p: Parameters,
    state: State,
    d: int,
    month: int,
    start: np.uint64,
    work: Scratch,
) -> None:
    """Adopt a tabled option that nobody blocks, at the month's chance; else talks have failed."""
    talks = p.settlement[Settlement.TALKS_ON]
    rate = p.settlement[Settlement.ADOPTION_RATE]
    rate *= 1.0 + p.settlement[Settlement.MEDIATION] * talks
    chance = -math.expm1(-rate)
    for o in range(p.option.shape[0]):
        imposed = p.option[o, Option.IMPOSED] >= ON
        free = p.option[o, Option.TABLED] >= ON and work.blockers[o] == 0
        if imposed or (free and unit(start, Purpose.ADOPTION, o, 0, 0) < chance):
            state.adopted[d] = o
            state.over[d] = BY_SETTLEMENT
            state.ended[d] = month + 1.0
            return
    decay = p.settlement[Settlement.BITTERNESS_DECAY]
    state.bitterness[d] += talks - decay * state.bitterness[d]
