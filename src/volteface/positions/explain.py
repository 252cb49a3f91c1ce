"""Why a verdict is what it is: what carries it, what it hangs on, what would change it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from volteface.case.schema import Case
from volteface.positions.channels import Key
from volteface.positions.conditions import Rules
from volteface.positions.moved_by import Event, events_near
from volteface.positions.observations import Measured
from volteface.positions.reliability import Factor, groups_of
from volteface.positions.segments import Motion
from volteface.positions.sensitivity import Cell, LeftOut, Weight, strip, weights, without_each
from volteface.records import Channel, Observation, Statement, Verdict


@dataclass(frozen=True, slots=True)
class Explanation:
    """What stands behind one verdict.

    Attributes:
        verdict: The verdict.
        weights: What each observation's weight did; of a gap, the words' and then the deeds'.
        without: The verdict without each voice; empty where it is not on one series.
        strip: The verdict over a range of thresholds and weights; empty where it is not on one.
        events: Dated facts near a shift, by timing and mention.
        factors: What agreement has taught of the kinds, sources and readings behind it.
        learned_from: Statements that could be learned from; too few, if nothing was learned.
    """

    verdict: Verdict
    weights: tuple[Weight, ...]
    without: tuple[LeftOut, ...] = ()
    strip: tuple[Cell, ...] = ()
    events: tuple[Event, ...] = ()
    factors: tuple[Factor, ...] = ()
    learned_from: int = 0


def explain(
    verdict: Verdict, measured: Measured, case: Case, statements: Mapping[str, Statement]
) -> Explanation:
    """Look behind a verdict.

    A gap and a disagreement stand beside the verdict of a series and have no strip of their own.

    Args:
        verdict: One of those reached on ``measured``.
        measured: The observations.
        case: Thresholds, dynamics and dated facts, as when it was reached.
        statements: The ledger's statements, by id.
    """
    rules = Rules(Motion.of(case.settings.dynamics), case.settings.thresholds)
    series = series_of(verdict, measured)
    if verdict.verdict in ("gap", "disagreement"):
        both = tuple(weight for one in series for weight in weights(one, rules))
        return Explanation(
            verdict,
            both,
            factors=_factors(measured, statements, series),
            learned_from=measured.reliability.statements,
        )
    (one,) = series
    events: tuple[Event, ...] = ()
    if verdict.verdict == "shift":
        events = events_near(one, verdict.actor, case, statements.values(), rules.motion)
    return Explanation(
        verdict=verdict,
        weights=weights(one, rules),
        without=without_each(one, rules),
        strip=strip(one, rules),
        events=events,
        factors=_factors(measured, statements, series),
        learned_from=measured.reliability.statements,
    )


def _factors(
    measured: Measured,
    statements: Mapping[str, Statement],
    series: Sequence[Sequence[Observation]],
) -> tuple[Factor, ...]:
    """Those of the groups that the observations belong to."""
    own = {
        (group, name)
        for held in series
        for one in held
        for group, name in (groups_of(one, statements) or {}).items()
    }
    return tuple(one for one in measured.reliability.factors if (one.group, one.name) in own)


def series_of(verdict: Verdict, measured: Measured) -> list[tuple[Observation, ...]]:
    """The observations that a verdict is on: one series, or of a gap the words and the deeds.

    Only those among the verdict's statements, so that it is looked at over the period that it was
    asked of. Verdicts on who moved have no series but the opinions themselves.
    """
    carried = set(verdict.statements)
    both: tuple[Channel, ...] = ("stated", "revealed")
    found = []
    for channel in both if verdict.channel == "stated-revealed" else (verdict.channel,):
        key = Key(verdict.actor, verdict.issue, channel)
        held = measured.series.get(key) or measured.opinions.get(key) or ()
        found.append(tuple(o for o in held if carried.issuperset(o.records)))
    return [one for one in found if one]
