"""Where an actor stood, day by day, with bands, jumps and drift.

The posterior of :mod:`volteface.positions.segments` at any date, and what it says of each gap
between observations. Between two observations the level is as follows. Without a jump in the gap
it is pinned from both sides (a Brownian bridge); with jumps only later it drifts on from the
earlier observation; with jumps only sooner it leads to the later one; with jumps on both sides it
is the prior's.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from volteface.positions.dates import DAYS_A_YEAR, Placed, canonical, place
from volteface.positions.mixture import NEGLIGIBLE, Array, Mixture, mixture
from volteface.positions.segments import Motion, Segments, segment
from volteface.records import Observation

TAILS = (0.05, 0.25, 0.75, 0.95)


@dataclass(frozen=True, slots=True)
class Fit:
    """A series, the recursion's tables on it, and how much each row of possible dates counts.

    ``weight`` has shape (S,) and sums to one.
    """

    placed: Placed
    segments: Segments
    weight: Array

    @property
    def log_evidence(self) -> float:
        """Log probability density of the observed stances, possible dates averaged over."""
        evidence = self.segments.evidence
        top = float(evidence.max())
        return top + float(np.log(np.exp(evidence - top).mean())) + self.placed.pooled


@dataclass(frozen=True, slots=True)
class Gap:
    """What happened between two neighbouring days: ``jump`` is the probability of a jump.

    ``size`` is its expected size, later minus earlier level, given that there was one.
    """

    earliest: date
    latest: date
    jump: float
    size: float


@dataclass(frozen=True, slots=True)
class Level:
    """A position over time; arrays have one entry for each of ``dates``.

    The level is unbounded inside; clip it to [-1, 1] for display. ``low50`` to ``high50`` holds
    it with probability one half, ``low90`` to ``high90`` with nine tenths. ``drift`` is the
    expected change from the first to the last observation that no jump accounts for.
    ``effective_nodes`` says how many of the rows of possible dates carry the weight (1 where all
    dates are known); near 1 of many, the dates are hardly integrated over.
    """

    dates: tuple[date, ...]
    mean: Array
    low50: Array
    high50: Array
    low90: Array
    high90: Array
    gaps: tuple[Gap, ...]
    drift: float
    log_evidence: float
    effective_nodes: float


def fit(observations: Sequence[Observation], motion: Motion) -> Fit:
    """Run the recursion over the observations' possible dates; at least one observation."""
    placed = place(canonical(observations))
    segments = segment(placed.times, placed.values, placed.variances, motion)
    weight = np.exp(segments.evidence - segments.evidence.max())
    return Fit(placed, segments, weight / weight.sum())


def estimate(observations: Sequence[Observation], motion: Motion, dates: Sequence[date]) -> Level:
    """The position on each of ``dates``, which may lie outside the observations."""
    fitted = fit(observations, motion)
    levels = [level_on(fitted, day) for day in dates]
    bands = np.array([[level.quantile(tail) for tail in TAILS] for level in levels])
    low90, low50, high50, high90 = bands.reshape(-1, len(TAILS)).T
    cells = gaps(fitted)
    means = fitted.segments.means()
    total = float(fitted.weight @ (means[:, -1] - means[:, 0]))
    return Level(
        dates=tuple(dates),
        mean=np.array([level.moments()[0] for level in levels]),
        low50=low50,
        high50=high50,
        low90=low90,
        high90=high90,
        gaps=cells,
        drift=total - sum(gap.jump * gap.size for gap in cells),
        log_evidence=fitted.log_evidence,
        effective_nodes=float(1 / (fitted.weight**2).sum()),
    )


def level_on(fitted: Fit, day: date) -> Mixture:
    """The level's posterior on one day, as a mixture of normal distributions."""
    years = (day - fitted.placed.origin).days / DAYS_A_YEAR
    parts = [
        (fitted.weight[row] * weight.ravel(), mean.ravel(), variance.ravel())
        for row in np.flatnonzero(fitted.weight > NEGLIGIBLE)
        for weight, mean, variance in _parts(fitted.segments, int(row), years)
    ]
    weight, mean, variance = (np.concatenate(column) for column in zip(*parts, strict=True))
    return mixture(weight, mean, variance)


def gaps(fitted: Fit) -> tuple[Gap, ...]:
    """Jump probability and size between all neighbouring possible days, in order."""
    days = np.unique(fitted.placed.days)
    jumped, moved = np.zeros(len(days) - 1), np.zeros(len(days) - 1)
    probability, size = jumps(fitted.segments)
    for row, weight in enumerate(fitted.weight):
        places = np.searchsorted(days, fitted.placed.days[row])
        for k in range(1, places.size):
            start, end = places[k - 1], places[k]
            if end > start:
                share = np.diff(days[start : end + 1]) / (days[end] - days[start])
                jumped[start:end] += weight * probability[row, k] * share
                moved[start:end] += weight * probability[row, k] * size[row, k] * share
    return tuple(
        Gap(
            fitted.placed.day(days[cell]),
            fitted.placed.day(days[cell + 1]),
            float(jumped[cell]),
            float(moved[cell] / jumped[cell]) if jumped[cell] > 0 else 0.0,
        )
        for cell in range(len(days) - 1)
    )


def jumps(segments: Segments) -> tuple[Array, Array]:
    """(S, n) probability of a jump in the gap before each observation, and its expected size."""
    series, n = segments.values.shape
    posterior = segments.posterior()
    size = np.zeros((series, n))
    for k in range(1, n):
        weight, mean, _ = segments.smoothed(k - 1)
        left = _average(weight[:, :, 0], mean[:, :, 0])
        weight, mean, _ = segments.smoothed(k)
        size[:, k] = _average(weight[:, k], mean[:, k]) - left
    probability = posterior.sum(axis=2)
    probability[:, 0] = 0.0
    return probability, size


def _average(weight: Array, mean: Array) -> Array:
    total = weight.sum(axis=1)
    return np.asarray((weight * mean).sum(axis=1) / np.where(total > 0, total, 1.0))


def _parts(segments: Segments, row: int, years: float) -> Iterator[tuple[Array, Array, Array]]:
    """Weight, mean and variance of each way the level can have come about at a time."""
    times, motion = segments.times[row], segments.motion
    before = int(np.searchsorted(times, years, side="right")) - 1
    prior = np.zeros(1), np.full(1, motion.spread, dtype=np.float64)
    if before >= 0 and times[before] == years:
        weight, mean, variance = segments.smoothed(before)
        yield weight[row], mean[row], variance[row]
        return
    if before < 0 or before == times.size - 1:
        edge = max(before, 0)
        away = abs(years - times[edge])
        weight, mean, variance = segments.smoothed(edge)
        same = np.exp(-motion.jumps * away)
        yield same * weight[row], mean[row], variance[row] + motion.drift * away
        yield np.array([1 - same]), *prior
        return
    since, until = years - times[before], times[before + 1] - years
    yield _bridge(segments, row, before, since, until)
    weight, mean, variance = segments.smoothed(before)
    ended = weight[row, :, 0]
    early, late = -np.expm1(-motion.jumps * np.array([since, until]))
    any_jump = -np.expm1(-motion.jumps * (since + until))
    if any_jump > 0:
        yield (
            (1 - early) * late / any_jump * ended,
            mean[row, :, 0],
            (variance[row, :, 0] + motion.drift * since),
        )
        weight, mean, variance = segments.smoothed(before + 1)
        yield (
            early * (1 - late) / any_jump * weight[row, -1],
            mean[row, -1],
            (variance[row, -1] + motion.drift * until),
        )
        yield np.array([early * late / any_jump * ended.sum()]), *prior


def _bridge(
    segments: Segments, row: int, k: int, since: float, until: float
) -> tuple[Array, Array, Array]:
    """The level between k and k+1 in the segments [a <= k, b > k] that hold both."""
    weight = segments.posterior()[row, : k + 1, k + 1 :]
    forward = segments.variance[row, : k + 1, k, None] + segments.motion.drift * since
    noise = segments.variances[row, k + 1]
    certain = 1 / noise + segments.precision[row, None, k + 1, k + 1 :]
    toward = segments.values[row, k + 1] / noise + segments.shift[row, None, k + 1, k + 1 :]
    blur = 1 + certain * segments.motion.drift * until
    variance = 1 / (1 / forward + certain / blur)
    mean = variance * (segments.mean[row, : k + 1, k, None] / forward + toward / blur)
    return weight, mean, variance
