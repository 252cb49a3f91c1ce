"""Words against deeds: whether what an actor says and what it does lie apart, and since when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from volteface.positions.conditions import NEEDED, Rules
from volteface.positions.dates import canonical, middle
from volteface.positions.doubt import LEAST, right
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


def gap(words: Sequence[Observation], deeds: Sequence[Observation], rules: Rules) -> Finding | None:
    """The longest stretch in which words and deeds surely differ by more than delta; None if none.

    Both levels are compared on every day with evidence on either; far from its own evidence a
    level is as wide as the model says, so that old words are not held against new deeds.
    ``start`` is the level of the words and ``end`` that of the deeds on the stretch's last day;
    ``probability`` the least of the stretch; ``since`` is None where it reaches back to the first
    day with evidence. Needs two utterances, and two deeds or one dated fact.
    """
    facts = any(record.startswith("fact:") for o in deeds for record in o.records)
    if len({o.records for o in words}) < NEEDED or not (
        facts or len({o.records for o in deeds}) >= NEEDED
    ):
        return None
    days = _compare(words, deeds, rules)
    readings = right(words, LEAST) * right(deeds)
    runs = _runs(days, rules.thresholds.probability / readings) if readings else []
    if not runs:
        return None
    first, last = max(runs, key=lambda run: (days[run[1]].day - days[run[0]].day, run))
    return Finding(
        outcome="gap",
        observations=canonical([*words, *deeds]),
        period=(days[first].day, days[last].day),
        probability=readings * min(day.apart for day in days[first : last + 1]),
        start=days[last].words,
        end=days[last].deeds,
        since=(days[first - 1].day, days[first].day) if first else None,
    )


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
