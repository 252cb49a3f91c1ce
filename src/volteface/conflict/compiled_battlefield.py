"""The battlefield of :mod:`volteface.conflict.battlefield`, compiled: one draw at a time."""

# ruff: noqa: PLR0917, FBT001 - compiled functions take no keyword-only arguments

import math

import numpy as np

from volteface.conflict.address import Purpose
from volteface.conflict.arrays import (
    BY_ARMS,
    FIGHTING,
    GOING_ON,
    OUT,
    WAITING,
    Parameters,
    Reals,
    State,
    Structure,
)
from volteface.conflict.compiled import compiled, inner
from volteface.conflict.compiled_address import unit
from volteface.conflict.compiled_rates import count
from volteface.conflict.fields import (
    ON,
    Battlefield,
    Observer,
    Party,
)
from volteface.conflict.scratch import Scratch


@inner
def enter(structure: Structure, p: Parameters, state: State, d: int, month: int) -> None:
    """A party whose month has come takes forts from its parent, at most half of them."""
    for i in range(structure.enters.shape[0]):
        if structure.enters[i] != month or state.status[d, i] != WAITING:
            continue
        parent = structure.parent[i]
        if state.status[d, parent] != FIGHTING:
            parent = -1
            for j in range(structure.enters.shape[0]):
                if state.status[d, j] == FIGHTING and (
                    parent < 0 or state.forts[d, j] > state.forts[d, parent]
                ):
                    parent = j
        taken = min(structure.initial[i], state.forts[d, parent] // 2)
        if taken <= p.party[i, Party.CORE]:
            state.status[d, i] = OUT
            continue
        state.forts[d, parent] -= taken
        state.forts[d, i] = taken
        state.own[d, i] = p.party[i, Party.STRENGTH] * p.party[i, Party.START]
        state.status[d, i] = FIGHTING


@inner
def merge(structure: Structure, p: Parameters, state: State, d: int) -> None:
    """Parties become part of others, with forts, strength and what they could mobilise."""
    for i in range(structure.into.shape[0]):
        into = structure.into[i]
        if into < 0 or p.party[i, Party.MERGED] < ON:
            continue
        if state.status[d, i] == FIGHTING and state.status[d, into] == FIGHTING:
            state.forts[d, into] += state.forts[d, i]
            state.own[d, into] += state.own[d, i]
            state.brought[d, into] += p.party[i, Party.STRENGTH] + state.brought[d, i]
            state.forts[d, i] = 0
            state.own[d, i] = 0.0
            state.status[d, i] = OUT


@inner
def mobilise(structure: Structure, p: Parameters, state: State, d: int) -> None:
    """Own strength moves towards the full, the faster the more territory there is to draw on."""
    for i in range(structure.enters.shape[0]):
        if state.status[d, i] == FIGHTING:
            held = state.forts[d, i] / structure.forts
            speed = 1.0 - math.exp(-held / p.party[i, Party.MOBILISATION])
            full = p.party[i, Party.STRENGTH] + state.brought[d, i]
            state.own[d, i] += speed * (full - state.own[d, i])


@inner
def remove(p: Parameters, state: State, d: int, loser: int, victor: int) -> None:
    """A party leaves the war; the victor gets its forts and part of its strength."""
    state.forts[d, victor] += state.forts[d, loser]
    state.own[d, victor] += p.battlefield[Battlefield.INHERITANCE] * state.own[d, loser]
    state.forts[d, loser] = 0
    state.own[d, loser] = 0.0
    state.status[d, loser] = OUT


@inner
def still_fought(structure: Structure, state: State, d: int) -> bool:
    """Whether two enemies are left."""
    for m in range(structure.pairs.shape[0]):
        if (
            state.status[d, structure.pairs[m, 0]] == FIGHTING
            and state.status[d, structure.pairs[m, 1]] == FIGHTING
        ):
            return True
    return False


@inner
def strongest_enemy(structure: Structure, state: State, d: int, i: int, work: Scratch) -> int:
    """The strongest party in the war that fights ``i``; -1 if there is none."""
    best = -1
    for m in range(structure.pairs.shape[0]):
        first, second = structure.pairs[m, 0], structure.pairs[m, 1]
        enemy = -1
        if first == i:
            enemy = second
        elif second == i:
            enemy = first
        if (
            enemy >= 0
            and state.status[d, enemy] == FIGHTING
            and (best < 0 or work.strength[enemy] > work.strength[best])
        ):
            best = enemy
    return best


@inner
def force_out(
    structure: Structure, p: Parameters, state: State, d: int, month: int, work: Scratch
) -> None:
    """Parties that an intervention removes."""
    for i in range(structure.enters.shape[0]):
        if p.party[i, Party.REMOVED] >= ON and state.status[d, i] == FIGHTING:
            victor = strongest_enemy(structure, state, d, i, work)
            if victor >= 0:
                remove(p, state, d, i, victor)
    if state.over[d] == GOING_ON and not still_fought(structure, state, d):
        state.over[d] = BY_ARMS
        state.ended[d] = month


@inner
def fight(
    structure: Structure,
    p: Parameters,
    state: State,
    d: int,
    month: int,
    start: np.uint64,
    work: Scratch,
) -> None:
    """A month's battles, pair by pair in rounds, until none is due or no enemies are left."""
    due, most = count(structure, p, state, d, start, work)
    mu = p.battlefield[Battlefield.DECISIVENESS]
    burden = mu * p.battlefield[Battlefield.OVERSTRETCH]
    fought = 0
    for battle in range(most):
        for m in range(structure.pairs.shape[0]):
            i, j = structure.pairs[m, 0], structure.pairs[m, 1]
            if battle >= work.counts[m] or (
                state.status[d, i] != FIGHTING or state.status[d, j] != FIGHTING
            ):
                continue
            odds = mu * (work.log_strength[i] - work.log_strength[j]) - burden * (
                structure.log_forts[state.forts[d, i]] - structure.log_forts[state.forts[d, j]]
            )
            chance = 1.0 / (1.0 + math.exp(-odds))
            winner, loser = i, j
            if unit(start, Purpose.FIGHT, m, battle, 0) >= chance:
                winner, loser = j, i
            fought += 1
            work.casualties[0] += p.party[i, Party.DEATHS] + p.party[j, Party.DEATHS]
            if structure.regime in (i, j):
                won = winner == structure.regime
                see(p.observer, state.wins[d], state.losses[d], start, m, battle, won)
            state.forts[d, winner] += 1
            state.forts[d, loser] -= 1
            attrition = p.party[loser, Party.ATTRITION]
            if state.forts[d, loser] <= p.party[loser, Party.CORE]:
                remove(p, state, d, loser, winner)
                work.strength[winner] = state.own[d, winner] + work.aid[winner]
                work.log_strength[winner] = math.log(work.strength[winner])
                if not still_fought(structure, state, d):
                    state.over[d] = BY_ARMS
                    state.ended[d] = month + fought / (due + 1.0)
                    state.battles[d] += fought
                    return
            elif attrition > 0.0:
                state.own[d, loser] *= 1.0 - attrition
                work.strength[loser] = state.own[d, loser] + work.aid[loser]
                work.log_strength[loser] = math.log(work.strength[loser])
    state.battles[d] += fought


@compiled
def see(
    observer: Reals, wins: Reals, losses: Reals, start: np.uint64, pair: int, battle: int, won: bool
) -> None:
    """Each actor hears of a battle of the regime with its own probability."""
    for a in range(observer.shape[0]):
        if unit(start, Purpose.SIGHT, pair, battle, a) < observer[a, Observer.SEES]:
            if won:
                wins[a] += 1.0
            else:
                losses[a] += 1.0


@inner
def fade(
    structure: Structure,
    p: Parameters,
    state: State,
    d: int,
    month: int,
    start: np.uint64,
    work: Scratch,
) -> None:
    """Parties dissolve, the slower the more support they have."""
    for i in range(structure.enters.shape[0]):
        rate = p.party[i, Party.FADE]
        if rate <= 0.0 or state.status[d, i] != FIGHTING:
            continue
        relative = work.aid[i] / state.own[d, i]
        rate *= math.exp(-p.party[i, Party.FADE_SUPPORT] * relative)
        if unit(start, Purpose.FADING, i, 0, 0) < -math.expm1(-rate):
            victor = strongest_enemy(structure, state, d, i, work)
            if victor >= 0:
                remove(p, state, d, i, victor)
    if not still_fought(structure, state, d):
        state.over[d] = BY_ARMS
        state.ended[d] = month + 1.0
