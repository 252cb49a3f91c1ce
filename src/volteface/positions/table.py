"""The posterior of short series, from the full tables of :mod:`volteface.positions.segments`."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from volteface.positions.change import change
from volteface.positions.mixture import Array, Whole
from volteface.positions.posterior import Change, Parts
from volteface.positions.segments import Motion, Segments


@dataclass(frozen=True)
class Table:
    """All segments of each series; see :class:`~volteface.positions.posterior.Posterior`."""

    segments: Segments

    @property
    def times(self) -> Array:
        """(S, n) years."""
        return self.segments.times

    @property
    def evidence(self) -> Array:
        """(S,) log evidence."""
        return self.segments.evidence

    @property
    def motion(self) -> Motion:
        """How the level moves."""
        return self.segments.motion

    @property
    def places(self) -> Whole:
        """All observations."""
        return np.arange(self.times.shape[1])

    @cached_property
    def _means(self) -> Array:
        return self.segments.means()

    def means(self) -> Array:
        """(S, n) posterior mean of the level at each observation."""
        return self._means

    def moments(self) -> tuple[Array, Array]:
        """(S, n) first and second posterior moment of the level at each observation."""
        second = np.zeros(self.times.shape)
        for k in range(self.times.shape[1]):
            weight, mean, variance = self.segments.smoothed(k)
            second[:, k] = (weight * (mean**2 + variance)).sum(axis=(1, 2))
        return self._means, second

    def jumps(self) -> tuple[Array, Array]:
        """(S, n) probability of a jump in the gap before each observation, and its mean size."""
        series, n = self.times.shape
        size = np.zeros((series, n))
        for k in range(1, n):
            weight, mean, _ = self.segments.smoothed(k - 1)
            left = _average(weight[:, :, 0], mean[:, :, 0])
            weight, mean, _ = self.segments.smoothed(k)
            size[:, k] = _average(weight[:, k], mean[:, k]) - left
        probability = self.segments.posterior.sum(axis=2)
        probability[:, 0] = 0.0
        return probability, size

    def change(self, i: int, j: int, delta: float) -> Change:
        """The exact posterior of the change from observation i to a later one, j."""
        return change(self.segments, i, j, delta)

    def labels(self, row: int) -> Whole:
        """(n,) the segment of each observation under the most probable set of jumps."""
        run, jump = self.segments.run[row], self.segments.jump[row]
        n = jump.size
        best = np.zeros(n + 1)
        came_from = np.zeros(n + 1, dtype=np.int64)
        for end in range(1, n + 1):
            scores = best[:end] + run[:end, end - 1] + np.concatenate([[0.0], jump[1:end]])
            came_from[end] = scores.argmax()
            best[end] = scores[came_from[end]]
        label, end = np.zeros(n, dtype=np.int64), n
        while end:
            label[came_from[end] : end] = came_from[end]
            end = int(came_from[end])
        return label

    def level(self, row: int, k: int) -> Parts:
        """The level at an observation."""
        return Parts(*(x[row].ravel() for x in self.segments.smoothed(k)))

    def ended(self, row: int, k: int) -> Parts:
        """The level at an observation whose segment ends with it."""
        return Parts(*(x[row, :, 0] for x in self.segments.smoothed(k)))

    def begun(self, row: int, k: int) -> Parts:
        """The level at an observation whose segment begins with it."""
        return Parts(*(x[row, -1] for x in self.segments.smoothed(k)))

    def bridge(self, row: int, k: int, since: float, until: float) -> Parts:
        """The level between observation k and the next, in segments that hold both."""
        tables = self.segments
        weight = tables.posterior[row, : k + 1, k + 1 :]
        forward = tables.variance[row, : k + 1, k, None] + tables.motion.drift * since
        noise = tables.variances[row, k + 1]
        certain = 1 / noise + tables.precision[row, None, k + 1, k + 1 :]
        toward = tables.values[row, k + 1] / noise + tables.shift[row, None, k + 1, k + 1 :]
        blur = 1 + certain * tables.motion.drift * until
        variance = 1 / (1 / forward + certain / blur)
        mean = variance * (tables.mean[row, : k + 1, k, None] / forward + toward / blur)
        return Parts(weight.ravel(), mean.ravel(), variance.ravel())


def _average(weight: Array, mean: Array) -> Array:
    total = weight.sum(axis=1)
    return np.asarray((weight * mean).sum(axis=1) / np.where(total > 0, total, 1.0))
