"""Strengths and rates of :mod:`volteface.conflict.rates`, compiled."""

# ruff: noqa: PLR0917 - compiled functions take no keyword-only arguments

import math

import numpy as np

from volteface.conflict.address import Purpose
from volteface.conflict.arrays import FIGHTING, Parameters, State, Structure
from volteface.conflict.compiled import compiled, inner
from volteface.conflict.compiled_address import unit
from volteface.conflict.fields import (
    MOST_BATTLES,
    ON,
    Battlefield,
    Hostility,
    Party,
    Settlement,
    Step,
)
from volteface.conflict.scratch import Scratch


@inner
def muster(structure: Structure, p: Parameters, state: State, d: int, work: Scratch) -> None:
    """Aid, strength and its logarithm, of each party in the war."""
    work.aid[:] = 0.0
    for s in range(structure.client.shape[0]):
        work.aid[structure.client[s]] += p.ladder[s, state.delivered[d, s], Step.EFFECT]
    for i in range(structure.enters.shape[0]):
        if state.status[d, i] == FIGHTING:
            work.strength[i] = state.own[d, i] + work.aid[i]
            work.log_strength[i] = math.log(work.strength[i])


@inner
def rate_of(
    structure: Structure, p: Parameters, state: State, d: int, work: Scratch, m: int
) -> float:
    """Battles a month of a pair of parties in the war, as things stand."""
    i, j = structure.pairs[m, 0], structure.pairs[m, 1]
    rate: float = p.hostility[m, Hostility.BATTLES] * (1.0 - p.hostility[m, Hostility.TRUCE])
    if p.party[i, Party.TALKS] >= ON and p.party[j, Party.TALKS] >= ON:
        rate *= 1.0 - p.settlement[Settlement.LULL] * p.settlement[Settlement.TALKS_ON]
    aid = work.aid[i] + work.aid[j]
    if aid > 0.0:
        own = state.own[d, i] + state.own[d, j]
        rate *= 1.0 + p.battlefield[Battlefield.ESCALATION] * aid / own
    return min(MOST_BATTLES, rate)


@compiled
def poisson(rate: float, u: float) -> int:
    """The number of events at which the cumulative probability passes ``u``."""
    number = 0
    term = math.exp(-rate)
    total = term
    while u > total and (number < rate or term > 0.0):
        number += 1
        term *= rate / number
        total += term
    return number


@inner
def count(
    structure: Structure, p: Parameters, state: State, d: int, start: np.uint64, work: Scratch
) -> tuple[int, int]:
    """How many battles each pair is to fight this month; all together, and the most of a pair."""
    due, most = 0, 0
    for m in range(structure.pairs.shape[0]):
        i, j = structure.pairs[m, 0], structure.pairs[m, 1]
        work.counts[m] = 0
        if state.status[d, i] == FIGHTING and state.status[d, j] == FIGHTING:
            rate = rate_of(structure, p, state, d, work, m)
            work.counts[m] = poisson(rate, unit(start, Purpose.BATTLES, m, 0, 0))
        due += work.counts[m]
        most = max(most, work.counts[m])
    return due, most
