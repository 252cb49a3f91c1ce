"""Beliefs of :mod:`volteface.conflict.belief`, compiled: one actor of one draw at a time."""

# ruff: noqa: PLR0917, FBT001 - compiled functions take no keyword-only arguments

import math

from volteface.conflict.arrays import FIGHTING, Parameters, State, Structure
from volteface.conflict.compiled import compiled, inner
from volteface.conflict.compiled_rates import rate_of
from volteface.conflict.fields import Belief, Observer, Party
from volteface.conflict.normal import (
    DENOMINATOR,
    NUMERATOR,
    ROOT_TWO_PI,
    SAFE,
    TAIL,
    TURN,
    UNDERFLOW,
)
from volteface.conflict.scratch import Scratch


@compiled
def normal_cdf(z: float) -> float:
    """Probability that a standard normal is below ``z`` (Hart 1968, as in West 2005).

    Relative error under 1e-12; 0 below -37, where it underflows. ``erfc`` alone would take twice
    the time.
    """
    x = abs(z)
    if x > UNDERFLOW:
        tail = 0.0
    elif x < TURN:
        above = x * NUMERATOR[0] + NUMERATOR[1]
        for k in range(2, 7):
            above = above * x + NUMERATOR[k]
        below = x * DENOMINATOR[0] + DENOMINATOR[1]
        for k in range(2, 8):
            below = below * x + DENOMINATOR[k]
        tail = math.exp(-0.5 * x * x) * above / below
    else:
        tail = 0.5 * math.erfc(x * math.sqrt(0.5))
    return 1.0 - tail if z > 0.0 else tail


@compiled
def log_normal_cdf(z: float) -> float:
    """Its logarithm, by the asymptotic series where the probability underflows."""
    if z > TAIL:
        return math.log(normal_cdf(z))
    w = 1.0 / (z * z)
    series = 1.0 - w * (1.0 - 3.0 * w * (1.0 - 5.0 * w * (1.0 - 7.0 * w)))
    return -0.5 * z * z - math.log(-z) - math.log(ROOT_TWO_PI) + math.log(series)


@compiled
def prospect(
    distance: float, pace: float, wins: float, losses: float, shift: float, regime: bool
) -> float:
    """The regime's survival of ``pace`` battles, ``distance`` forts from its fall, or its fall.

    The fall is a sum, so that it keeps its relative precision when it is all but excluded.
    """
    if distance <= 0.0:
        return 0.0 if regime else 1.0
    if pace <= 0.0:
        return 1.0 if regime else 0.0
    size = wins + losses
    odds = wins / losses * math.exp(shift)
    mean = odds / (1.0 + odds)
    root = math.sqrt(pace)
    x = distance / root
    y = (2.0 * mean - 1.0) * root
    spread = 4.0 * pace * mean * (1.0 - mean) / (size + 1.0)
    scale = math.sqrt(1.0 + spread)
    power = 2.0 * x * (x * spread - y)
    z = (y - 2.0 * x * spread - x) / scale
    if power < SAFE and z > TAIL:
        returns = math.exp(power) * normal_cdf(z)
    else:
        returns = math.exp(power + log_normal_cdf(z))
    if regime:
        return min(1.0, max(0.0, normal_cdf((x + y) / scale) - returns))
    return min(1.0, normal_cdf(-(x + y) / scale) + returns)


@inner
def forget(p: Parameters, state: State, d: int) -> None:
    """What every actor has learned fades towards its first belief."""
    for a in range(p.observer.shape[0]):
        fades = p.observer[a, Observer.FORGETTING]
        prior = p.observer[a, Observer.PRIOR]
        size = p.observer[a, Observer.PRIOR_SIZE]
        state.wins[d, a] += fades * (prior * size - state.wins[d, a])
        state.losses[d, a] += fades * ((1.0 - prior) * size - state.losses[d, a])


@inner
def judge(structure: Structure, p: Parameters, state: State, d: int, work: Scratch) -> None:
    """How the regime stands, and each actor's belief in its survival."""
    regime = structure.regime
    rate = 0.0
    work.weight[:] = 0.0
    work.distance[0] = 0.0
    if state.status[d, regime] == FIGHTING:
        work.distance[0] = state.forts[d, regime] - p.party[regime, Party.CORE]
        for m in range(structure.pairs.shape[0]):
            i, j = structure.pairs[m, 0], structure.pairs[m, 1]
            other = -1
            if i == regime:
                other = j
            elif j == regime:
                other = i
            if other >= 0 and state.status[d, other] == FIGHTING:
                met = rate_of(structure, p, state, d, work, m)
                work.weight[other] -= met
                rate += met
        for i in range(work.weight.shape[0]):
            if rate > 0.0:
                work.weight[i] /= rate
        work.weight[regime] = 1.0
    work.pace[0] = rate * p.belief[Belief.HORIZON]
    for a in range(p.observer.shape[0]):
        work.belief[a] = prospect(
            work.distance[0], work.pace[0], state.wins[d, a], state.losses[d, a], 0.0, True
        )


@inner
def shift(state: State, d: int, change: float) -> None:
    """Everybody knows that the odds of a battle have changed by ``exp(change)``."""
    for a in range(state.wins.shape[1]):
        size = state.wins[d, a] + state.losses[d, a]
        odds = math.exp(math.log(state.wins[d, a] / state.losses[d, a]) + change)
        state.wins[d, a] = size * odds / (1.0 + odds)
        state.losses[d, a] = size / (1.0 + odds)
