"""The verdict on one series, by rules checked in a fixed order; the first that holds is given.

1. *Insufficient evidence*: fewer than two utterances or deeds, or all at one time.
2. *Passing remark*: one source departs from what all others hold, and without it there is no shift.
3. *Shift*: the level rose or fell by more than delta, and both the old and the new level rest on
   two sources or on conduct; for the new level, on conduct that goes on.
4. *No shift*: the level did not change by more than delta over a period long enough to tell; and
   that is so even if a jump had been as likely as not beforehand, so that the answer is the
   evidence's and not the prior's.
5. *Insufficient evidence* again, where none of these is sure enough.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from volteface.case.schema import Thresholds
from volteface.positions.dates import DAYS_A_YEAR, canonical
from volteface.positions.doubt import LEAST, both_sides, right
from volteface.positions.level import fit, level_on
from volteface.positions.mixture import Mixture
from volteface.positions.movement import Movement, chance_of_move, movement
from volteface.positions.segments import Motion
from volteface.records import Form, Observation, Outcome

SHORTEST = timedelta(days=28)
"""Evidence within fewer days than this cannot show that a position holds."""
NEEDED = 2
"""Utterances for any verdict, and sources on either side of a shift."""
MANY = 30
"""Voices left out in turn; enough to find any that stands alone."""
SETTLED = 1.5
"""Observations to a level, on average, without which a record contradicts itself."""


@dataclass(frozen=True, slots=True)
class Rules:
    """How levels move and what counts as a verdict; set in the case before looking."""

    motion: Motion
    thresholds: Thresholds

    def movement(self, series: Sequence[Observation], share: float = 1.0) -> Movement:
        """The series' movement against the thresholds, or against a share of delta."""
        delta = self.thresholds.delta * share
        return movement(series, self.motion, delta, self.thresholds.probability)

    def moved(self, series: Sequence[Observation]) -> float:
        """Probability that the series moved, up or down."""
        return chance_of_move(series, self.motion, self.thresholds.delta)


@dataclass(frozen=True, slots=True)
class Finding:
    """A verdict on one series, not yet worded.

    ``observations`` carry it, most influential first. ``start`` and ``end`` are the expected
    levels, unbounded, and None where there is nothing to compare. ``apart`` names who departs
    or disagrees (for a hedge, the belief's issue). ``settle`` says what would settle
    insufficient evidence.
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
    settle: str | None = None


@dataclass(frozen=True, slots=True)
class _Without:
    """What is left when one voice is taken away, and the probability that it moved, if any is."""

    voice: str
    rest: tuple[Observation, ...]
    moved: float | None


def judge(observations: Sequence[Observation], rules: Rules) -> Finding:
    """The first rule that holds for a series of at least one observation."""
    series = canonical(observations)
    period = span(series)
    if too_few(series):
        return Finding("insufficient evidence", series, period)
    move = rules.movement(series)
    lesser = _leave_one_out(series, rules)
    carried = _by_influence(series, move, lesser)
    remark = _remark(series, move, lesser, rules)
    if remark is not None:
        known = rules.movement(next(one.rest for one in lesser if one.voice == remark))
        return Finding(
            "passing remark",
            carried,
            period,
            probability=1 - known.moved,
            start=known.start,
            end=known.end,
            apart=(_called(remark, series),),
        )
    sure = shifted(series, move)
    if sure > rules.thresholds.probability:
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
        return Finding("no shift", carried, period, held(series, move.moved), None, *ends)
    return Finding("insufficient evidence", carried, period, None, None, *ends)


def span(observations: Sequence[Observation]) -> tuple[date, date]:
    """First and last day with evidence."""
    return min(o.when.earliest for o in observations), max(o.when.latest for o in observations)


def too_few(observations: Sequence[Observation]) -> bool:
    """Whether there are fewer than two utterances, or none known to be later than another."""
    utterances = {o.records for o in observations}
    return len(utterances) < NEEDED or _known_span(observations) <= timedelta(0)


def holds(observations: Sequence[Observation], moved: float, rules: Rules) -> bool:
    """Whether the evidence is enough to say that the level did not change.

    Args:
        observations: The series.
        moved: The probability that it moved, under the case's rate of jumps.
        rules: The same is asked of a rate that makes a jump in the period as likely as not.
    """
    enough = rules.thresholds.probability
    if held(observations, moved) <= enough or _known_span(observations) < SHORTEST:
        return False
    first, last = span(observations)
    motion = rules.motion.at_even_odds((last - first).days / DAYS_A_YEAR)
    return held(observations, chance_of_move(observations, motion, rules.thresholds.delta)) > enough


def held(observations: Sequence[Observation], moved: float) -> float:
    """Probability that the level held and that enough of it was read rightly to say so."""
    return (1 - moved) * right(observations, LEAST)


def shifted(series: Sequence[Observation], move: Movement) -> float:
    """Probability of a shift that persists and is read rightly; 0 where it does not persist."""
    return move.probability * both_sides(series, move) if persists(series, move) else 0.0


def voice(observation: Observation) -> str:
    """What is taken away together: all of one source's words; each deed by itself.

    A deed is a public fact, whoever recorded it; a list of them from one archive is not one voice.
    """
    return observation.records[0] if observation.conduct else observation.source


def _called(remark: str, series: Sequence[Observation]) -> str:
    """The voice as a sentence names it: a source, or a deed by its day and record."""
    deed = next((o for o in series if o.conduct and voice(o) == remark), None)
    return remark if deed is None else f"the deed of {deed.when.latest} ({remark})"


def _known_span(observations: Sequence[Observation]) -> timedelta:
    """Time that surely lies between some first and some last observation."""
    return max(o.when.earliest for o in observations) - min(o.when.latest for o in observations)


def _leave_one_out(series: tuple[Observation, ...], rules: Rules) -> list[_Without]:
    """Each voice in turn; of very many, those farthest from what most say."""
    usual = median(o.value for o in series)
    away: dict[str, float] = {}
    for o in series:
        away[voice(o)] = max(away.get(voice(o), 0.0), abs(o.value - usual))
    results = []
    for one in sorted(away, key=lambda one: (-away[one], one))[:MANY]:
        rest = tuple(o for o in series if voice(o) != one)
        results.append(_Without(one, rest, None if too_few(rest) else rules.moved(rest)))
    return results


def _by_influence(
    series: tuple[Observation, ...], move: Movement, lesser: Sequence[_Without]
) -> tuple[Observation, ...]:
    """Those first without whom the probability of a change would differ most."""
    weight = {
        one.voice: 1.0 if one.moved is None else abs(one.moved - move.moved) for one in lesser
    }
    return tuple(sorted(series, key=lambda o: -round(weight.get(voice(o), 0.0), 9)))


def _remark(
    series: tuple[Observation, ...], move: Movement, lesser: Sequence[_Without], rules: Rules
) -> str | None:
    """The one voice that departs from a level which, without it, holds."""
    if holds(series, move.moved, rules):
        return None
    decisive = [
        one
        for one in lesser
        if one.moved is not None
        and holds(one.rest, one.moved, rules)
        and _departs(one.voice, series, one.rest, rules)
    ]
    return decisive[0].voice if len(decisive) == 1 else None


def _departs(
    who: str, series: tuple[Observation, ...], rest: tuple[Observation, ...], rules: Rules
) -> bool:
    """Whether a voice surely differs from the others after they had taken their position.

    The voice that speaks first departs from nothing; and conduct that lasts is no remark.
    """
    theirs = [o for o in series if voice(o) == who]
    if max(o.when.latest for o in theirs) < min(o.when.earliest for o in rest):
        return False
    if all(o.conduct for o in theirs) and _known_span(theirs) >= SHORTEST:
        return False
    fitted = fit(rest, rules.motion)
    delta, enough = rules.thresholds.delta, rules.thresholds.probability
    for own in theirs:
        level = level_on(fitted, own.when.earliest)
        apart = Mixture(level.weight, own.value - level.mean, level.variance + own.variance)
        if max(apart.above(delta), 1 - apart.above(-delta)) > enough:
            return True
    return False


def persists(series: Sequence[Observation], move: Movement) -> bool:
    """Whether old and new level each rest on two sources or on conduct, in a record that settles.

    One deed shows where an actor stood; that it has moved takes a second, or one that lasts.
    Where nearly every observation needs a level of its own, the record contradicts itself.
    """
    if len(series) < SETTLED * move.segments:
        return False
    before, after = ([series[index] for index in side] for side in (move.before, move.after))
    old = _sources(before) >= NEEDED or any(o.conduct for o in before)
    return old and (_sources(after) >= NEEDED or _lasting([o for o in after if o.conduct]))


def _sources(observations: Sequence[Observation]) -> int:
    return len({o.source for o in observations})


def _lasting(deeds: Sequence[Observation]) -> bool:
    """Whether conduct went on: in a second deed, or in one that took its time."""
    return len({o.records for o in deeds}) >= NEEDED or (
        len(deeds) > 0 and _known_span(deeds) >= SHORTEST
    )
