"""Relations between outside powers and bargains under threat, compiled: one draw at a time."""

import numpy as np

from volteface.conflict.address import Purpose
from volteface.conflict.arrays import DEAL, FIGHTING, OPEN, STRUCK, Parameters, State, Structure
from volteface.conflict.compiled import inner
from volteface.conflict.compiled_address import unit
from volteface.conflict.fields import ARMS, COVER, Bargain, Relation, Settlement


@inner
def relate(structure: Structure, p: Parameters, state: State, d: int) -> None:
    """Cooperation raises relations and trust; opposed arms and sanctions lower both."""
    for r in range(structure.related.shape[0]):
        first, second = structure.related[r, 0], structure.related[r, 1]
        lower = min(state.level[d, first], state.level[d, second])
        gained = 0.0
        if lower >= COVER:
            gained = p.relation[r, Relation.COOPERATION] * p.settlement[Settlement.TALKS_ON]
        opposite = (structure.client[first] == structure.regime) != (
            structure.client[second] == structure.regime
        )
        if lower >= ARMS and opposite:
            gained -= p.relation[r, Relation.OPPOSED]
        gained -= p.relation[r, Relation.SANCTIONS]
        back = p.relation[r, Relation.REVERSION]
        quarrel = p.relation[r, Relation.QUARREL]
        start, trust = p.relation[r, Relation.START], p.relation[r, Relation.TRUST]
        state.relation[d, r] += gained - quarrel + back * (start - state.relation[d, r])
        state.trust[d, r] += gained + back * (trust - state.trust[d, r])


@inner
def bargain(structure: Structure, p: Parameters, state: State, d: int, start: np.uint64) -> None:
    """The thing is given up if the threat outweighs it and the power would rather not strike."""
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
            state.bargain[d, b] = STRUCK
            state.own[d, target] *= 1.0 - p.bargain[b, Bargain.HARM]
