"""From observations dated by intervals to series of exact dates, weighted by the evidence.

Where only an interval is known, all its days are weighed: every observation is put on ``NODES``
sequences of possible days at once, and each sequence counts in proportion to how well it explains
the observations. With one uncertain date the nodes are an even grid over its days; with several
they are the points of a Kronecker lattice (Richtmyer 1951, with square roots of primes), which
fills the box of possible dates evenly without any randomness. Observations whose intervals rest on
the same words (equal in all four fields) share their date.

In a series of more than ``LONGEST`` observations those of one date are pooled, weighted by their
precision. Nothing is lost by that: there is no time in which the level could move between them. So
long a series is put on fewer sequences of days.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from volteface.positions.mixture import Array
from volteface.records import DateInterval, Observation

NODES = 32
FEW_NODES = 4
"""Sequences of days for a long series: so many observations pin each other's dates down."""
LONGEST = 120
DAYS_A_YEAR = 365.25


@dataclass(frozen=True, slots=True)
class Placed:
    """Observations on possible days, each row in order of time.

    Attributes:
        origin: The day that time 0 stands for.
        days: (S, n) days since ``origin``, ascending in each row.
        values: (S, n) observed stances.
        variances: (S, n) their noise.
        members: The observations behind each of the n points, as indices into what was given.
        order: (S, n) which point stands at each place of a row.
        pooled: Log evidence that pooling set aside.
    """

    origin: date
    days: NDArray[np.int64]
    values: Array
    variances: Array
    members: tuple[tuple[int, ...], ...]
    order: NDArray[np.int64]
    pooled: float

    @property
    def times(self) -> Array:
        """(S, n) years since ``origin``."""
        return self.days / DAYS_A_YEAR

    def day(self, days: float) -> date:
        """The calendar day so many days after ``origin``."""
        return self.origin + timedelta(days=round(days))


def canonical(observations: Sequence[Observation]) -> tuple[Observation, ...]:
    """One order for one set of observations, so that results do not hang on the order given."""
    return tuple(
        sorted(
            observations,
            key=lambda o: (
                o.when.earliest,
                o.when.latest,
                o.records,
                o.value,
                o.variance,
                o.source,
            ),
        )
    )


def place(observations: Sequence[Observation]) -> Placed:
    """Put observations in canonical order on their possible days."""
    groups = _pool(observations)
    origin = min(o.when.earliest for o in observations)
    values, variances, sets_aside = zip(*(_average(observations, g) for g in groups), strict=True)
    days = _days([observations[group[0]].when for group in groups], origin)
    order = np.argsort(days, axis=1, kind="stable")
    return Placed(
        origin=origin,
        days=np.take_along_axis(days, order, axis=1),
        values=np.asarray(values)[order],
        variances=np.asarray(variances)[order],
        members=groups,
        order=order,
        pooled=math.fsum(sets_aside),
    )


def middle(when: DateInterval) -> date:
    """The day halfway between an interval's ends, for ordering and display only."""
    return when.earliest + (when.latest - when.earliest) // 2


def _pool(observations: Sequence[Observation]) -> tuple[tuple[int, ...], ...]:
    if len(observations) <= LONGEST:
        return tuple((index,) for index in range(len(observations)))
    groups: dict[object, list[int]] = {}
    for index, observation in enumerate(observations):
        when = observation.when
        day = when.earliest if when.earliest == when.latest else when
        groups.setdefault(day, []).append(index)
    return tuple(tuple(group) for group in groups.values())


def _average(
    observations: Sequence[Observation], group: Sequence[int]
) -> tuple[float, float, float]:
    """Value, variance, and the log density of the members' spread around the value."""
    values = np.array([observations[index].value for index in group])
    variances = np.array([observations[index].variance for index in group])
    variance = 1 / (1 / variances).sum()
    value = variance * (values / variances).sum()
    apart = -0.5 * (np.log(2 * np.pi * variances) + (values - value) ** 2 / variances).sum()
    return float(value), float(variance), float(apart + 0.5 * np.log(2 * np.pi * variance))


def _days(intervals: Sequence[DateInterval], origin: date) -> NDArray[np.int64]:
    uncertain = list(dict.fromkeys(i for i in intervals if i.latest > i.earliest))
    nodes = NODES if len(intervals) <= LONGEST else FEW_NODES
    rows = np.arange(nodes if uncertain else 1)
    fraction = {
        interval: np.modf((rows + 0.5) * step)[0]
        for interval, step in zip(uncertain, lattice(nodes), strict=False)
    }
    columns = []
    for interval in intervals:
        width = (interval.latest - interval.earliest).days + 1
        inside = np.floor(fraction.get(interval, np.zeros(len(rows))) * width)
        columns.append(inside.astype(np.int64) + (interval.earliest - origin).days)
    return np.stack(columns, axis=1)


def lattice(nodes: int) -> Iterator[float]:
    """Steps of a Kronecker lattice of so many nodes: one for each dimension."""
    yield 1 / nodes
    candidate = 2
    while True:
        if all(candidate % divisor for divisor in range(2, math.isqrt(candidate) + 1)):
            yield math.sqrt(candidate)
        candidate += 1
