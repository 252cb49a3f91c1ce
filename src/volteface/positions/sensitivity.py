"""How a verdict hangs on what was chosen: the thresholds, the weights, and each voice."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from volteface.positions.conditions import Rules, too_few
from volteface.positions.dates import LONGEST, canonical, middle
from volteface.positions.judge import judge
from volteface.positions.level import fit, level_on
from volteface.positions.voices import called, voice
from volteface.records import Observation, Outcome

DELTAS = (0.2, 0.3, 0.4, 0.5, 0.6)
PROBABILITIES = (0.8, 0.85, 0.9, 0.95, 0.99)
FACTORS = (0.5, 0.71, 1.0, 1.41, 2.0)
"""On the standard deviation of all noise: 2 trusts every statement a quarter as much."""
SHOWN = 12
"""Voices that are left out in turn."""

Choice: TypeAlias = Literal["delta", "probability", "noise"]


@dataclass(frozen=True, slots=True)
class Cell:
    """The verdict had one choice been another; ``chosen`` marks the one that the case made."""

    choice: Choice
    value: float
    outcome: Outcome
    chosen: bool


@dataclass(frozen=True, slots=True)
class LeftOut:
    """The verdict without one voice: all words of one source, or one deed; None if too little."""

    voice: str
    observations: int
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Weight:
    """What one observation's weight did.

    Attributes:
        observation: The observation.
        share: Its part of the precision of all in the series, in [0, 1].
        pull: The expected level on its day, less what it would be without it, in stance units.
    """

    observation: Observation
    share: float
    pull: float


def strip(observations: Sequence[Observation], rules: Rules) -> tuple[Cell, ...]:
    """The verdict over a range of thresholds and of trust in the statements, one at a time.

    The case's own choice stands among them, whatever it is.
    """
    series = canonical(observations)
    limits = rules.thresholds
    cells = []
    for delta in _with(DELTAS, limits.delta):
        other = replace(rules, thresholds=limits.model_copy(update={"delta": delta}))
        cells.append(Cell("delta", delta, judge(series, other).outcome, delta == limits.delta))
    for sure in _with(PROBABILITIES, limits.probability):
        other = replace(rules, thresholds=limits.model_copy(update={"probability": sure}))
        chosen = sure == limits.probability
        cells.append(Cell("probability", sure, judge(series, other).outcome, chosen))
    for factor in FACTORS:
        noisy = [replace(o, variance=o.variance * factor**2) for o in series]
        cells.append(Cell("noise", factor, judge(noisy, rules).outcome, factor == 1.0))
    return tuple(cells)


def without_each(observations: Sequence[Observation], rules: Rules) -> tuple[LeftOut, ...]:
    """The verdict without each voice in turn; of very many, those with most observations."""
    series = canonical(observations)
    sizes: dict[str, int] = {}
    for one in series:
        sizes[voice(one)] = sizes.get(voice(one), 0) + 1
    most = sorted(sizes, key=lambda who: (-sizes[who], who))[:SHOWN]
    return tuple(_without(series, who, sizes[who], rules) for who in most)


def _without(series: Sequence[Observation], who: str, size: int, rules: Rules) -> LeftOut:
    rest = [o for o in series if voice(o) != who]
    outcome: Outcome = "insufficient evidence"
    if rest and not too_few(rest):
        outcome = judge(rest, rules).outcome
    return LeftOut(called(who, series), size, outcome)


def weights(observations: Sequence[Observation], rules: Rules) -> tuple[Weight, ...]:
    """What each observation's weight did, in order of time.

    In a long series only shares are given, and pulls are 0: no one observation moves it.
    """
    series = canonical(observations)
    total = sum(1 / o.variance for o in series)
    pulls = _pulls(series, rules) if 1 < len(series) <= LONGEST else (0.0 for _ in series)
    return tuple(
        Weight(one, 1 / one.variance / total, pull) for one, pull in zip(series, pulls, strict=True)
    )


def _pulls(series: Sequence[Observation], rules: Rules) -> Iterator[float]:
    whole = fit(series, rules.motion)
    for place, one in enumerate(series):
        day = middle(one.when)
        rest = fit([*series[:place], *series[place + 1 :]], rules.motion)
        yield level_on(whole, day).moments()[0] - level_on(rest, day).moments()[0]


def _with(values: Sequence[float], own: float) -> list[float]:
    return sorted({*values, own})
