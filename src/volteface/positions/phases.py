"""Phases of a debate: stretches of time in which the discourse network stays alike.

The state dynamics of Masuda and Holme (2019), as the Discourse Network Analyzer applies them: the
networks of all slices are compared two by two, clustered, and the clustering with the greatest
modularity is kept.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from volteface.positions.discourse import Slice
from volteface.positions.mixture import Array

FEWEST, MOST = 2, 6
"""Phases tried."""
ENOUGH = 4
"""Slices without which there are no phases to tell apart."""
_LINKAGES: Mapping[str, Callable[[Array], float]] = {
    "average": lambda between: float(between.mean()),
    "complete": lambda between: float(between.max()),
    "single": lambda between: float(between.min()),
}


@dataclass(frozen=True, slots=True)
class Phases:
    """Which phase each slice is in, numbered as they first appear.

    ``modularity`` says how much likelier slices of one phase are to be alike than chance would
    have it; near 0 there is nothing to divide. ``linkage`` names the clustering that was kept.
    """

    days: tuple[date, ...]
    phase: tuple[int, ...]
    modularity: float
    linkage: str


def phases(found: Sequence[Slice]) -> Phases:
    """Cluster the slices; all are one phase where they are too few or do not differ."""
    days = tuple(one.day for one in found)
    distance = _distances(found)
    if len(found) < ENOUGH or not distance.max() > 0:
        return Phases(days, (0,) * len(found), 0.0, "none")
    distance /= distance.max()
    trials = [
        (_modularity(labels, 1 - distance), -number, name, labels)
        for name, linkage in _LINKAGES.items()
        for number, labels in _cuts(distance, linkage)
    ]
    best, _, name, labels = max(trials, key=lambda trial: (round(trial[0], 12), trial[1]))
    order = {label: place for place, label in enumerate(dict.fromkeys(labels.tolist()))}
    return Phases(days, tuple(order[label] for label in labels.tolist()), best, name)


def _distances(found: Sequence[Slice]) -> Array:
    """Sums of absolute differences between networks of sides, each scaled to a total of one."""
    networks = []
    for one in found:
        sides = (one.plus - one.minus).ravel()
        total = np.abs(sides).sum()
        networks.append(sides / total if total > 0 else sides)
    stacked = np.array(networks)
    return np.asarray(np.abs(stacked[:, None] - stacked[None, :]).sum(axis=2))


def _cuts(
    distance: Array, linkage: Callable[[Array], float]
) -> list[tuple[int, NDArray[np.int64]]]:
    """Clusterings into 2 to 6, by joining the two nearest clusters again and again."""
    clusters = [[place] for place in range(len(distance))]
    found = []
    while len(clusters) > FEWEST - 1:
        if len(clusters) <= MOST:
            labels = np.zeros(len(distance), dtype=np.int64)
            for name, members in enumerate(clusters):
                labels[members] = name
            found.append((len(clusters), labels))
        _, one, other = min(
            (linkage(distance[np.ix_(clusters[a], clusters[b])]), a, b)
            for a in range(len(clusters))
            for b in range(a + 1, len(clusters))
        )
        clusters[one] += clusters.pop(other)
    return found


def _modularity(labels: NDArray[np.int64], similarity: Array) -> float:
    """Newman and Girvan's (2004) modularity of a weighted network without loops."""
    weights = similarity.copy()
    np.fill_diagonal(weights, 0.0)
    total = weights.sum()
    if not total > 0:
        return 0.0
    degree = weights.sum(axis=1)
    same = labels[:, None] == labels[None, :]
    return float((weights - np.outer(degree, degree) / total)[same].sum() / total)
