"""What bears on a patron, of :mod:`volteface.conflict.stakes`, compiled."""

import math

from volteface.conflict.arrays import Parameters, State, Structure
from volteface.conflict.compiled import inner
from volteface.conflict.fields import Council, Patron, Relation, Rival, Scandal, Step
from volteface.conflict.scratch import Scratch


@inner
def press(structure: Structure, p: Parameters, state: State, d: int, work: Scratch) -> None:
    """Pressure on each patron: its own, outrage's, and that of resolutions against its side."""
    outrage = p.scandal[Scandal.LEVEL] + state.scandal[d]
    for s in range(structure.client.shape[0]):
        work.pressure[s] = p.patron[s, Patron.PRESSURE] + p.patron[s, Patron.EXPOSURE] * outrage
        behind = structure.client[s] == structure.regime
        if behind:
            work.pressure[s] += p.council[Council.RESOLUTION] * state.resolved[d, 0]
        for v in range(p.rival.shape[0]):
            if (p.rival[v, Rival.ASKS] > p.council[Council.STATUS_QUO]) == behind:
                work.pressure[s] += p.rival[v, Rival.RESOLUTION] * state.resolved[d, 1 + v]


@inner
def weigh(structure: Structure, p: Parameters, state: State, d: int, work: Scratch) -> None:
    """What each patron has at stake, and what its power spends on its other clients."""
    for s in range(structure.client.shape[0]):
        principal = structure.principal[s]
        work.stake[s] = p.patron[s, Patron.STAKE]
        for r in range(structure.third.shape[0]):
            if structure.third[r] == principal and p.relation[r, Relation.RIVALRY] > 0.0:
                nearer = math.tanh(state.relation[d, r]) - math.tanh(state.origin[d, r])
                work.stake[s] += p.relation[r, Relation.RIVALRY] * max(0.0, nearer)
        work.elsewhere[s] = 0.0
        for o in range(structure.client.shape[0]):
            if o != s and structure.principal[o] == principal:
                work.elsewhere[s] += p.ladder[o, state.level[d, o], Step.COST]
