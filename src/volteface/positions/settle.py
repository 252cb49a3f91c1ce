"""What would settle insufficient evidence: how many more statements, of which kind, after when."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from statistics import median

from volteface.positions.dates import canonical
from volteface.positions.judge import SHORTEST, Rules, holds, persists, span, too_few
from volteface.positions.movement import movement
from volteface.records import DateInterval, Observation

MOST = 5
"""Statements tried; more than this is said to be far off."""
APART = SHORTEST + timedelta(days=2)
"""Days between the statements tried."""


def settle(observations: Sequence[Observation], rules: Rules) -> str:
    """Try statements like those at hand, in line with the latest, each from a source of its own.

    The answer is found by judging the series with them, not by a rule of thumb.

    Returns:
        The end of a sentence, such as "2 more dated statements from other sources after
        2012-06-01 in line with the latest would make it no shift".
    """
    series = canonical(observations)
    last = span(series)[1]
    noun = "deed" if all(o.conduct for o in series) else "statement"
    for more in range(1, MOST + 1):
        outcome = _outcome((*series, *_imagined(series, more, last)), rules)
        if outcome is not None:
            counted = f"one more dated {noun} from another source"
            if more > 1:
                counted = f"{more} more dated {noun}s from other sources"
            return f"{counted} after {last} in line with the latest would make it {outcome}"
    return f"more than {MOST} further dated {noun}s from other sources would be needed"


def _imagined(series: Sequence[Observation], more: int, last: date) -> list[Observation]:
    latest = max(series, key=lambda o: (o.when.latest, -o.variance))
    days = [last + APART * step for step in range(1, more + 1)]
    return [
        replace(
            latest,
            records=(f"imagined {day}",),
            when=DateInterval(day, day, "day", "imagined"),
            variance=median(o.variance for o in series),
            source=f"imagined {day}",
        )
        for day in days
    ]


def _outcome(observations: Sequence[Observation], rules: Rules) -> str | None:
    series = canonical(observations)
    if too_few(series):
        return None
    move = movement(series, rules.motion, rules.thresholds.delta)
    if move.probability > rules.thresholds.probability and persists(series, move):
        return "a shift"
    return "no shift" if holds(series, move, rules) else None
