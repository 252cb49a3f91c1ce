"""Statements as a discourse network over time: who says the same, and who contradicts whom.

The networks and measures of the Discourse Network Analyzer (Leifeld 2017, *Discourse Network
Analysis*; version 3.1), worked out from the same observations as positions are. Two actors are
congruent as often as both take the same side of an issue, and in conflict as often as they take
opposite sides. A slice of time counts an observation by a normal kernel about the slice's middle.
"""

import itertools
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from volteface.positions.channels import Key
from volteface.positions.dates import middle
from volteface.positions.mixture import Array
from volteface.records import Observation

WINDOW = timedelta(days=180)
"""Width of a slice; half of it is the kernel's standard deviation."""
EXHAUSTIVE = 14
"""Actors up to which every even division is tried; beyond, members are exchanged greedily."""


@dataclass(frozen=True, slots=True)
class Slice:
    """The network about one day.

    Attributes:
        day: The middle of the slice.
        plus: (actors, issues) weight of each actor's observations on the plus side.
        minus: The same on the minus side.
    """

    day: date
    plus: Array
    minus: Array

    @property
    def congruence(self) -> Array:
        """(actors, actors) how much every two say the same; nothing on the diagonal."""
        return _off_diagonal(self.plus @ self.plus.T + self.minus @ self.minus.T)

    @property
    def conflict(self) -> Array:
        """(actors, actors) how much every two contradict each other."""
        return _off_diagonal(self.plus @ self.minus.T + self.minus @ self.plus.T)


@dataclass(frozen=True, slots=True)
class Division:
    """The division of the actors into two camps of even size that fits a slice best.

    Attributes:
        camps: 0 or 1 for each actor; the first actor is in camp 0.
        quality: The Discourse Network Analyzer's polarisation: how near the slice comes to the
            ideal in which all congruence lies within the camps and all conflict between them, each
            spread evenly. 1 less the absolute departures from that, as a share of all congruence
            and conflict; from 0 to 1, and 0 where nobody says anything.
        external: The E-I index of congruence (Krackhardt and Stern 1988): congruence between camps
            less that within, as a share; -1 where the camps share nothing.
    """

    camps: tuple[int, ...]
    quality: float
    external: float


def slices(
    series: Mapping[Key, Sequence[Observation]], actors: Sequence[str], days: Sequence[date]
) -> tuple[Slice, ...]:
    """The network about each day.

    Args:
        series: Observations by actor, issue and channel; a value of 0 is on neither side.
        actors: In the order of the rows.
        days: In the order of the slices.
    """
    issues = sorted({key.issue for key in series})
    points = [
        (actors.index(key.actor), issues.index(key.issue), middle(o.when), o.value)
        for key, held in series.items()
        if key.actor in actors
        for o in held
    ]
    return tuple(_slice(day, points, len(actors), len(issues)) for day in days)


def _slice(
    day: date, points: Sequence[tuple[int, int, date, float]], actors: int, issues: int
) -> Slice:
    plus, minus = np.zeros((actors, issues)), np.zeros((actors, issues))
    for actor, issue, when, value in points:
        away = (when - day) / (WINDOW / 2)
        weight = math.exp(-0.5 * away * away) / math.sqrt(2 * math.pi)
        if value > 0:
            plus[actor, issue] += weight
        elif value < 0:
            minus[actor, issue] += weight
    return Slice(day, plus, minus)


def division(one: Slice) -> Division:
    """The best division into two camps: by trying all, or from several starts by exchanges."""
    congruence, conflict = one.congruence, one.conflict
    count = len(congruence)
    if count < 2 or not (congruence.sum() + conflict.sum()) > 0:  # noqa: PLR2004 - two camps
        return Division((0,) * count, 0.0, 0.0)
    starts = _even(count) if count <= EXHAUSTIVE else _sorted_start(congruence - conflict)
    best, quality = max(
        ((camps, _quality(camps, congruence, conflict)) for camps in starts),
        key=lambda found: (round(found[1], 12), tuple(-x for x in found[0])),
    )
    if count > EXHAUSTIVE:
        best, quality = _exchanged(best, quality, congruence, conflict)
    camps = best if best[0] == 0 else tuple(1 - camp for camp in best)
    return Division(camps, quality, _external(camps, congruence))


def _even(count: int) -> Sequence[tuple[int, ...]]:
    """Every division in halves with the first actor in camp 0; odd numbers leave one more."""
    rest = range(1, count)
    sizes = {count // 2, count - count // 2}
    return [
        tuple(int(actor in other) for actor in range(count))
        for size in sorted(sizes)
        for other in map(frozenset, itertools.combinations(rest, size))
    ]


def _sorted_start(agreement: Array) -> Sequence[tuple[int, ...]]:
    """The halves along the main direction of who agrees with whom."""
    _, vectors = np.linalg.eigh(agreement)
    order = np.argsort(vectors[:, -1], kind="stable")
    camps = np.zeros(len(agreement), dtype=int)
    camps[order[len(order) // 2 :]] = 1
    return [tuple(camps.tolist())]


def _exchanged(
    camps: tuple[int, ...], quality: float, congruence: Array, conflict: Array
) -> tuple[tuple[int, ...], float]:
    """Exchange one member of each camp as long as that helps."""
    while True:
        trials = []
        for one, other in itertools.combinations(range(len(camps)), 2):
            if camps[one] != camps[other]:
                trial = list(camps)
                trial[one], trial[other] = trial[other], trial[one]
                trials.append((tuple(trial), _quality(tuple(trial), congruence, conflict)))
        found, better = max(trials, key=lambda trial: round(trial[1], 12))
        if better <= quality + 1e-12:
            return camps, quality
        camps, quality = found, better


def _quality(camps: tuple[int, ...], congruence: Array, conflict: Array) -> float:
    """Nearness to the ideal; what lies on the wrong side is missing on the right one."""
    label = np.array(camps)
    across = label[:, None] != label[None, :]
    within = ~across
    np.fill_diagonal(within, val=False)
    total = float(congruence.sum() + conflict.sum())
    departure = 0.0
    for network, where in ((congruence, within), (conflict, across)):
        if where.any():
            departure += float(np.abs(network[where] - network.sum() / where.sum()).sum())
        else:
            departure += float(network.sum())
    return max(0.0, 1 - departure / total)


def _external(camps: tuple[int, ...], congruence: Array) -> float:
    label = np.array(camps)
    across = float(congruence[label[:, None] != label[None, :]].sum())
    total = float(congruence.sum())
    return (2 * across - total) / total if total > 0 else 0.0


def _off_diagonal(matrix: Array) -> Array:
    found = matrix.copy()
    np.fill_diagonal(found, 0.0)
    return found
