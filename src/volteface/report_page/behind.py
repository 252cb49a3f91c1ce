"""What stands behind an answer, for the page: weights, voices, other choices, events near."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from volteface.positions.explain import Explanation
from volteface.positions.sensitivity import Cell, Choice, Weight
from volteface.report_page.names import FACT

CHOICES: Mapping[Choice, str] = {
    "delta": "smallest change that counts",
    "probability": "how sure it must be",
    "noise": "noise of all statements, times",
}
"""What a strip varies, in words."""
MOST = 12
"""Observations whose weight is shown, those first that pull most."""


@dataclass(frozen=True, slots=True)
class Strip:
    """A verdict under one choice: ``cells`` are value, verdict, and whether the case chose it."""

    choice: str
    cells: tuple[tuple[str, str, bool], ...]


@dataclass(frozen=True, slots=True)
class Weighed:
    """What one observation did: its share of the precision of all, and how far it pulls its day.

    ``earliest`` and ``latest`` are the days on which it can have been made; ``deviation`` is the
    standard deviation of its noise, in stance units.
    """

    records: tuple[str, ...]
    earliest: date
    latest: date
    value: float
    deviation: float
    share: float
    pull: float


@dataclass(frozen=True, slots=True)
class Near:
    """A dated fact near a shift, how well it fits in time, and how many statements speak of it."""

    record: str
    timing: float
    mentions: int


@dataclass(frozen=True, slots=True)
class Behind:
    """Everything behind one answer.

    ``lesser`` counts the observations that are not shown. ``without`` are voice, observations and
    verdict, of those voices only without which it would be another; ``voices`` says how many were
    left out in turn. ``learned`` are label, factor and 90 % interval.
    """

    weights: tuple[Weighed, ...]
    lesser: int
    voices: int
    without: tuple[tuple[str, int, str], ...]
    strips: tuple[Strip, ...]
    learned: tuple[tuple[str, float, float, float], ...]
    near: tuple[Near, ...]


def behind(found: Explanation) -> Behind:
    """An explanation as the page shows it."""
    order = sorted(found.weights, key=lambda weight: (-abs(weight.pull), -weight.share))
    return Behind(
        weights=tuple(map(_weighed, order[:MOST])),
        lesser=max(0, len(order) - MOST),
        voices=len(found.without),
        without=tuple(_decisive(found)),
        strips=tuple(_strips(found.strip)),
        learned=tuple(
            (f"{one.group} {one.name}", one.factor, one.low90, one.high90) for one in found.factors
        ),
        near=tuple(
            Near(FACT + event.fact, event.timing, len(event.mentions)) for event in found.events
        ),
    )


def _weighed(weight: Weight) -> Weighed:
    one = weight.observation
    return Weighed(
        one.records,
        one.when.earliest,
        one.when.latest,
        one.value,
        one.variance**0.5,
        weight.share,
        weight.pull,
    )


def _decisive(found: Explanation) -> Iterator[tuple[str, int, str]]:
    for one in found.without:
        if one.outcome != found.verdict.verdict:
            yield one.voice, one.observations, one.outcome


def _strips(cells: Sequence[Cell]) -> Iterator[Strip]:
    for choice, row in groupby(cells, key=lambda cell: cell.choice):
        told = tuple((f"{cell.value:g}", cell.outcome, cell.chosen) for cell in row)
        yield Strip(CHOICES[choice], told)
