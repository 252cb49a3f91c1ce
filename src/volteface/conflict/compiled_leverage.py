"""Leverage of :mod:`volteface.conflict.leverage`, compiled: one draw at a time."""

# ruff: noqa: PLR0917 - compiled functions take no keyword-only arguments

import math

import numpy as np

from volteface.conflict.address import Purpose
from volteface.conflict.arrays import FIGHTING, Parameters, State, Structure
from volteface.conflict.compiled import inner
from volteface.conflict.compiled_address import unit
from volteface.conflict.compiled_patrons import exit_cost, flow, relief, success, ties_kept
from volteface.conflict.fields import ON, Battlefield, Option, Party, Patron, Settlement, Step
from volteface.conflict.scratch import Scratch


@inner
def lever(structure: Structure, p: Parameters, state: State, d: int, work: Scratch) -> None:
    """What each client would lose of its belief in success without each patron."""
    patrons = structure.client.shape[0]
    mu = p.battlefield[Battlefield.DECISIVENESS]
    for s in range(patrons):
        client = structure.client[s]
        behind_regime = client == structure.regime
        wins, losses = state.wins[d, client], state.losses[d, client]
        given = p.ladder[s, state.delivered[d, s], Step.EFFECT]
        work.leverage[s] = 0.0
        work.without[s] = 0.0
        if state.status[d, client] != FIGHTING:
            continue
        whole = success(work, wins, losses, behind_regime, 0.0, 1.0)
        work.without[s] = whole
        replaced = 0.0
        for other in range(patrons):
            if other != s and structure.client[other] == client:
                replaced += p.patron[other, Patron.SUBSTITUTION]
        if given <= 0.0 or whole <= 0.0 or replaced >= 1.0:
            continue
        lost = given * (1.0 - replaced)
        factor = (work.strength[client] - lost) / work.strength[client]
        tilt = mu * work.weight[client]
        work.without[s] = success(work, wins, losses, behind_regime, tilt, factor)
        work.leverage[s] = 1.0 - min(1.0, work.without[s] / whole)


@inner
def guarantee(structure: Structure, p: Parameters, state: State, d: int, work: Scratch) -> None:
    """The chance that each option is kept: outside powers that trust each other vouch for it."""
    relations = structure.related.shape[0]
    trust = 0.0
    for r in range(relations):
        trust += 1.0 / (1.0 + math.exp(-state.trust[d, r]))
    trust /= max(1, relations)
    for o in range(p.option.shape[0]):
        risk = p.option[o, Option.RISK] * (1.0 - p.settlement[Settlement.GUARANTEE] * trust)
        work.kept[o] = 1.0 - risk


@inner
def fighting_on(structure: Structure, p: Parameters, state: State, d: int, work: Scratch) -> None:
    """What fighting on is worth to each party: office times its chance, less the war's cost.

    A rebel's chance is its side's, by its share of the forts that the regime does not hold.
    """
    held = structure.forts - state.forts[d, structure.regime]
    for i in range(structure.enters.shape[0]):
        chance = work.belief[i]
        if i != structure.regime:
            chance = (1.0 - chance) * state.forts[d, i] / max(1, held)
        work.fighting[i] = p.party[i, Party.OFFICE] * chance - p.party[i, Party.WAR_COST]


@inner
def would_leave(
    structure: Structure, p: Parameters, state: State, d: int, s: int, work: Scratch
) -> bool:
    """Whether a patron's threat is credible: leaving, its cost included, beats going on."""
    client = structure.client[s]
    actor = structure.enters.shape[0] + structure.principal[s]
    rest = work.strength[client] - p.ladder[s, state.delivered[d, s], Step.EFFECT]
    wins, losses = state.wins[d, actor], state.losses[d, actor]
    tilt = p.battlefield[Battlefield.DECISIVENESS] * work.weight[client]
    behind = client == structure.regime
    hope = success(work, wins, losses, behind, tilt, rest / work.strength[client])
    gone = flow(structure, p, s, 0, hope, ties_kept(p), 0.0, work)
    leave = exit_cost(p.patron[s], 1.0 - relief(p), work.pressure[s], state.sunk[d, s])
    return bool(gone - p.patron[s, Patron.DISCOUNT] * leave > work.going_on[s])


@inner
def preferred(p: Parameters, s: int, actor: int, work: Scratch) -> int:
    """The option on the table that a patron likes best, if better than going on; else -1."""
    wish = -1
    best = work.going_on[s]
    for o in range(p.option.shape[0]):
        worth = work.stake[s] * p.payoff[o, actor] * work.kept[o]
        if p.option[o, Option.TABLED] >= ON and worth > best:
            wish, best = o, worth
    return wish


@inner
def demand(
    structure: Structure, p: Parameters, state: State, d: int, start: np.uint64, work: Scratch
) -> None:
    """Patrons that would rather settle say so; those that could leave say it under threat."""
    parties = structure.enters.shape[0]
    work.consent[:] = -1
    for s in range(structure.client.shape[0]):
        client = structure.client[s]
        work.wish[s] = -1
        work.demands[s] = 0
        work.gives_in[s] = 0
        if state.status[d, client] != FIGHTING:
            continue
        level = state.level[d, s]
        work.wish[s] = preferred(p, s, parties + s, work)
        wish = work.wish[s]
        if wish < 0 or level == 0:
            continue
        office = p.party[client, Party.OFFICE]
        keeps = office * p.payoff[wish, client] * work.kept[wish]
        if keeps >= work.fighting[client]:
            continue
        if not would_leave(structure, p, state, d, s, work):
            continue
        work.demands[s] = 1
        keeps += p.party[client, Party.EXIT_VALUE]
        alone = work.without[s]
        if client != structure.regime:
            held = structure.forts - state.forts[d, structure.regime]
            alone *= state.forts[d, client] / held
        if keeps > office * alone:
            work.gives_in[s] = 1
            if unit(start, Purpose.COMPLIANCE, s, 0, 0) < p.party[client, Party.COMPLIANCE]:
                work.consent[client] = wish
