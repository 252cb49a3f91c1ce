"""The verdict on one series, by rules checked in a fixed order; the first that holds is given.

1. *Insufficient evidence*: fewer than two utterances or deeds, or all at one time.
2. *Passing remark*: one source departs from what all others hold, and without it there is no shift.
3. *Shift*: the level rose or fell by more than delta, and both the old and the new level rest on
   two sources or on conduct; for the new level, on conduct that goes on. It must not hang on the
   words of one source.
4. *No shift*: the level did not change by more than delta, on three occasions at least and over a
   period long enough to tell; and that is so even if a jump had been as likely as not beforehand,
   so that the answer is the evidence's and not the prior's.
5. *Insufficient evidence* again, where none of these is sure enough.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from volteface.positions.conditions import Rules, holds, shifted, span, steady, too_few
from volteface.positions.dates import canonical
from volteface.positions.voices import by_influence, called, leave_one_out, remark, stands
from volteface.records import Form, Observation, Outcome


@dataclass(frozen=True, slots=True)
class Finding:
    """A verdict on one series, not yet worded.

    ``observations`` carry it, most influential first. ``start`` and ``end`` are the expected
    levels, unbounded, and None where there is nothing to compare. ``apart`` names who departs
    or disagrees (for a hedge, what it is found from); ``acts`` are ids of the events that a hedge
    is found from; ``against`` are the records of the other side
    (of a disagreement the second account, of a gap the deeds); ``lasting`` says of a gap whether it
    goes on to the last day with evidence. ``turns`` says what would settle
    insufficient evidence or change another verdict.
    """

    outcome: Outcome
    observations: tuple[Observation, ...]
    period: tuple[date, date]
    probability: float | None = None
    form: Form | None = None
    start: float | None = None
    end: float | None = None
    since: tuple[date, date] | None = None
    apart: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    against: frozenset[str] = frozenset()
    lasting: bool = False
    turns: str | None = None


def judge(observations: Sequence[Observation], rules: Rules) -> Finding:
    """The first rule that holds for a series of at least one observation."""
    series = canonical(observations)
    period = span(series)
    if too_few(series):
        return Finding("insufficient evidence", series, period)
    move = rules.movement(series)
    lesser = leave_one_out(series, rules)
    carried = by_influence(series, move, lesser)
    departs = remark(series, move, lesser, rules)
    if departs is not None:
        known = rules.movement(departs.rest)
        return Finding(
            "passing remark",
            carried,
            period,
            probability=steady(departs.rest, known.moved, rules),
            start=known.start,
            end=known.end,
            apart=(called(departs.voice, series),),
        )
    sure = shifted(series, move, rules)
    if sure > rules.thresholds.probability and stands(series, lesser):
        return Finding(
            "shift",
            carried,
            period,
            probability=sure,
            form=move.form,
            start=move.start,
            end=move.end,
            since=move.since,
        )
    ends = move.start, move.end
    if holds(series, move.moved, rules):
        return Finding("no shift", carried, period, steady(series, move.moved, rules), None, *ends)
    return Finding("insufficient evidence", carried, period, None, None, *ends)
