"""Belief in the regime's survival: learning from battles (Smith and Stam 2004).

How often the regime wins its battles is to each actor a Beta(a, b). With mean m, size n = a + b, d
forts to the fall and B battles within the horizon,

    x = d / sqrt(B), y = (2 m - 1) sqrt(B), t^2 = 4 B m (1 - m) / (n + 1)
    S = Phi((x + y) / sqrt(1 + t^2))
        - exp(-2 x y + 2 x^2 t^2) Phi((y - 2 x t^2 - x) / sqrt(1 + t^2))

is the chance that a Brownian motion with normal drift does not pass the fall. Limits: t = 0, the
inverse Gaussian; known chance and whole battles, :func:`survival_known`.
"""

import math
from dataclasses import dataclass

import numpy as np

from volteface.conflict.arrays import FIGHTING, Parameters, Reals, State, Structure
from volteface.conflict.fields import Belief, Observer, Party
from volteface.conflict.normal import SAFE, TAIL, log_normal_cdf, normal_cdf
from volteface.conflict.rates import rates


@dataclass(frozen=True)
class Outlook:
    """How the regime stands in every draw.

    ``distance`` in forts and ``pace`` in battles within the horizon are (draws,); ``weight`` is
    (draws, parties): what each party's log strength counts for in the regime's log odds of a
    battle, rate-weighted; ``survival`` is (draws, actors).
    """

    distance: Reals
    pace: Reals
    weight: Reals
    survival: Reals


def prospect(
    distance: Reals, pace: Reals, wins: Reals, losses: Reals, shift: Reals, *, regime: bool = True
) -> Reals:
    """Chance that a regime survives, or that it falls.

    Args:
        distance: Forts to its fall; 0 or less once it has fallen.
        pace: Battles within the horizon; 0 for none.
        wins: First parameter of the belief, above 0.
        losses: Second, above 0.
        shift: Added to the log odds of a battle, the belief's size kept.
        regime: Its survival if true; else its fall, a sum that keeps its relative precision when
            the fall is all but excluded.

    Returns:
        In [0, 1], of the arguments' common shape.
    """
    distance, pace, wins, losses, shift = np.broadcast_arrays(distance, pace, wins, losses, shift)
    with np.errstate(over="ignore"):
        odds = wins / losses * np.exp(shift)
    mean = odds / (1 + odds)
    root = np.sqrt(np.where(pace > 0, pace, 1.0))
    x = distance / root
    y = (2 * mean - 1) * root
    spread = 4 * root**2 * mean * (1 - mean) / (wins + losses + 1)
    scale = np.sqrt(1 + spread)
    power = 2 * x * (x * spread - y)
    z = (y - 2 * x * spread - x) / scale
    plain = np.exp(np.minimum(power, SAFE)) * normal_cdf(z)
    in_logs = np.exp(np.minimum(power + log_normal_cdf(z), 0.0))
    returns = np.where((power < SAFE) & (z > TAIL), plain, in_logs)
    if regime:
        chance = np.clip(normal_cdf((x + y) / scale) - returns, 0, 1)
    else:
        chance = np.minimum(1, normal_cdf(-(x + y) / scale) + returns)
    fallen, safe = (0.0, 1.0) if regime else (1.0, 0.0)
    return np.where(distance <= 0, fallen, np.where(pace <= 0, safe, chance))


def step(p: Parameters, state: State, seen_wins: Reals, seen_losses: Reals, going: Reals) -> State:
    """Forget towards the first belief, then learn from the battles seen.

    ``going`` is (draws,), true where the war went on when the month began.
    """
    fades = p.observer[:, :, Observer.FORGETTING]
    prior = p.observer[:, :, Observer.PRIOR]
    size = p.observer[:, :, Observer.PRIOR_SIZE]
    wins = state.wins + fades * (prior * size - state.wins) + seen_wins
    losses = state.losses + fades * ((1 - prior) * size - state.losses) + seen_losses
    on = going[:, None].astype(bool)
    return state._replace(
        wins=np.where(on, wins, state.wins), losses=np.where(on, losses, state.losses)
    )


def judge(structure: Structure, p: Parameters, state: State) -> Outlook:
    """How the regime stands, and what every actor makes of it."""
    regime = structure.regime
    lives = state.status[:, regime] == FIGHTING
    distance = state.forts[:, regime] - p.party[:, regime, Party.CORE]
    distance = np.where(lives, distance, 0.0)
    met = np.zeros(state.own.shape)
    by_pair = rates(structure, p, state)
    for m, (i, j) in enumerate(structure.pairs):
        if regime in {i, j}:
            met[:, j if i == regime else i] += by_pair[:, m]
    total = met.sum(axis=1)
    weight = -met / np.where(total > 0, total, 1)[:, None]
    weight[:, regime] = lives
    pace = total * p.belief[:, Belief.HORIZON]
    believed = prospect(
        distance[:, None], pace[:, None], state.wins, state.losses, np.zeros(state.wins.shape)
    )
    return Outlook(distance, pace, weight, believed)


def shift(state: State, change: Reals) -> State:
    """Everybody knows that the odds of a battle have changed by ``exp(change)``, (draws,)."""
    size = state.wins + state.losses
    odds = np.exp(np.log(state.wins / state.losses) + change[:, None])
    moved = change[:, None] != 0
    return state._replace(
        wins=np.where(moved, size * odds / (1 + odds), state.wins),
        losses=np.where(moved, size / (1 + odds), state.losses),
    )


def survival_known(chance: float, distance: int, pace: float) -> float:
    """Exact survival for a known chance of a battle and a Poisson number of battles.

    ``P(X > -d) - (q/p)^d P(X > d)`` for X a Skellam variable of means ``p pace`` and ``q pace``.

    Args:
        chance: Of winning a battle, above 0 and below 1.
        distance: Forts to the fall, at least 1.
        pace: Expected battles within the horizon, above 0.
    """
    up, down = chance * pace, (1 - chance) * pace
    most = int(pace + 12 * math.sqrt(pace) + 40)
    counts = np.arange(most + 1)
    logs = np.concatenate([[0.0], np.cumsum(np.log(np.maximum(counts[1:], 1)))])
    ups = np.exp(counts * math.log(up) - up - logs)
    downs = np.exp(counts * math.log(down) - down - logs)
    skellam = np.convolve(ups, downs[::-1])
    values = np.arange(-most, most + 1)
    above = float(skellam[values > -distance].sum())
    beyond = float(skellam[values > distance].sum())
    return above - ((1 - chance) / chance) ** distance * beyond
