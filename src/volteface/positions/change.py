"""How probable it is that the level at one observation differs from that at another by so much."""

import numpy as np

from volteface.positions.mixture import NEGLIGIBLE, Array, upper_tail
from volteface.positions.posterior import Change
from volteface.positions.segments import Segments

BLOCK = 2_000_000
"""Most mixture components held at once, so that memory stays under a hundred megabytes."""


def change(segments: Segments, i: int, j: int, delta: float) -> Change:
    """The exact posterior of ``level[j] - level[i]`` against ``delta``, for every series.

    A mixture of normal distributions: one for each segment that holds both observations, and one
    for each pair of segments that hold one each, with everything in between summed out.

    Args:
        segments: The recursion's tables.
        i: The earlier observation's place.
        j: The later one's, above ``i``.
        delta: Stance units, above zero.
    """
    drifted = _tails(*_within(segments, i, j), delta)
    series, n = segments.values.shape
    size = (i + 1) * (j - i) ** 2 * (n - j)
    step = max(1, BLOCK // size)
    parts = [
        _tails(*_across(segments, slice(start, start + step), i, j), delta)
        for start in range(0, series, step)
    ]
    rose, fell = (np.concatenate([part[side] for part in parts]) for side in (0, 1))
    return Change(rose, drifted[0], fell, drifted[1])


def _tails(weight: Array, mean: Array, variance: Array, delta: float) -> tuple[Array, Array]:
    """Sum over all but the first axis of weight times either tail."""
    rose, fell = np.zeros_like(weight), np.zeros_like(weight)
    keep = weight > NEGLIGIBLE
    rose[keep] = weight[keep] * upper_tail(delta, mean[keep], variance[keep])
    fell[keep] = weight[keep] * upper_tail(delta, -mean[keep], variance[keep])
    axes = tuple(range(1, weight.ndim))
    return rose.sum(axis=axes), fell.sum(axis=axes)


def _within(segments: Segments, i: int, j: int) -> tuple[Array, Array, Array]:
    """Both observations in one segment [a <= i, b >= j]: weight, mean and variance of the change.

    Given the level at i and what was seen up to j, the level at j is N(scale level + offset,
    noise); what comes after j is then one more, Gaussian, piece of information on it.
    """
    scale, offset, noise = (x[:, None, None] for x in _carry(segments, i, j))
    after = segments.precision[:, None, j, j:]
    toward = segments.shift[:, None, j, j:]
    damping = 1 / (1 + noise * after)
    filtered = segments.variance[:, : i + 1, i, None]
    certain = 1 / filtered + segments.precision[:, i, j, None, None] + scale**2 * after * damping
    level = (
        segments.mean[:, : i + 1, i, None] / filtered
        + segments.shift[:, i, j, None, None]
        + scale * (toward - after * offset) * damping
    ) / certain
    slope = damping * scale - 1
    mean = slope * level + damping * (offset + noise * toward)
    variance = slope**2 / certain + noise * damping
    return segments.posterior[:, : i + 1, j:], mean, variance


def _carry(segments: Segments, i: int, j: int) -> tuple[Array, Array, Array]:
    series = segments.values.shape[0]
    scale, offset, noise = np.ones(series), np.zeros(series), np.zeros(series)
    for k in range(i + 1, j + 1):
        noise = noise + segments.motion.drift * (segments.times[:, k] - segments.times[:, k - 1])
        gain = noise / (noise + segments.variances[:, k])
        scale, offset = (1 - gain) * scale, (1 - gain) * offset + gain * segments.values[:, k]
        noise = (1 - gain) * noise
    return scale, offset, noise


def _across(segments: Segments, rows: slice, i: int, j: int) -> tuple[Array, Array, Array]:
    """Segments [a, b] and [c, d] with a <= i <= b < c <= j <= d: axes (series, a, b, c, d)."""
    first = _smooth(segments, rows, slice(0, i + 1), slice(i, j), i)
    last = _smooth(segments, rows, slice(i + 1, j + 1), slice(j, None), j)
    left = segments.between[rows, 0, : i + 1, None] + segments.run[rows, : i + 1, i:j]
    middle = (
        segments.jump[rows, i + 1 : j + 1, None]
        + (segments.between[rows, i + 1 : j + 1, i + 1 : j + 1])
    )
    right = segments.run[rows, i + 1 : j + 1, j:] + segments.after[rows, None, j:]
    log = (
        left[:, :, :, None, None]
        + middle[:, None, :, :, None]
        + right[:, None, None, :, :]
        - segments.evidence[rows, None, None, None, None]
    )
    mean = last[0][:, None, None] - first[0][:, :, :, None, None]
    variance = last[1][:, None, None] + first[1][:, :, :, None, None]
    weight = np.exp(log)
    return weight, np.broadcast_to(mean, weight.shape), np.broadcast_to(variance, weight.shape)


def _smooth(
    segments: Segments, rows: slice, starts: slice, ends: slice, k: int
) -> tuple[Array, Array]:
    filtered = segments.variance[rows, starts, k, None]
    variance = 1 / (1 / filtered + segments.precision[rows, None, k, ends])
    mean = variance * (
        segments.mean[rows, starts, k, None] / filtered + segments.shift[rows, None, k, ends]
    )
    return mean, variance
