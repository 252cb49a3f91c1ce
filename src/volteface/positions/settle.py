"""What would settle insufficient evidence: how many more statements, of which kind, after when."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from statistics import median

from volteface.positions.conditions import SHORTEST, Rules, holds, shifted, span
from volteface.positions.dates import canonical
from volteface.records import DateInterval, Observation

MOST = 5
"""Statements tried on either side; more than this is said to be far off."""
APART = SHORTEST + timedelta(days=2)
"""Days between the statements tried."""


def settle(observations: Sequence[Observation], rules: Rules) -> str:
    """Try statements like those at hand, in line with the latest, each from a source of its own.

    Where later statements settle nothing (the old level rests on too little), as many earlier
    ones in line with the earliest are tried too. The answer is found by judging the series with
    them, not by a rule of thumb.

    Returns:
        A clause such as "2 more dated statements from other sources after 2012-06-01 in line with
        the latest would make it no shift".
    """
    series = canonical(observations)
    first, last = span(series)
    noun = "deed" if all(o.conduct for o in series) else "statement"
    for earlier in (False, True):
        for more in range(1, MOST + 1):
            imagined = _imagined(series, [last + APART * step for step in range(1, more + 1)], -1)
            if earlier:
                before = [first - APART * step for step in range(1, more + 1)]
                imagined += _imagined(series, before, 0)
            outcome = _outcome((*series, *imagined), rules)
            if outcome is not None:
                counted = _counted(more, noun)
                also = (
                    f", and {counted} before {first} in line with the earliest," if earlier else ""
                )
                return (
                    f"{counted} after {last} in line with the latest{also} would make it {outcome}"
                )
    return f"more than {MOST} further dated {noun}s from other sources would be needed"


def _counted(more: int, noun: str) -> str:
    if more == 1:
        return f"one more dated {noun} from another source"
    return f"{more} more dated {noun}s from other sources"


def _imagined(series: Sequence[Observation], days: Sequence[date], like: int) -> list[Observation]:
    model = sorted(series, key=lambda o: (o.when.latest, o.when.earliest))[like]
    return [
        replace(
            model,
            records=(f"imagined {day}",),
            when=DateInterval(day, day, "day", "imagined"),
            variance=median(o.variance for o in series),
            source=f"imagined {day}",
            doubt=median(o.doubt for o in series),
        )
        for day in days
    ]


def _outcome(observations: Sequence[Observation], rules: Rules) -> str | None:
    series = canonical(observations)
    move = rules.movement(series)
    if shifted(series, move, rules) > rules.thresholds.probability:
        return "a shift"
    return "no shift" if holds(series, move.moved, rules) else None
