"""Sources that say opposite things of one actor at one time: both are shown, not averaged."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from volteface.positions.conditions import Rules, holds, span, steady, too_few
from volteface.positions.dates import canonical
from volteface.positions.doubt import LEAST, both_sides, right
from volteface.positions.judge import Finding
from volteface.positions.level import Fit, fit, level_on
from volteface.positions.mixture import upper_tail
from volteface.positions.movement import Movement
from volteface.records import Observation

SAME_TIME = timedelta(days=92)
"""Verdicts further apart than a quarter of a year may both be right."""


def contrary_opinions(opinions: Sequence[Observation], rules: Rules) -> Finding | None:
    """Whether, within a quarter, one source says that an actor moved and another that it did not.

    Each verdict is a measurement with its noise; the probability is that at least one on either
    side is truly on that side. A source that says both is no disagreement with itself.
    ``observations`` has those of the plus side first.
    """
    best: Finding | None = None
    for start in sorted({o.when.earliest for o in opinions}):
        window = [o for o in opinions if start <= o.when.earliest <= start + SAME_TIME]
        found = _contrary(
            canonical([o for o in window if o.when.latest <= start + SAME_TIME]), rules
        )
        if found and (best is None or (found.probability or 0) > (best.probability or 0) + 1e-9):
            best = found
    return best


def _contrary(window: Sequence[Observation], rules: Rules) -> Finding | None:
    sides = [o for o in window if o.value > 0], [o for o in window if o.value < 0]
    both = {o.source for o in sides[0]} & {o.source for o in sides[1]}
    plus, minus = ([o for o in side if o.source not in both] for side in sides)
    if not plus or not minus:
        return None
    probability = _any_true(plus, rules, 1) * _any_true(minus, rules, -1)
    if probability <= rules.thresholds.probability:
        return None
    return Finding(
        outcome="disagreement",
        observations=(*plus, *minus),
        period=span([*plus, *minus]),
        probability=probability,
        start=1.0,
        end=-1.0,
        apart=(_names(plus), _names(minus)),
        against=_records(minus),
    )


def _any_true(side: Sequence[Observation], rules: Rules, sign: int) -> float:
    values = sign * np.array([o.value for o in side])
    noise = np.array([o.variance for o in side])
    spread = rules.motion.spread
    true = upper_tail(0.0, values * spread / (spread + noise), noise * spread / (spread + noise))
    read_rightly = 1 - np.array([o.doubt for o in side])
    return 1 - float(np.prod(1 - true * read_rightly))


def _names(side: Sequence[Observation]) -> str:
    return ", ".join(dict.fromkeys(o.source for o in side))


def _records(side: Sequence[Observation]) -> frozenset[str]:
    return frozenset(record for o in side for record in o.records)


@dataclass(frozen=True, slots=True)
class _Account:
    """What one source alone would have us believe."""

    source: str
    observations: tuple[Observation, ...]
    move: Movement
    fitted: Fit


def contrary_accounts(series: Sequence[Observation], rules: Rules) -> Finding | None:
    """Whether two sources, each judged alone, give opposite verdicts on the same time.

    Either one sees a shift in a time over which another sees none; or both see no shift, at
    levels that differ by more than delta.
    """
    accounts = list(_accounts(series, rules))
    found = [
        finding
        for one, other in itertools.permutations(accounts, 2)
        if (finding := _opposed(one, other, rules)) is not None
    ]
    return max(found, key=lambda f: round(f.probability or 0, 9), default=None)


def _accounts(series: Sequence[Observation], rules: Rules) -> Iterator[_Account]:
    for source in sorted({o.source for o in series}):
        own = canonical([o for o in series if o.source == source])
        if not too_few(own):
            move = rules.movement(own)
            yield _Account(source, own, move, fit(own, rules.motion))


def _opposed(one: _Account, other: _Account, rules: Rules) -> Finding | None:
    """``one`` holds; ``other`` moved meanwhile, or holds elsewhere (then counted one way only)."""
    if not holds(one.observations, one.move.moved, rules):
        return None
    period = span(one.observations)
    start, end = one.move.end, other.move.end
    if holds(other.observations, other.move.moved, rules):
        first, last = _overlap(period, span(other.observations))
        if first > last or one.source > other.source:
            return None
        chance = _apart(one, other, first + (last - first) // 2, rules)
        chance *= right(one.observations, LEAST) * right(other.observations, LEAST)
        period = (first, last)
    elif other.move.probability <= rules.thresholds.probability:
        return None
    else:
        since = other.move.since
        if not period[0] <= since[0] <= since[1] <= period[1]:
            return None
        turned = other.move.probability * both_sides(other.observations, other.move)
        chance = turned * steady(one.observations, one.move.moved, rules)
    if chance <= rules.thresholds.probability:
        return None
    return Finding(
        outcome="disagreement",
        observations=(*one.observations, *other.observations),
        period=period,
        probability=chance,
        start=start,
        end=end,
        apart=(one.source, other.source),
        against=_records(other.observations),
    )


def _overlap(one: tuple[date, date], other: tuple[date, date]) -> tuple[date, date]:
    return max(one[0], other[0]), min(one[1], other[1])


def _apart(one: _Account, other: _Account, day: date, rules: Rules) -> float:
    difference = level_on(one.fitted, day).minus(level_on(other.fitted, day))
    delta = rules.thresholds.delta
    return difference.above(delta) + 1 - difference.above(-delta)
