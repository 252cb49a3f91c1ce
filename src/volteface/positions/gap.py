"""Words against deeds: whether what an actor says and what it does lie apart, and since when."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from volteface.positions.conditions import NEEDED, SHORTEST, Rules, known_span, occasions
from volteface.positions.dates import canonical, middle
from volteface.positions.doubt import right
from volteface.positions.judge import Finding
from volteface.positions.level import fit, level_on
from volteface.positions.mixture import Mixture, mixture
from volteface.records import Observation

SLIGHT = 1e-6
"""Components with less weight than this are left out of a difference of two mixtures."""


@dataclass(frozen=True, slots=True)
class _Day:
    day: date
    words: float
    deeds: float
    apart: float


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Days in a row, by their indices, and the probability that words and deeds differ on all."""

    first: int
    last: int
    probability: float


def gap(words: Sequence[Observation], deeds: Sequence[Observation], rules: Rules) -> Finding | None:
    """The longest stretch in which words and deeds surely differ by more than delta; None if none.

    Both levels are compared on every day with evidence on either; far from its own evidence a
    level is as wide as the model says, so that old words are not held against new deeds.
    ``start`` is the level of the words and ``end`` that of the deeds on the last day of the stretch
    with words; ``probability`` the least of the stretch; ``since`` is None where it reaches back to
    the first day with evidence. Needs two utterances within the stretch, four weeks apart, and two
    deeds or one dated fact.
    """
    facts = any(record.startswith("fact:") for o in deeds for record in o.records)
    if occasions(words) < NEEDED or not (facts or occasions(deeds) >= NEEDED):
        return None
    days = _compare(words, deeds, rules)
    stretches = list(_stretches(days, words, right(deeds), rules.thresholds.probability))
    if not stretches:
        return None
    found = max(stretches, key=lambda one: (days[one.last].day - days[one.first].day, one.first))
    said, done = (_within(one, days, found) for one in (words, deeds))
    done = done or list(deeds)
    spoken = max(middle(o.when) for o in said)
    then = next(day for day in days if day.day == spoken)
    return Finding(
        outcome="gap",
        observations=canonical([*said, *done]),
        period=(days[found.first].day, days[found.last].day),
        probability=found.probability,
        start=then.words,
        end=then.deeds,
        since=(days[found.first - 1].day, days[found.first].day) if found.first else None,
        against=frozenset(record for o in done for record in o.records),
        lasting=found.last == len(days) - 1,
    )


def _within(
    series: Sequence[Observation], days: Sequence[_Day], stretch: _Stretch
) -> list[Observation]:
    first, last = days[stretch.first].day, days[stretch.last].day
    return [o for o in series if first <= middle(o.when) <= last]


def _stretches(
    days: Sequence[_Day], words: Sequence[Observation], deeds_right: float, enough: float
) -> Iterator[_Stretch]:
    """Stretches sure enough even if readings may be wrong, with words of their own."""
    for outer in _runs(days, enough):
        readings = _readings(days, outer, words) * deeds_right
        if not readings:
            continue
        for run in _runs(days[: outer[1] + 1], enough / readings):
            chance = min(day.apart for day in days[run[0] : run[1] + 1])
            chance *= _readings(days, run, words) * deeds_right
            if run[0] >= outer[0] and chance > enough:
                yield _Stretch(*run, chance)


def _readings(days: Sequence[_Day], run: tuple[int, int], words: Sequence[Observation]) -> float:
    """Probability that of the words within a stretch one is read rightly.

    0 where they are fewer than two or of fewer than four weeks: too little to hold deeds against.
    """
    first, last = (days[index].day for index in run)
    inside = [o for o in words if first <= middle(o.when) <= last]
    if occasions(inside) < NEEDED or known_span(inside) < SHORTEST:
        return 0.0
    return right(inside)


def _compare(
    words: Sequence[Observation], deeds: Sequence[Observation], rules: Rules
) -> list[_Day]:
    fitted = fit(words, rules.motion), fit(deeds, rules.motion)
    days = []
    for day in sorted({middle(o.when) for o in (*words, *deeds)}):
        said, done = (_main(level_on(one, day)) for one in fitted)
        difference = said.minus(done)
        delta = rules.thresholds.delta
        apart = difference.above(delta) + 1 - difference.above(-delta)
        days.append(_Day(day, said.moments()[0], done.moments()[0], apart))
    return days


def _main(level: Mixture) -> Mixture:
    keep = level.weight > SLIGHT
    return mixture(level.weight[keep], level.mean[keep], level.variance[keep])


def _runs(days: Sequence[_Day], enough: float) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for index, day in enumerate(days):
        if day.apart > enough:
            joined = runs and runs[-1][1] == index - 1
            start = runs.pop()[0] if joined else index
            runs.append((start, index))
    return runs
