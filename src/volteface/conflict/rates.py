"""Strengths, and how often two parties meet in battle.

How many battles there are responds to what comes from outside, to cease-fires and to talks::

    rate_ij = battles_ij (1 - truce_ij) (1 - lull talks)
              (1 + escalation (aid_i + aid_j) / (own_i + own_j))

the lull only where both are parties to talks. Limit (escalation = truce = 0, no talks): battles_ij.
"""

import numpy as np

from volteface.conflict.arrays import FIGHTING, Parameters, Reals, State, Structure
from volteface.conflict.fields import (
    MOST_BATTLES,
    ON,
    Battlefield,
    Hostility,
    Party,
    Settlement,
    Step,
)


def strengths(structure: Structure, p: Parameters, state: State) -> tuple[Reals, Reals]:
    """Aid delivered to each party and its whole strength, (draws, parties) each."""
    aid = np.zeros(state.own.shape)
    rows = np.arange(len(aid))
    for s, client in enumerate(structure.client):
        aid[:, client] += p.ladder[rows, s, state.delivered[:, s], Step.EFFECT]
    return aid, state.own + aid


def rates(structure: Structure, p: Parameters, state: State) -> Reals:
    """Battles a month of each pair as things stand, (draws, pairs); 0 where one is not there."""
    aid, _ = strengths(structure, p, state)
    found = np.zeros((len(aid), len(structure.pairs)))
    escalation = p.battlefield[:, Battlefield.ESCALATION]
    pause = p.settlement[:, Settlement.LULL] * p.settlement[:, Settlement.TALKS_ON]
    for m, pair in enumerate(structure.pairs):
        meets = (state.status[:, pair] == FIGHTING).all(axis=1)
        talk = (p.party[:, pair, Party.TALKS] >= ON).all(axis=1)
        own = np.where(meets, state.own[:, pair].sum(axis=1), 1.0)
        from_outside = np.where(meets, aid[:, pair].sum(axis=1), 0.0)
        rate = p.hostility[:, m, Hostility.BATTLES] * (1 - p.hostility[:, m, Hostility.TRUCE])
        rate = rate * np.where(talk, 1 - pause, 1.0)
        rate = np.minimum(MOST_BATTLES, rate * (1 + escalation * from_outside / own))
        found[:, m] = np.where(meets, rate, 0.0)
    return found
