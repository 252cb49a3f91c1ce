"""The recursion against a sum over every set of jump places, up to twelve points.

The sum is written down without filter or recursion: each segment's observations are one
multivariate normal vector.
"""

import itertools
import math
from collections.abc import Iterator

import numpy as np
from scipy.stats import multivariate_normal
from series import draw

from volteface.positions.batch import batch
from volteface.positions.mixture import Array
from volteface.positions.segments import Motion, segment

MOTION = Motion(drift=0.02, jumps=0.4, spread=0.64)
LENGTHS = (1, 2, 3, 5, 8, 12)
SERIES = 3


def measure(rng: np.random.Generator) -> Iterator[tuple[str, float]]:
    """The largest difference in log evidence, over all lengths, of either implementation."""
    reference, compiled = 0.0, 0.0
    for n in LENGTHS:
        drawn = draw(rng, SERIES, n, MOTION, 6.0)
        rows = drawn.times, drawn.values, drawn.variances
        summed = np.array([_summed(*row) for row in zip(*rows, strict=True)])
        reference = max(reference, float(np.abs(segment(*rows, MOTION).evidence - summed).max()))
        batched = batch(*rows, MOTION, None).log_evidence
        compiled = max(compiled, float(np.abs(batched - summed).max()))
    yield "enumeration_difference", reference
    yield "enumeration_difference_batch", compiled


def _summed(times: Array, values: Array, variances: Array) -> float:
    n = times.size
    whole = {
        (a, b): _together(times[a:b], values[a:b], variances[a:b])
        for a in range(n)
        for b in range(a + 1, n + 1)
    }
    stay = np.exp(-MOTION.jumps * np.diff(times))
    logs = []
    for jumped in itertools.product((False, True), repeat=n - 1):
        chance = np.where(jumped, 1 - stay, stay)
        if (chance > 0).all():
            ends = [0, *(k + 1 for k in range(n - 1) if jumped[k]), n]
            parts = (whole[pair] for pair in itertools.pairwise(ends))
            logs.append(float(np.log(chance).sum()) + math.fsum(parts))
    top = max(logs)
    return top + math.log(math.fsum(math.exp(log - top) for log in logs))


def _together(times: Array, values: Array, variances: Array) -> float:
    """Log density of observations on one segment."""
    drifted = np.minimum.outer(times, times) - times[0]
    covariance = MOTION.spread + MOTION.drift * drifted + np.diag(variances)
    return float(multivariate_normal(np.zeros(times.size), covariance).logpdf(values))
