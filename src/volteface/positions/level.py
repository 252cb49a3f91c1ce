"""Where an actor stood, day by day, with bands, jumps and drift.

The posterior at any date, and what it says of each gap between observations: in full tables for
short series, by runs for long ones. Between two observations the level is as follows. Without a
jump in the gap it is pinned from both sides (a Brownian bridge); with jumps only later it drifts on
from the earlier observation; with jumps only sooner it leads to the later one; with jumps on both
sides it is the prior's.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from volteface.positions.dates import DAYS_A_YEAR, LONGEST, Placed, canonical, place
from volteface.positions.mixture import NEGLIGIBLE, Array, Mixture, mixture
from volteface.positions.posterior import Parts, Posterior
from volteface.positions.segments import Motion, segment
from volteface.positions.table import Table
from volteface.records import Observation

TAILS = (0.05, 0.25, 0.75, 0.95)


@dataclass(frozen=True, slots=True)
class Fit:
    """A series, what the recursion says of it, and how much each row of possible dates counts.

    ``weight`` has shape (S,) and sums to one.
    """

    placed: Placed
    posterior: Posterior
    weight: Array

    @property
    def log_evidence(self) -> float:
        """Log probability density of the observed stances, possible dates averaged over."""
        evidence = self.posterior.evidence
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
    given = placed.times, placed.values, placed.variances
    if placed.times.shape[1] > LONGEST:
        from volteface.positions.runs import runs  # noqa: PLC0415 - compiling waits for use

        posterior: Posterior = runs(*given, motion)
    else:
        posterior = Table(segment(*given, motion))
    weight = np.exp(posterior.evidence - posterior.evidence.max())
    return Fit(placed, posterior, weight / weight.sum())


def estimate(observations: Sequence[Observation], motion: Motion, dates: Sequence[date]) -> Level:
    """The position on each of ``dates``, which may lie outside the observations."""
    fitted = fit(observations, motion)
    levels = [level_on(fitted, day) for day in dates]
    bands = np.array([[level.quantile(tail) for tail in TAILS] for level in levels])
    low90, low50, high50, high90 = bands.reshape(-1, len(TAILS)).T
    cells = gaps(fitted)
    means = fitted.posterior.means()
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
        (fitted.weight[row] * weight, mean, variance)
        for row in np.flatnonzero(fitted.weight > NEGLIGIBLE)
        for weight, mean, variance in _parts(fitted.posterior, int(row), years)
    ]
    weight, mean, variance = (np.concatenate(column) for column in zip(*parts, strict=True))
    return mixture(weight, mean, variance)


def levels_at(fitted: Fit) -> tuple[Array, Array]:
    """Posterior mean and variance of the level at each observation of a short series.

    Possible dates are averaged; the observations are in canonical order.
    """
    assert isinstance(fitted.posterior, Table), "long series are pooled"
    totals = []
    for moment in fitted.posterior.moments():
        by_point = np.zeros_like(moment)
        np.put_along_axis(by_point, fitted.placed.order, moment, axis=1)
        totals.append(fitted.weight @ by_point)
    first, second = totals
    return first, np.maximum(second - first**2, 0.0)


def gaps(fitted: Fit) -> tuple[Gap, ...]:
    """Jump probability and size between all neighbouring possible days, in order."""
    days = np.unique(fitted.placed.days)
    jumped, moved = np.zeros(len(days) - 1), np.zeros(len(days) - 1)
    probability, size = fitted.posterior.jumps()
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


def _parts(posterior: Posterior, row: int, years: float) -> Iterator[Parts]:
    """Each way in which the level can have come about at a time."""
    times, motion = posterior.times[row], posterior.motion
    before = int(np.searchsorted(times, years, side="right")) - 1
    prior = Parts(np.ones(1), np.zeros(1), np.full(1, motion.spread, dtype=np.float64))
    if before >= 0 and times[before] == years:
        yield posterior.level(row, before)
        return
    if before < 0 or before == times.size - 1:
        edge = max(before, 0)
        away = abs(years - times[edge])
        same = float(np.exp(-motion.jumps * away))
        yield _weighed(same, posterior.level(row, edge), motion.drift * away)
        yield _weighed(1 - same, prior)
        return
    since, until = years - times[before], times[before + 1] - years
    yield posterior.bridge(row, before, since, until)
    early, late = -np.expm1(-motion.jumps * np.array([since, until]))
    any_jump = -np.expm1(-motion.jumps * (since + until))
    if any_jump > 0:
        ended = posterior.ended(row, before)
        begun = posterior.begun(row, before + 1)
        yield _weighed((1 - early) * late / any_jump, ended, motion.drift * since)
        yield _weighed(early * (1 - late) / any_jump, begun, motion.drift * until)
        yield _weighed(early * late / any_jump * ended.weight.sum(), prior)


def _weighed(share: float, parts: Parts, blur: float = 0.0) -> Parts:
    """A share of the ways, after so much drift."""
    return Parts(share * parts.weight, parts.mean, parts.variance + blur)
