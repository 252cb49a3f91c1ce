"""Relations between outside powers and bargains under threat, compiled: one draw at a time."""

import numpy as np

from volteface.conflict.address import Purpose
from volteface.conflict.arrays import DEAL, FIGHTING, OPEN, STRUCK, Parameters, State, Structure
from volteface.conflict.compiled import inner
from volteface.conflict.compiled_address import unit
from volteface.conflict.fields import Bargain, Relation, Settlement


@inner
def relate(structure: Structure, p: Parameters, state: State, d: int) -> None:
    """Cooperation raises relations and trust; opposed arms and sanctions lower both."""
    for r in range(structure.related.shape[0]):
        first, second = structure.related[r, 0], structure.related[r, 1]
        for_it, against = highest(structure, state, d, first)
        their_for, their_against = highest(structure, state, d, second)
        gained = 0.0
        if min(max(for_it, against), max(their_for, their_against)) >= structure.cover:
            gained = p.relation[r, Relation.COOPERATION] * p.settlement[Settlement.TALKS_ON]
        if max(min(for_it, their_against), min(against, their_for)) >= structure.arms:
            gained -= p.relation[r, Relation.OPPOSED]
        gained -= p.relation[r, Relation.SANCTIONS]
        back = p.relation[r, Relation.REVERSION]
        quarrel = p.relation[r, Relation.QUARREL]
        start, trust = p.relation[r, Relation.START], p.relation[r, Relation.TRUST]
        state.relation[d, r] += gained - quarrel + back * (start - state.relation[d, r])
        state.trust[d, r] += gained + back * (trust - state.trust[d, r])


@inner
def highest(structure: Structure, state: State, d: int, principal: int) -> tuple[int, int]:
    """A power's highest steps for the regime and for others; 0 for none."""
    for_it, against = 0, 0
    for s in range(structure.client.shape[0]):
        if structure.principal[s] != principal:
            continue
        if structure.client[s] == structure.regime:
            for_it = max(for_it, state.level[d, s])
        else:
            against = max(against, state.level[d, s])
    return for_it, against


@inner
def bargain(structure: Structure, p: Parameters, state: State, d: int, start: np.uint64) -> bool:
    """The thing is given up if the threat outweighs it and the power would rather not strike.

    Whether somebody was struck, and so weakened.
    """
    struck = False
    for b in range(structure.target.shape[0]):
        target = structure.target[b]
        if state.bargain[d, b] != OPEN or state.status[d, target] != FIGHTING:
            continue
        threat = p.bargain[b, Bargain.THREAT]
        afraid = threat * p.bargain[b, Bargain.DAMAGE] > p.bargain[b, Bargain.WORTH]
        reluctant = p.bargain[b, Bargain.RELUCTANCE] > p.bargain[b, Bargain.GAIN]
        if afraid and reluctant:
            state.bargain[d, b] = DEAL
        elif not reluctant and unit(start, Purpose.STRIKE, b, 0, 0) < threat:
            struck = True
            state.bargain[d, b] = STRUCK
            state.own[d, target] *= 1.0 - p.bargain[b, Bargain.HARM]
    return struck
