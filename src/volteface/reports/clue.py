"""What a mention says about the day of publication, and what several of them say together.

A clue is a set of days that it allows and a weight: by how many nats (natural logarithms of odds)
a day outside is less likely than one inside. A weight of 3 says that one mention in twenty of the
kind misleads. The days that remain are those within :data:`TOLERANCE` of the likeliest. Clues that
agree narrow the result, one against several others is outvoted, and two that contradict each other
with like weights leave both sides standing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from typing import TypeAlias

Days: TypeAlias = tuple[tuple[date, date], ...]
"""Closed intervals of days; they may overlap."""

CERTAIN = 5.0
"""What only a slip of the pen can break."""
LIKELY = 3.5
"""What a careful writer keeps to."""
HABIT = 2.4
"""What is usual in reporting."""
TOLERANCE = 2.3
"""Ten times less likely than the likeliest day: no longer believed."""
_ROUNDING = 1e-9
MOST_MENTIONS = 300
"""Mentions of one kind that are looked at: more than any article has."""


@dataclass(frozen=True, slots=True)
class Clue:
    """Days of publication that a mention allows; ``words`` are the mention, as a reader is told.

    Clues with the same ``source`` rest on one thing said, and the one that weighs most counts for
    each set of days. ``at`` is the mention's offset.
    """

    days: Days
    words: str
    weight: float
    source: str = ""
    at: int = 0

    def allows(self, day: date) -> bool:
        """Whether the report can be from that day, as far as this mention goes."""
        return any(first <= day <= last for first, last in self.days)


def not_before(day: date) -> Days:
    """The day and every later one."""
    return ((day, date.max),)


def not_after(day: date) -> Days:
    """The day and every earlier one."""
    return ((date.min, day),)


def shifted(day: date, days: int) -> date:
    """So many days later, and the calendar's first or last day where it ends before."""
    try:
        return day + timedelta(days)
    except OverflowError:
        return date.max if days > 0 else date.min


@dataclass(frozen=True, slots=True)
class Verdict:
    """The days that the clues leave, first and last, and the clue that draws each side.

    A side is None where the domain and no clue draws it. ``against`` are the clues that every one
    of these days contradicts.
    """

    earliest: date
    latest: date
    lower: Clue | None
    upper: Clue | None
    against: tuple[Clue, ...]


def weighed(clues: Iterable[Clue], domain: tuple[date, date], likely: tuple[date, date]) -> Verdict:
    """The days of the domain that the clues together leave.

    Args:
        clues: In any order.
        domain: First and last day that the report can be from at all.
        likely: Days that it is from where the clues leave some of them: of what comes every year,
            the years that matter.
    """
    counted = _distinct(clues)
    costs = _costs(counted, domain)
    limit = min(cost for _, cost in costs) + TOLERANCE + _ROUNDING
    left = _joined([piece for piece, cost in costs if cost <= limit])
    left = [one for one in left if one[0] <= likely[1] and likely[0] <= one[1]] or left
    earliest, latest = left[0][0], left[-1][1]
    return Verdict(
        earliest,
        latest,
        _drawing(counted, earliest, shifted(earliest, -1)) if earliest > domain[0] else None,
        _drawing(counted, latest, shifted(latest, 1)) if latest < domain[1] else None,
        tuple(clue for clue in counted if not _touches(clue, left)),
    )


def _joined(pieces: Iterable[tuple[date, date]]) -> list[tuple[date, date]]:
    """Pieces in order, those that touch or overlap made one."""
    joined: list[tuple[date, date]] = []
    for first, last in pieces:
        if joined and joined[-1][1] >= shifted(first, -1):
            joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
        else:
            joined.append((first, last))
    return joined


def _distinct(clues: Iterable[Clue]) -> list[Clue]:
    """One clue for each thing said and set of days: that of most weight."""
    best: dict[tuple[str, Days], Clue] = {}
    for clue in clues:
        key = (clue.source or clue.words, clue.days)
        if key not in best or best[key].weight < clue.weight:
            best[key] = clue
    return list(best.values())


def _costs(
    clues: Sequence[Clue], domain: tuple[date, date]
) -> list[tuple[tuple[date, date], float]]:
    """The domain in pieces that no clue cuts, each with the weight of what it contradicts."""
    change = {domain[0]: sum(clue.weight for clue in clues)}
    for clue in clues:
        for first, last in _joined(sorted(clue.days)):
            begins, ends = max(first, domain[0]), min(last, domain[1])
            if begins <= ends:
                change[begins] = change.get(begins, 0.0) - clue.weight
                if ends < domain[1]:
                    after = shifted(ends, 1)
                    change[after] = change.get(after, 0.0) + clue.weight
    cuts = sorted(change)
    ends_of = [*(shifted(day, -1) for day in cuts[1:]), domain[1]]
    costs = accumulate(change[day] for day in cuts)
    return list(zip(zip(cuts, ends_of, strict=True), costs, strict=True))


def _touches(clue: Clue, left: Sequence[tuple[date, date]]) -> bool:
    return any(a <= last and first <= b for a, b in clue.days for first, last in left)


def _drawing(clues: Sequence[Clue], inside: date, outside: date) -> Clue | None:
    """The weightiest clue that allows the outermost day and not the next beyond."""
    drawing = [c for c in clues if not c.allows(outside)]
    return max(drawing, key=lambda c: (c.allows(inside), c.weight), default=None)
