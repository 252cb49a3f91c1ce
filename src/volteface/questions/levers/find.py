"""Find levers: singles, then pairs, then what does nothing."""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import combinations
from typing import Any, TypeAlias

import numpy as np

from volteface.conflict.arrays import Reals
from volteface.conflict.ensemble import Progress
from volteface.conflict.measures import Measure
from volteface.errors import UsageError
from volteface.questions.conditioning.worlds import Worlds
from volteface.questions.levers.answer import Found, Levers, Short
from volteface.questions.levers.candidates import Lever, all_levers
from volteface.questions.levers.search import cross

_MONTHS = 24
SCREENED, SEARCHED = 128, 1024
"""Worlds in which every lever is tried at its most, and in which the best are searched, for up to
two years from the first month; fewer for longer, so that the time stays the same."""
_LEAST_SCREENED, _LEAST_SEARCHED = 48, 384
_BEST = 16
_PAIRED = 8
_SHOWN_PAIRS = 6
_NINETY = 1.6448536269514722


@dataclass(frozen=True)
class _Target:
    """The measure over worlds, under what is done."""

    worlds: Worlds
    measure: Measure
    month: int
    threshold: float
    sign: int

    def values(self, pulled: Sequence[tuple[Lever, float]], worlds: Worlds | None = None) -> Reals:
        events = [lever.event(size) for lever, size in pulled]
        found: Reals = (worlds or self.worlds).read([(self.measure, self.month)], events)[0]
        return found

    def passed(self, values: Reals) -> bool:
        return bool(self.sign * (values.mean() - self.threshold) >= 0)


def find_levers(
    worlds: Worlds,
    measure: Measure,
    month: int,
    threshold: float,
    first: int,
    *,
    workers: int = 1,
    progress: Progress | None = None,
) -> Levers:
    """The smallest interventions that bring the mean of a measure past a threshold.

    Args:
        worlds: Of the priors or held to a record.
        measure: The target; a yes-or-no for a probability.
        month: When it is measured.
        threshold: Which side of it the target is on now decides the direction.
        first: The month from which levers are pulled, after those of the record.
        workers: Threads.
        progress: Told of the levers tried.

    Raises:
        UsageError: levers are pulled before the record ends or after the measure.
    """
    worlds.check_month(first, f"from {worlds.conflict.first_day(first):%Y-%m}")
    if month < first:
        raise UsageError("the target is measured before anything is done: choose a later --by")
    share = min(1.0, _MONTHS / (month - worlds.month))
    few = worlds.first(max(_LEAST_SCREENED, int(SCREENED * share)))
    worlds = worlds.first(max(_LEAST_SEARCHED, int(SEARCHED * share)))
    before = worlds.read([(measure, month)])[0]
    sign = 1 if before.mean() < threshold else -1
    target = _Target(worlds, measure, month, threshold, sign)
    last = worlds.conflict.months - 1
    levers = all_levers(worlds.conflict, first, last, without=(measure.channel.name,))
    with ThreadPoolExecutor(workers) as pool:
        changed, idle = _screen(target, (levers, few), pool.map, progress)
        best = list(changed[:_BEST])
        full = list(pool.map(lambda lever: target.values([(lever, lever.most)]), best))
        singles = [
            found
            for found in pool.map(
                lambda pair: _single(target, pair[0], before, pair[1]),
                zip(best, full, strict=True),
            )
            if found is not None
        ]
        singles.sort(key=lambda one: one.size)
        pairs = _pairs(target, best, before, singles, pool.map)
    short = [
        Short(lever.says(lever.most), float(values.mean()), worlds.error(values))
        for lever, values in zip(best, full, strict=True)
        if not target.passed(values)
    ]
    names = {lever.quantity.name for lever in levers}
    return Levers(
        measure.text,
        threshold,
        sign,
        float(before.mean()),
        worlds.error(before),
        len(worlds),
        len(few),
        len(names),
        tuple(singles),
        tuple(pairs),
        tuple(short),
        tuple(sorted(idle)),
    )


_Map: TypeAlias = Callable[..., Iterable[Any]]


def _screen(
    target: _Target,
    tried: tuple[Sequence[Lever], Worlds],
    over: _Map,
    progress: Progress | None,
) -> tuple[list[Lever], set[str]]:
    """Levers that move the target the right way, those that do most first; and what is idle."""
    levers, few = tried
    before = target.values([], few)
    gains: list[tuple[float, Lever]] = []
    busy: set[str] = set()
    results = over(lambda lever: target.values([(lever, lever.most)], few), levers)
    for done, (lever, values) in enumerate(zip(levers, results, strict=True), 1):
        if not np.array_equal(values, before):
            busy.add(lever.quantity.name)
        gain = target.sign * float(values.mean() - before.mean())
        if gain > 0:
            gains.append((gain, lever))
        if progress is not None:
            progress(done, len(levers))
    gains.sort(key=lambda one: (-one[0], one[1].quantity.name, one[1].ends))
    idle = {lever.quantity.name for lever in levers} - busy
    return [lever for _, lever in gains], idle


def _single(target: _Target, lever: Lever, before: Reals, at_most: Reals) -> Found | None:
    error = target.worlds.error
    if lever.discrete:
        if not target.passed(at_most):
            return None
        size = _steps(target, lever) if lever.kind == "step" else 1.0
        mean = float(at_most.mean())
        return Found((lever.says(1.0),), size, (size, size), mean, error(at_most), monotone=True)
    found = cross(
        lambda size: target.values([(lever, size)]),
        lever.most,
        target.threshold,
        target.sign,
        before=before,
        at_most=at_most,
        error=error,
    )
    if found is None:
        return None
    mean = float(found.values.mean())
    said = (lever.says(found.size),)
    return Found(said, found.size, found.interval, mean, error(found.values), found.monotone)


def _steps(target: _Target, lever: Lever) -> float:
    """How much of the ladder a patron is moved, from where it stands in the middle world."""
    conflict = target.worlds.conflict
    patrons = [f"{patron.id}.support" for patron in conflict.file.patrons]
    level = target.worlds.state.level[:, patrons.index(lever.quantity.name)]
    top = len(lever.quantity.levels) - 1
    return max(1.0, abs(lever.ends[1] - float(np.median(level)))) / top


def _pairs(
    target: _Target,
    best: Sequence[Lever],
    before: Reals,
    singles: Sequence[Found],
    over: _Map,
) -> list[Found]:
    """Two levers pulled alike that together take less than the least single one."""
    least = singles[0].size if singles else None
    distinct: dict[str, Lever] = {}
    for lever in best:
        if not lever.discrete:
            distinct.setdefault(lever.quantity.name, lever)
    several = list(combinations(list(distinct.values())[:_PAIRED], 2))

    def most(pair: tuple[Lever, Lever]) -> float:
        top = min(pair[0].most, pair[1].most)
        return top if least is None else min(top, least / 2)

    def tried(pair: tuple[Lever, Lever]) -> Found | None:
        size = most(pair)
        at_most = target.values([(lever, size) for lever in pair])
        if not target.passed(at_most):
            return None
        found = cross(
            lambda part: target.values([(lever, part) for lever in pair]),
            size,
            target.threshold,
            target.sign,
            before=before,
            at_most=at_most,
            error=target.worlds.error,
        )
        assert found is not None, "the most of it passed"
        return Found(
            tuple(lever.says(found.size) for lever in pair),
            2 * found.size,
            (2 * found.interval[0], 2 * found.interval[1]),
            float(found.values.mean()),
            target.worlds.error(found.values),
            found.monotone,
        )

    pairs = [found for found in over(tried, several) if found is not None]
    return sorted(pairs, key=lambda one: one.size)[:_SHOWN_PAIRS]
