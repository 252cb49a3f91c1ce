"""How the level at one observation of a long series differs from that at a later one.

The earlier level is held fast on a grid while the series goes on: what is known of it, if there has
been no jump since, and, for each run that has begun since, if it was the last to begin. Given when
the last jump was, the earlier level hangs on nothing that came after that jump; so that each run
keeps what was known when it began.
"""

import math
from typing import NamedTuple

import numpy as np

from volteface.positions.compiled import compiled
from volteface.positions.curves_kernel import (
    HARDLY,
    Curves,
    Line,
    alike,
    density,
    erfc,
    join,
    update,
)
from volteface.positions.mixture import Array, Whole

SAME = 1e-13
"""Densities that differ by less, relative to their height, are one."""
_CLOSER = 1e-3
"""Runs of different origins are joined later: what is averaged then goes together."""
RARE = 1e-16
"""Pairs of curves with less probability than this are left out."""


class Held(NamedTuple):
    """The level at one observation held fast.

    ``x`` (G,) are evenly spaced levels; ``still`` (G,) their density, with no jump since; ``each``
    (3, capacity) weight, mean and variance of the runs since, ``size`` (1,) how many there are.
    ``origin`` (more, G) are densities of the levels held fast, ``kind`` (capacity,) which of them
    goes with a run, ``kinds`` (1,) how many there are: soon after, what comes says nothing new of
    the level held fast, and all later runs have the same. ``way`` (3,) are scale, offset and noise:
    given x and no jump, the present level is N(scale x + offset, noise). ``log`` (n,) are the
    forward pass's log densities.
    """

    x: Array
    still: Array
    each: Array
    size: Whole
    origin: Array
    kind: Whole
    kinds: Whole
    way: Array
    log: Array


@compiled
def onward(line: Line, first: int, last: int, held: Held) -> None:
    """Take what is held from observation ``first`` - 1 to ``last``."""
    x, still, each, way = held.x, held.still, held.each, held.way
    for k in range(first, last + 1):
        gap = line.times[k] - line.times[k - 1]
        stay, blur = math.exp(-line.jumps * gap), line.drift * gap
        log = held.log[k] - held.log[k - 1]
        value, noise = line.values[k], line.variances[k]
        count = held.size[0]
        _known(held)
        for c in range(count):
            each[0, c] *= stay
        each[0, count] = -math.expm1(-line.jumps * gap)
        each[1, count], each[2, count] = 0.0, line.spread - blur
        for c in range(count + 1):
            prior = each[2, c] + blur
            each[0, c] *= density(value - each[1, c], prior + noise, log)
            update(each, c, prior, value, noise)
        way[2] += blur
        wide = way[2] + noise
        for g in range(x.size):
            still[g] *= stay * density(value - way[0] * x[g] - way[1], wide, log)
        gain = way[2] / wide
        way[0] *= 1 - gain
        way[1] += gain * (value - way[1])
        way[2] *= 1 - gain
        held.size[0] = count + 1
        _tidy(held)


@compiled
def _known(held: Held) -> None:
    """What is known of the level held fast before the next observation: the next run's origin."""
    kinds, count = held.kinds[0], held.size[0]
    weight = np.zeros(kinds)
    for c in range(count):
        weight[held.kind[c]] += held.each[0, c]
    held.origin[kinds] = held.still
    for kind in range(kinds):
        if weight[kind] > 0:
            for g in range(held.x.size):
                held.origin[kinds, g] += weight[kind] * held.origin[kind, g]
    held.kind[count] = kinds
    if count and _same(held.origin, held.kind[count - 1], kinds):
        held.kind[count] = held.kind[count - 1]
    else:
        held.kinds[0] = kinds + 1


@compiled
def _same(origin: Array, one: int, other: int) -> bool:
    top, apart = 0.0, 0.0
    for g in range(origin.shape[1]):
        top = max(top, origin[one, g])
        apart = max(apart, abs(origin[one, g] - origin[other, g]))
    return apart < SAME * top


@compiled
def _tidy(held: Held) -> None:
    """Join runs that are alike, with what they say of the level held fast."""
    each, kind, origin = held.each, held.kind, held.origin
    kept = 0
    for c in range(held.size[0]):
        one, other, new = kind[max(kept - 1, 0)], kind[c], held.kinds[0]
        if kept and alike(each, kept - 1, c, 1.0 if one == other else _CLOSER):
            share = join(each, kept - 1, c)
            if one != other:
                for g in range(held.x.size):
                    origin[new, g] = origin[one, g] + share * (origin[other, g] - origin[one, g])
                kind[kept - 1] = new
                held.kinds[0] = new + 1
            continue
        for row in range(3):
            each[row, kept] = each[row, c]
        kind[kept] = kind[c]
        kept += 1
    held.size[0] = kept


@compiled
def tails(held: Held, ahead: Curves, delta: float, out: Array) -> None:
    """Probabilities that the present level lies more than delta from the one held fast.

    Args:
        held: The level held fast, and the runs since.
        ahead: The backward pass's sum at the present observation.
        delta: The smallest change that counts.
        out: (4,) to be filled: rose and fell with a jump in between, rose and fell without one.
    """
    x = held.x
    step = x[1] - x[0]
    met = ahead.each[:, 0].copy()
    for b in range(ahead.size[0] + 1):
        for c in range(held.size[0]):
            _meet(held.each[0, c], held.each[1, c], held.each[2, c], ahead, b, met)
            if met[0] < RARE:
                continue
            unit = 1 / math.sqrt(2 * met[2])
            for g in range(x.size):
                share = 0.5 * step * met[0] * held.origin[held.kind[c], g]
                if share > 0:
                    out[0] += share * erfc((x[g] + delta - met[1]) * unit)
                    out[1] += share * erfc((met[1] - x[g] + delta) * unit)
        for g in range(x.size):
            level = held.way[0] * x[g] + held.way[1]
            _meet(held.still[g] * step, level, held.way[2] + HARDLY, ahead, b, met)
            if met[0] > RARE:
                unit = 1 / math.sqrt(2 * met[2])
                out[2] += 0.5 * met[0] * erfc((x[g] + delta - met[1]) * unit)
                out[3] += 0.5 * met[0] * erfc((met[1] - x[g] + delta) * unit)


@compiled
def _meet(  # noqa: PLR0917 - compiled functions take no names
    weight: float, mean: float, variance: float, ahead: Curves, b: int, met: Array
) -> None:
    """A normal distribution times one curve, or times the constant where b is past the last."""
    if b == ahead.size[0]:
        met[0], met[1], met[2] = weight * ahead.constant[0], mean, variance
        return
    wide = variance + ahead.each[2, b]
    apart = ahead.each[1, b] - mean
    met[0] = weight * density(apart, wide, -ahead.each[0, b])
    met[1] = mean + variance / wide * apart
    met[2] = variance / wide * ahead.each[2, b]
