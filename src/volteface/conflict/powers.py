"""Outside powers among themselves: relations, trust, and bargains under threat.

Relations and trust wander on log odds: talks in which both take part raise them; arming opposite
sides and sanctions lower both, quarrels elsewhere only relations; both return slowly to where they
were. A single-issue bargain (Schelling 1966): the thing is given up when the threat outweighs its
worth *and* the power would rather not strike; without the reluctance there is a strike.
"""

import numpy as np

from volteface.conflict.address import Hash, Purpose, uniforms
from volteface.conflict.arrays import (
    DEAL,
    FIGHTING,
    OPEN,
    STRUCK,
    Parameters,
    State,
    Structure,
    Whole,
)
from volteface.conflict.fields import Bargain, Relation, Settlement


def relate(structure: Structure, p: Parameters, state: State) -> State:
    """One month of every relation."""
    relation, trust = state.relation.copy(), state.trust.copy()
    for r, (first, second) in enumerate(structure.related):
        for_it, against = highest(structure, state, first)
        their_for, their_against = highest(structure, state, second)
        lower = np.minimum(np.maximum(for_it, against), np.maximum(their_for, their_against))
        quantities = p.relation[:, r]
        talks = p.settlement[:, Settlement.TALKS_ON]
        took_part = lower >= structure.cover
        gained = np.where(took_part, quantities[:, Relation.COOPERATION] * talks, 0.0)
        opposed = np.minimum(for_it, their_against) >= structure.arms
        opposed |= np.minimum(against, their_for) >= structure.arms
        gained = gained - np.where(opposed, quantities[:, Relation.OPPOSED], 0.0)
        gained = gained - quantities[:, Relation.SANCTIONS]
        back = quantities[:, Relation.REVERSION]
        start = quantities[:, Relation.START]
        quarrel = quantities[:, Relation.QUARREL]
        relation[:, r] += gained - quarrel + back * (start - relation[:, r])
        trust[:, r] += gained + back * (quantities[:, Relation.TRUST] - trust[:, r])
    return state._replace(relation=relation, trust=trust)


def highest(structure: Structure, state: State, principal: int) -> tuple[Whole, Whole]:
    """A power's highest steps for the regime and for others, (draws,) each; 0 for none."""
    for_it = np.zeros(len(state.level), np.int64)
    against = np.zeros(len(state.level), np.int64)
    for s, other in enumerate(structure.principal):
        if other == principal and structure.client[s] == structure.regime:
            for_it = np.maximum(for_it, state.level[:, s])
        elif other == principal:
            against = np.maximum(against, state.level[:, s])
    return for_it, against


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
