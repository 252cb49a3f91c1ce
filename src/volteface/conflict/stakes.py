"""What bears on a patron beside beliefs: pressure, its stake, and what other clients cost it."""

import numpy as np

from volteface.conflict.arrays import Parameters, Reals, State, Structure
from volteface.conflict.fields import Council, Patron, Relation, Rival, Scandal, Step


def pressures(structure: Structure, p: Parameters, state: State) -> Reals:
    """Pressure on each patron, (draws, patrons): its own, outrage's and a resolution's."""
    outrage = p.scandal[:, Scandal.LEVEL] + state.scandal
    pressure = p.patron[:, :, Patron.PRESSURE] + p.patron[:, :, Patron.EXPOSURE] * outrage[:, None]
    behind = structure.client == structure.regime
    resolution = p.council[:, Council.RESOLUTION] * state.resolved[:, 0]
    pressure = pressure + np.where(behind, resolution[:, None], 0.0)
    for v in range(p.rival.shape[1]):
        against = p.rival[:, v, Rival.ASKS] > p.council[:, Council.STATUS_QUO]
        passed = p.rival[:, v, Rival.RESOLUTION] * state.resolved[:, 1 + v]
        hit = against[:, None] == behind
        pressure = pressure + np.where(hit, passed[:, None], 0.0)
    return pressure


def stakes(structure: Structure, p: Parameters, state: State) -> Reals:
    """What each patron has at stake, (draws, patrons), a third power's rapprochement included."""
    found = p.patron[:, :, Patron.STAKE].copy()
    for r, third in enumerate(structure.third):
        nearer = np.maximum(0, np.tanh(state.relation[:, r]) - np.tanh(state.origin[:, r]))
        for s, principal in enumerate(structure.principal):
            if principal == third:
                found[:, s] += p.relation[:, r, Relation.RIVALRY] * nearer
    return found


def spent_elsewhere(structure: Structure, p: Parameters, state: State) -> Reals:
    """What the power of each line spends a month on its other clients, (draws, patrons)."""
    rows = np.arange(len(state.level))
    found = np.zeros(state.level.shape)
    for s, principal in enumerate(structure.principal):
        for o, other in enumerate(structure.principal):
            if o != s and other == principal:
                found[:, s] += p.ladder[rows, o, state.level[:, o], Step.COST]
    return found
