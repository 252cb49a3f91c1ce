"""What would change a verdict: which further statements, or whose silence.

Everything is found by judging the series with the statements added or taken away, not by a rule
of thumb.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from statistics import median

from volteface.positions.conditions import SHORTEST, Rules, holds, shifted, span, too_few
from volteface.positions.dates import canonical
from volteface.positions.judge import Finding
from volteface.positions.voices import called, leave_one_out, stands, voice
from volteface.records import DateInterval, Observation

MOST = 5
"""Statements tried on either side; more than this is said to be far off."""
CLEAR = 0.8
"""The stance of a statement that is clearly for a pole."""
NAMED = 3
"""Voices named one by one."""
APART = SHORTEST + timedelta(days=2)
"""Days between the statements tried."""


def turns(finding: Finding, series: Sequence[Observation], rules: Rules) -> str | None:
    """What would change a finding on a series in a clause; None where nothing was looked for."""
    if finding.outcome == "insufficient evidence":
        return settle(series, rules)
    if finding.outcome in ("no shift", "hedge", "passing remark"):
        return contradict(series, rules)
    return hinge(series, rules) if finding.outcome == "shift" else None


def contradict(observations: Sequence[Observation], rules: Rules) -> str:
    """How many statements at the other pole, each from a source of its own, make it a shift."""
    series = canonical(observations)
    _, last = span(series)
    contrary = -CLEAR if rules.movement(series).end > 0 else CLEAR
    noun = _noun(series)
    for more in range(1, MOST + 1):
        days = [last + APART * step for step in range(1, more + 1)]
        added = [replace(o, value=contrary) for o in _imagined(series, days, -1)]
        if _outcome((*series, *added), rules) == "a shift":
            return f"{_counted(more, noun)} after {last} for the other pole would make it a shift"
    return f"more than {MOST} further dated {noun}s for the other pole would be needed for a shift"


def hinge(observations: Sequence[Observation], rules: Rules) -> str:
    """Without which voices, each alone, a shift would not be told."""
    series = canonical(observations)
    needed = []
    for one in dict.fromkeys(voice(o) for o in series):
        rest = [o for o in series if voice(o) != one]
        if too_few(rest) or _outcome(rest, rules) != "a shift":
            needed.append(called(one, series))
    if not needed:
        return "it would stand without any one of its sources and deeds"
    shown = ", or ".join(needed[:NAMED])
    more = f", or any of {len(needed) - NAMED} more" if len(needed) > NAMED else ""
    return f"it would not stand without {shown}{more}"


def settle(observations: Sequence[Observation], rules: Rules) -> str:
    """Try statements like those at hand, in line with the latest, each from a source of its own.

    Where later statements settle nothing (the old level rests on too little), as many earlier
    ones in line with the earliest are tried too.

    Returns:
        A clause such as "2 more dated statements from other sources after 2012-06-01 in line with
        the latest would make it no shift".
    """
    series = canonical(observations)
    first, last = span(series)
    noun = _noun(series)
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


def _noun(series: Sequence[Observation]) -> str:
    return "deed" if all(o.conduct for o in series) else "statement"


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
    sure = shifted(series, move, rules) > rules.thresholds.probability
    if sure and stands(series, leave_one_out(series, rules)):
        return "a shift"
    return "no shift" if holds(series, move.moved, rules) else None
