"""The backward pass over one long series.

The density of all that is still to come, as a function of the present level, is a sum of normal
curves, one for each place at which the present segment can end, and a constant for its ending here.
Segments that end far off give curves that are alike, and these are joined.
"""

import math
from typing import NamedTuple

from volteface.positions.compiled import compiled
from volteface.positions.curves_kernel import (
    HALF_LOG,
    NOTHING,
    Curves,
    Line,
    alike,
    blend,
    log_density,
    update,
)
from volteface.positions.mixture import Array

_FAR = 700.0


class Back(NamedTuple):
    """What the backward pass leaves, (n,) each.

    ``jump`` is the probability of a jump before an observation, ``fresh`` its expected level if
    there was one; ``log`` is the forward pass's and only read.
    """

    log: Array
    jump: Array
    fresh: Array


@compiled
def backward(line: Line, last: int, first: int, state: Curves, back: Back) -> None:
    """Take the sum from observation ``last`` back to ``first``.

    At an observation k the sum is the density of all after k, divided by what the forward pass
    found for it: so that its integral over the filtered level is one, and its constant is the
    probability of a jump right after k. ``back`` is filled for what comes after ``first``.
    """
    each = state.each
    for k in range(last, first, -1):
        value, noise = line.values[k], line.variances[k]
        gap = line.times[k] - line.times[k - 1]
        log_stay, blur = -line.jumps * gap, line.drift * gap
        log = back.log[k] - back.log[k - 1]
        count = state.size[0]
        for c in range(count):
            each[0, c] += log_density(value - each[1, c], each[2, c] + noise) - log
            update(each, c, each[2, c], value, noise)
        if state.constant[0] > 0:
            each[0, count] = math.log(state.constant[0]) - log
            each[1, count], each[2, count] = value, noise
            count += 1
        hop = -math.expm1(log_stay)
        ended, level = 0.0, 0.0
        for c in range(count):
            if hop > 0:
                wide = each[2, c] + line.spread
                part = hop * math.exp(each[0, c] + log_density(each[1, c], wide))
                ended += part
                level += part * each[1, c] * line.spread / wide
            each[0, c] += log_stay
            each[2, c] += blur
        back.fresh[k] = level / ended if ended > 0 else 0.0
        back.jump[k] = ended
        state.constant[0] = ended
        state.size[0] = _tidy(each, count, ended)


@compiled
def _tidy(each: Array, count: int, constant: float) -> int:
    """Join curves that are alike; drop those that nowhere reach a share of the constant."""
    least = math.log(NOTHING * constant) + HALF_LOG if constant > 0 else -math.inf
    kept = 0
    for c in range(count):
        if kept and alike(each, kept - 1, c, 1.0):
            apart = each[0, c] - each[0, kept - 1]
            share = 1 / (1 + math.exp(-apart)) if apart > -_FAR else 0.0
            blend(each, kept - 1, c, share)
            each[0, kept - 1] += math.log1p(math.exp(apart)) if apart < _FAR else apart
            continue
        if each[0, c] - 0.5 * math.log(each[2, c]) < least:
            continue
        for row in range(3):
            each[row, kept] = each[row, c]
        kept += 1
    return kept
