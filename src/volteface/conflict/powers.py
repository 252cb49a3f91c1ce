"""Outside powers among themselves: relations, trust, and bargains under threat.

Relations and trust wander on log odds: talks in which both take part raise them; arming opposite
sides and sanctions lower both, quarrels elsewhere only relations; both return slowly to where they
were. A single-issue bargain (Schelling 1966): the thing is given up when the threat outweighs its
worth *and* the power would rather not strike; without the reluctance there is a strike.
"""

import numpy as np

from volteface.conflict.address import Hash, Purpose, uniforms
from volteface.conflict.arrays import DEAL, FIGHTING, OPEN, STRUCK, Parameters, State, Structure
from volteface.conflict.fields import ARMS, COVER, Bargain, Relation, Settlement


def relate(structure: Structure, p: Parameters, state: State) -> State:
    """One month of every relation."""
    relation, trust = state.relation.copy(), state.trust.copy()
    for r, (first, second) in enumerate(structure.related):
        lower = np.minimum(state.level[:, first], state.level[:, second])
        quantities = p.relation[:, r]
        talks = p.settlement[:, Settlement.TALKS_ON]
        gained = np.where(lower >= COVER, quantities[:, Relation.COOPERATION] * talks, 0.0)
        behind = structure.client[[first, second]] == structure.regime
        if behind[0] != behind[1]:
            gained = gained - np.where(lower >= ARMS, quantities[:, Relation.OPPOSED], 0.0)
        gained = gained - quantities[:, Relation.SANCTIONS]
        back = quantities[:, Relation.REVERSION]
        start = quantities[:, Relation.START]
        quarrel = quantities[:, Relation.QUARREL]
        relation[:, r] += gained - quarrel + back * (start - relation[:, r])
        trust[:, r] += gained + back * (quantities[:, Relation.TRUST] - trust[:, r])
    return state._replace(relation=relation, trust=trust)


def bargain(structure: Structure, p: Parameters, state: State, start: Hash) -> State:
    """One month of every open bargain."""
    stands, own = state.bargain.copy(), state.own.copy()
    for b, target in enumerate(structure.target):
        quantities = p.bargain[:, b]
        threat = quantities[:, Bargain.THREAT]
        open_ = (stands[:, b] == OPEN) & (state.status[:, target] == FIGHTING)
        afraid = threat * quantities[:, Bargain.DAMAGE] > quantities[:, Bargain.WORTH]
        reluctant = quantities[:, Bargain.RELUCTANCE] > quantities[:, Bargain.GAIN]
        strikes = open_ & ~reluctant & (uniforms(start, Purpose.STRIKE, b) < threat)
        stands[:, b] = np.where(open_ & afraid & reluctant, DEAL, stands[:, b])
        stands[:, b] = np.where(strikes, STRUCK, stands[:, b])
        own[:, target] *= np.where(strikes, 1 - quantities[:, Bargain.HARM], 1.0)
    return state._replace(bargain=stands, own=own)
