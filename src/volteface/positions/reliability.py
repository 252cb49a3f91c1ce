"""How noisy each kind of statement, each source and the reader are, learned from agreement.

The case says how far a statement may stand from the position it measures. Where there are data
enough, that is re-estimated: the noise variance of an observation is the case's, times one factor
for its kind, one for its source and one for how sure the reader was,

    r_k = case_k * kind * source * reader,     each factor ~ inverse-gamma(nu / 2, nu / 2),

so that a factor is 1 unless many observations speak against it, and a source of which little is
known has what sources have in general. The factors are found with the levels integrated out, by
expectation and maximisation in turns (Dempster, Laird and Rubin 1977): a source that keeps
contradicting what others say of the same time gets a larger factor, one that agrees a smaller one.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

import numpy as np

from volteface.positions.channels import Key
from volteface.positions.dates import LONGEST, canonical
from volteface.positions.level import fit, levels_at
from volteface.positions.mixture import Array, Whole
from volteface.positions.noise import kind_of
from volteface.positions.segments import Motion
from volteface.records import Observation, Statement

Group: TypeAlias = Literal["kind", "source", "reader"]

GROUPS: tuple[Group, ...] = ("kind", "source", "reader")
OF_A_SOURCE = 0.4
"""nu of a source, as a part of the case's: sources differ more than kinds do."""
FEWEST = 60
"""Statements in series of three or more observations without which nothing is learned."""
SHORTEST = 3
"""Observations of a series from which anything can be learned."""
LEAST, MOST = 0.8, 2.5
"""Bounds of all factors of an observation together, as standard deviations. No reader places a
stance much better than the scale that it is placed on, so little is taken off."""
ROUNDS = 12
_BANDS = (
    (0.75, "read with less than .75"),
    (0.9, "read with .75 to .9"),
    (1.1, "read with .9 or more"),
)


@dataclass(frozen=True, slots=True)
class Factor:
    """What was learned of one group of observations.

    Attributes:
        group: Of what.
        name: Which one.
        observations: How many it rests on.
        factor: On the standard deviation; 1 leaves it as the case has it.
        low90: Lower end of its 90 % interval.
        high90: Upper end.
    """

    group: Group
    name: str
    observations: int
    factor: float
    low90: float
    high90: float


@dataclass(frozen=True, slots=True)
class Reliability:
    """All factors, by group and name; none where there is too little to learn from.

    ``statements`` counts those that were learned from.
    """

    statements: int
    factors: tuple[Factor, ...]


NOTHING_LEARNED = Reliability(0, ())

Series: TypeAlias = Mapping[Key, tuple[Observation, ...]]


def learn(
    series: Series, statements: Mapping[str, Statement], motion: Motion, weight: float
) -> Reliability:
    """Learn the factors from all series of three or more observations but the very long.

    Only of statements: that the dated facts of a case agree is their author's doing.

    Args:
        series: With the case's variances.
        statements: By id; a record that is none of them is a fact.
        motion: How levels move.
        weight: nu: how many statements say as much of their noise as the case does; above zero.
    """
    held = [canonical(obs) for obs in series.values() if SHORTEST <= len(obs) <= LONGEST]
    every = [one for obs in held for one in obs]
    labels = [groups_of(one, statements) for one in every]
    told = np.array([label is not None for label in labels], dtype=bool)
    if told.sum() < FEWEST:
        return Reliability(int(told.sum()), ())
    known = [label for label in labels if label is not None]
    names: dict[Group, list[str]] = {
        group: sorted({label[group] for label in known}) for group in GROUPS
    }
    places = {
        group: np.array([names[group].index(label[group]) for label in known]) for group in GROUPS
    }
    prior = dict.fromkeys(GROUPS, weight) | {"source": weight * OF_A_SOURCE}
    factors = {group: np.ones(len(names[group])) for group in GROUPS}
    now = np.array([one.variance for one in every])
    base = now[told]
    for _ in range(ROUNDS):
        squares = np.concatenate(list(_squares(held, now, motion)))[told]
        for group in GROUPS:
            others = [factors[other][places[other]] for other in GROUPS if other != group]
            ratios = squares / (base * np.prod(others, axis=0))
            factors[group] = _updated(ratios, places[group], prior[group])
        now[told] = base * _together(factors, places)
    return Reliability(int(told.sum()), tuple(_told(names, places, factors, prior)))


def reweighted(
    series: Series, found: Reliability, statements: Mapping[str, Statement]
) -> dict[Key, tuple[Observation, ...]]:
    """The series with what was learned of each observation's kind, source and reader."""
    known = {(one.group, one.name): one.factor for one in found.factors}

    def weighed(one: Observation) -> Observation:
        label = groups_of(one, statements)
        if label is None:
            return one
        factor = math.prod(known.get((group, label[group]), 1.0) for group in GROUPS)
        return replace(one, variance=one.variance * min(MOST, max(LEAST, factor)) ** 2)

    return {key: tuple(weighed(one) for one in obs) for key, obs in series.items()}


def groups_of(one: Observation, statements: Mapping[str, Statement]) -> dict[Group, str] | None:
    """What an observation belongs to; None for a fact."""
    statement = next((statements[r] for r in one.records if r in statements), None)
    if statement is None:
        return None
    reader = next(name for limit, name in _BANDS if 1 - one.doubt < limit)
    return {"kind": kind_of(statement), "source": one.source, "reader": reader}


def _together(factors: Mapping[Group, Array], places: Mapping[Group, Whole]) -> Array:
    """All factors of each observation, on its variance and within their bounds."""
    product = np.prod([factors[group][places[group]] for group in GROUPS], axis=0)
    return np.asarray(np.clip(product, LEAST**2, MOST**2))


def _squares(
    held: Sequence[tuple[Observation, ...]], variances: Array, motion: Motion
) -> Iterator[Array]:
    """Expected squared distance of each observation from the level, by series."""
    start = 0
    for obs in held:
        own = variances[start : start + len(obs)]
        start += len(obs)
        weighed = [replace(o, variance=float(v)) for o, v in zip(obs, own, strict=True)]
        mean, variance = levels_at(fit(weighed, motion))
        yield (np.array([o.value for o in obs]) - mean) ** 2 + variance


def _updated(ratios: Array, place: Whole, prior: float) -> Array:
    """Squares by variances, averaged over each group together with the prior's own."""
    sums, counts = np.bincount(place, ratios), np.bincount(place)
    return np.asarray((prior + sums) / (prior + counts))


def _told(
    names: Mapping[Group, Sequence[str]],
    places: Mapping[Group, Whole],
    factors: Mapping[Group, Array],
    prior: Mapping[Group, float],
) -> Iterator[Factor]:
    for group in GROUPS:
        counts = np.bincount(places[group], minlength=len(names[group]))
        for name, factor, count in zip(names[group], factors[group], counts, strict=True):
            low, high = _interval(prior[group] + int(count))
            deviation = math.sqrt(factor)
            yield Factor(group, name, int(count), deviation, deviation * low, deviation * high)


def _interval(freedom: float) -> tuple[float, float]:
    """90 % bounds of the root of an inverse-gamma variable (Wilson and Hilferty 1931)."""
    spread = 2 / (9 * freedom)
    high, low = ((1 - spread + z * math.sqrt(spread)) ** 1.5 for z in (-1.645, 1.645))
    return 1 / low, 1 / high
