"""Battlefield: war as a random walk in the forts held (Smith 1998; Smith and Stam 2004).

Enemies meet in battle a Poisson number of times a month, each time for one fort::

    logit p_ij = mu ln(M_i / M_j) - mu nu ln(k_i / k_j)

Strengths M, own and delivered, contend in the first term. The second is overstretch: the more
forts k a party has, the thinner it is spread. How often parties meet is in
:mod:`volteface.conflict.rates`. Limit (nu = 0, constant strengths): :func:`ruin`.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np

from volteface.conflict.address import Hash, Purpose, uniforms
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
    Whole,
)
from volteface.conflict.fields import (
    ON,
    Battlefield,
    Observer,
    Party,
)
from volteface.conflict.rates import rates, strengths


@dataclass(frozen=True)
class Fought:
    """What a month of battles leaves beside the state.

    ``seen_wins`` and ``seen_losses`` are (draws, actors): battles of the regime that each actor
    heard of. ``casualties`` is (draws,).
    """

    seen_wins: Reals
    seen_losses: Reals
    casualties: Reals


def step(
    structure: Structure, p: Parameters, state: State, month: int, start: Hash
) -> tuple[State, Fought]:
    """A month of entries, mergers, mobilisation, removals and battles, in draws whose war goes on.

    Args:
        structure: Who there is.
        p: Quantities as they hold this month, draws first.
        state: Of the month before; not changed.
        month: Counts from 0.
        start: Hash of the month for each draw.
    """
    state = _copy(state)
    draws = np.flatnonzero(state.over == GOING_ON)
    _enter(structure, p, state, draws, month)
    _merge(structure, p, state, draws)
    _mobilise(structure, p, state, draws)
    _force_out(structure, p, state, draws, month)
    return state, _fight(structure, p, state, month, start)


def dissolve(structure: Structure, p: Parameters, state: State, month: int, start: Hash) -> State:
    """Parties fade at their rate, the slower the more support they have for their size."""
    state = _copy(state)
    going = state.over == GOING_ON
    aid, whole = strengths(structure, p, state)
    for i in range(len(structure.enters)):
        alive = np.flatnonzero(going & (state.status[:, i] == FIGHTING))
        relative = aid[alive, i] / state.own[alive, i]
        rate = p.party[alive, i, Party.FADE]
        rate = rate * np.exp(-p.party[alive, i, Party.FADE_SUPPORT] * relative)
        fades = uniforms(start, Purpose.FADING, i)[alive] < -np.expm1(-rate)
        for d in alive[fades & (rate > 0)]:
            victor = _strongest_enemy(structure, state, whole, d, i)
            if victor >= 0:
                _remove(p, state, d, i, victor)
    _end(structure, state, np.flatnonzero(going), month + 1.0)
    return state


def ruin(chance: float, forts: int, goal: int) -> tuple[float, float]:
    """Chance of taking all before losing all, and the battles until one or the other.

    Args:
        chance: Of winning a battle, above 0 and below 1.
        forts: That may be lost, j.
        goal: Forts of both sides together, N.

    Returns:
        The gambler's chance of winning and expected number of battles (Feller 1968, XIV).
    """
    if chance == 0.5:  # noqa: PLR2004 - the walk without drift
        return forts / goal, float(forts * (goal - forts))
    ratio = (1 - chance) / chance
    wins = (1 - ratio**forts) / (1 - ratio**goal)
    return wins, (forts - goal * wins) / (1 - 2 * chance)


def _copy(state: State) -> State:
    arrays: Any = (array.copy() for array in state)
    return State(*arrays)


def _enter(structure: Structure, p: Parameters, state: State, draws: Whole, month: int) -> None:
    for i in np.flatnonzero(structure.enters == month):
        for d in draws[state.status[draws, i] == WAITING]:
            parent = structure.parent[i]
            if state.status[d, parent] != FIGHTING:
                held = np.where(state.status[d] == FIGHTING, state.forts[d], -1)
                parent = int(np.argmax(held))
            taken = min(structure.initial[i], state.forts[d, parent] // 2)
            state.status[d, i] = FIGHTING if taken > p.party[d, i, Party.CORE] else OUT
            if state.status[d, i] == FIGHTING:
                state.forts[d, parent] -= taken
                state.forts[d, i] = taken
                full = p.party[d, i, Party.STRENGTH]
                state.own[d, i] = full * p.party[d, i, Party.START]


def _merge(structure: Structure, p: Parameters, state: State, draws: Whole) -> None:
    """Parties become part of others, with forts, strength and what they could mobilise."""
    for i, into in enumerate(structure.into):
        joins = (p.party[draws, i, Party.MERGED] >= ON) & (state.status[draws, i] == FIGHTING)
        if into < 0 or not joins.any():
            continue
        at = draws[joins & (state.status[draws, into] == FIGHTING)]
        state.forts[at, into] += state.forts[at, i]
        state.own[at, into] += state.own[at, i]
        state.brought[at, into] += p.party[at, i, Party.STRENGTH] + state.brought[at, i]
        state.forts[at, i] = 0
        state.own[at, i] = 0
        state.status[at, i] = OUT


def _mobilise(structure: Structure, p: Parameters, state: State, draws: Whole) -> None:
    held = state.forts[draws] / structure.forts
    speed = 1 - np.exp(-held / p.party[draws][:, :, Party.MOBILISATION])
    full = p.party[draws][:, :, Party.STRENGTH] + state.brought[draws]
    grown = speed * (full - state.own[draws])
    state.own[draws] += np.where(state.status[draws] == FIGHTING, grown, 0)


def _force_out(structure: Structure, p: Parameters, state: State, draws: Whole, month: int) -> None:
    _, whole = strengths(structure, p, state)
    for i in range(len(structure.enters)):
        out = (p.party[draws, i, Party.REMOVED] >= ON) & (state.status[draws, i] == FIGHTING)
        for d in draws[out]:
            victor = _strongest_enemy(structure, state, whole, d, i)
            if victor >= 0:
                _remove(p, state, d, i, victor)
    _end(structure, state, draws, float(month))


def _fight(structure: Structure, p: Parameters, state: State, month: int, start: Hash) -> Fought:
    draws, pairs = len(state.over), structure.pairs
    aid, whole = strengths(structure, p, state)
    fought = np.zeros(draws)
    seen = Fought(np.zeros(state.wins.shape), np.zeros(state.wins.shape), np.zeros(draws))
    counts = np.zeros((draws, len(pairs)), np.int64)
    due_rates = rates(structure, p, state)
    for m, (i, j) in enumerate(pairs):
        meets = (state.status[:, [i, j]] == FIGHTING).all(axis=1) & (state.over == GOING_ON)
        number = _poisson(due_rates[:, m], uniforms(start, Purpose.BATTLES, m))
        counts[:, m] = np.where(meets, number, 0)
    due = counts.sum(axis=1)
    for battle in range(int(counts.max(initial=0))):
        for m, (i, j) in enumerate(pairs):
            meets = (state.status[:, [i, j]] == FIGHTING).all(axis=1) & (state.over == GOING_ON)
            at = np.flatnonzero(meets & (battle < counts[:, m]))
            first = chance(p.battlefield[at], state.forts[at][:, [i, j]], whole[at][:, [i, j]])
            won = uniforms(start[at], Purpose.FIGHT, m, battle) < first
            winner, loser = np.where(won, i, j), np.where(won, j, i)
            fought[at] += 1
            seen.casualties[at] += p.party[at, i, Party.DEATHS] + p.party[at, j, Party.DEATHS]
            if structure.regime in {i, j}:
                ours = winner == structure.regime
                for a in range(state.wins.shape[1]):
                    luck = uniforms(start[at], Purpose.SIGHT, m, battle, a)
                    heard = luck < p.observer[at, a, Observer.SEES]
                    seen.seen_wins[at[heard & ours], a] += 1
                    seen.seen_losses[at[heard & ~ours], a] += 1
            state.forts[at, winner] += 1
            state.forts[at, loser] -= 1
            falls = state.forts[at, loser] <= p.party[at, loser, Party.CORE]
            for d, one, other in zip(at[falls], loser[falls], winner[falls], strict=True):
                _remove(p, state, d, one, other)
            lost = at[~falls], loser[~falls]
            state.own[lost] *= 1 - p.party[(*lost, Party.ATTRITION)]
            whole[at, winner] = (state.own + aid)[at, winner]
            whole[lost] = state.own[lost] + aid[lost]
            _end(structure, state, at[falls], month + fought[at[falls]] / (due[at[falls]] + 1.0))
    state.battles[:] += fought.astype(np.int64)
    return seen


def chance(battlefield: Reals, held: Whole, strength: Reals) -> Reals:
    """The first of two parties' chance of winning a battle, (draws,).

    Args:
        battlefield: (draws, columns) decisiveness and overstretch.
        held: (draws, 2) forts of each, at least 1.
        strength: (draws, 2) strength of each, above 0.
    """
    mu = battlefield[:, Battlefield.DECISIVENESS]
    burden = mu * battlefield[:, Battlefield.OVERSTRETCH]
    power, forts = np.log(strength), np.log(held)
    odds = mu * (power[:, 0] - power[:, 1]) - burden * (forts[:, 0] - forts[:, 1])
    with np.errstate(over="ignore"):
        first: Reals = 1 / (1 + np.exp(-odds))
    return first


def _poisson(rate: Reals, u: Reals) -> Whole:
    """The number of events at which the cumulative probability passes ``u``."""
    number = np.zeros(len(rate), np.int64)
    term = np.exp(-rate)
    total = term.copy()
    while (more := (u > total) & ((number < rate) | (term > 0))).any():
        number[more] += 1
        term[more] *= rate[more] / number[more]
        total[more] += term[more]
    return number


def _remove(p: Parameters, state: State, d: int, loser: int, victor: int) -> None:
    state.forts[d, victor] += state.forts[d, loser]
    state.own[d, victor] += p.battlefield[d, Battlefield.INHERITANCE] * state.own[d, loser]
    state.forts[d, loser] = 0
    state.own[d, loser] = 0
    state.status[d, loser] = OUT


def _strongest_enemy(structure: Structure, state: State, whole: Reals, d: int, i: int) -> int:
    enemies = [j for pair in structure.pairs for j in pair if i in pair and j != i]
    alive = [int(j) for j in enemies if state.status[d, j] == FIGHTING]
    return max(alive, key=lambda j: whole[d, j], default=-1)


def _end(structure: Structure, state: State, draws: Whole, when: Reals | float) -> None:
    """Where no two enemies are left, the war is over."""
    fought = np.zeros(len(draws), bool)
    for i, j in structure.pairs:
        fought |= (state.status[draws, i] == FIGHTING) & (state.status[draws, j] == FIGHTING)
    over = ~fought & (state.over[draws] == GOING_ON)
    state.over[draws[over]] = BY_ARMS
    state.ended[draws[over]] = np.broadcast_to(when, len(draws))[over]
