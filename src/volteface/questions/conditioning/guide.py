"""A better proposal from a pass that left too few worlds: adaptive population Monte Carlo.

Quantities whose draws the record has clearly shifted are proposed in proportion to how often each
fifth of their prior survived (Cappe, Guillin, Marin and Robert 2004), tempered towards the prior so
that no weight runs away. Fresh draws of the prior are chosen by that and weigh the inverse: what is
estimated does not change, only how many worlds take part in it.
"""

import math

import numpy as np

from volteface.conflict.arrays import Reals
from volteface.conflict.sampling import CHUNK
from volteface.questions.conditioning.posterior import varied_columns
from volteface.questions.conditioning.worlds import Worlds, prior_rows

_POOL = 8
"""Fresh draws of the prior for each world proposed."""
_FIFTHS = 5
_MOST = 8
"""Quantities that a proposal leans on."""
_DEFENCE = 0.3
"""The part of every proposal that is the prior's own."""
_EFFECTIVE = 0.5
"""The least share of the pool that a proposal counts for; it is cooled until it does."""
_COOLER = 0.8
_CLEAR = 3.0
"""Standard errors by which a mean rank must have moved."""


def propose(worlds: Worlds, prior: Reals, draws: int, number: int) -> tuple[Reals, Reals]:
    """Rows and what they weigh.

    Args:
        worlds: Those that are left.
        prior: Rows of the first pass, all from the prior.
        draws: Worlds to propose.
        number: Of the proposal, from 1 on; each has fresh draws.

    Returns:
        Rows, (draws, width), and log weights, (draws,).
    """
    skip = number * _POOL * -(-draws // CHUNK)
    pool = prior_rows(worlds.conflict, _POOL * draws, worlds.seed, skip)
    guide = np.zeros(len(pool))
    for column, edges, shares in _shifted(worlds, prior):
        kept = _DEFENCE + (1 - _DEFENCE) * shares * _FIFTHS
        guide += np.log(kept)[np.searchsorted(edges, pool[:, column])]
    while len(guide) * np.sum(_shares(guide) ** 2) > 1 / _EFFECTIVE:
        guide *= _COOLER
    chances = _shares(guide)
    generator = np.random.Generator(np.random.Philox(key=[worlds.seed, 2**32 + number]))
    points = (np.arange(draws) + generator.random()) / draws
    places = np.searchsorted(np.cumsum(chances), points).clip(max=len(pool) - 1)
    return pool[places], -guide[places]


def _shares(logs: Reals) -> Reals:
    """Shares in proportion to the exponentials."""
    found = np.exp(logs - logs.max())
    return np.asarray(found / found.sum())


def _shifted(worlds: Worlds, prior: Reals) -> list[tuple[int, Reals, Reals]]:
    """The quantities that moved most: column, edges of the prior's fifths, shares in each."""
    found = []
    error = math.sqrt(1 / 12 / worlds.founding)
    for column in varied_columns(worlds.conflict)[1]:
        ranks = np.searchsorted(np.sort(prior[:, column]), worlds.rows[:, column]) / len(prior)
        moved = abs(float(ranks.mean()) - 1 / 2)
        if moved > _CLEAR * error:
            edges = np.quantile(prior[:, column], np.arange(1, _FIFTHS) / _FIFTHS)
            fifths = np.searchsorted(edges, worlds.rows[:, column])
            shares = np.bincount(fifths, minlength=_FIFTHS) / len(worlds)
            found.append((moved, column, edges, shares))
    found.sort(key=lambda one: -one[0])
    return [(column, edges, shares) for _, column, edges, shares in found[:_MOST]]
