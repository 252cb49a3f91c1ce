"""What evidence must be like for a verdict: enough of it, over enough time, from enough sources."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from volteface.case.schema import Thresholds
from volteface.positions.dates import DAYS_A_YEAR
from volteface.positions.doubt import LEAST, both_sides, misread, right
from volteface.positions.movement import Movement, chance_of_move, movement
from volteface.positions.segments import Motion
from volteface.records import Observation

SHORTEST = timedelta(days=28)
"""Evidence within fewer days than this cannot show that a position holds."""
NEEDED = 2
"""Utterances for any verdict, and sources on either side of a shift."""
TELLING = 3
"""Utterances or deeds without which no position can be said to hold."""
SETTLED = 1.5
"""Observations to a level, on average, without which a record contradicts itself."""
SHARED = 0.5
"""Part of the noise that observations of one wording share: they are coded alike."""
SOUND = 0.8
"""How probable it must be that two of the readings are right, for a level to be said to hold."""


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


def span(observations: Sequence[Observation]) -> tuple[date, date]:
    """First and last day with evidence."""
    return min(o.when.earliest for o in observations), max(o.when.latest for o in observations)


def known_span(observations: Sequence[Observation]) -> timedelta:
    """Time that surely lies between some first and some last observation."""
    return max(o.when.earliest for o in observations) - min(o.when.latest for o in observations)


def occasions(observations: Sequence[Observation]) -> int:
    """How many utterances and deeds there are; the two ends of one deed are one."""
    return len({o.records for o in observations})


def too_few(observations: Sequence[Observation]) -> bool:
    """Whether there are fewer than two utterances, or none known to be later than another."""
    return occasions(observations) < NEEDED or known_span(observations) <= timedelta(0)


def steady(observations: Sequence[Observation], moved: float, rules: Rules) -> float:
    """Probability that the level held, the lower of two.

    One allows for readings that may be wrong: it is averaged over all ways to misread what was
    read; where these are too many, it is the lower bound that gives no credit where fewer than two
    readings are right. The other asks what the evidence alone says: it takes everything as read,
    under a rate that makes a jump in the period as likely as not.

    Args:
        observations: The series.
        moved: The probability that it moved, under the case's rate of jumps.
        rules: Rate and smallest change.
    """
    first, last = span(observations)
    motion = rules.motion.at_even_odds((last - first).days / DAYS_A_YEAR)
    at_even = 1 - chance_of_move(observations, motion, rules.thresholds.delta)
    if at_even <= rules.thresholds.probability:
        return at_even
    ways = list(misread(observations))
    if not ways:
        return min(at_even, (1 - moved) * right(observations, LEAST))
    return min(at_even, sum(chance * (1 - rules.moved(way)) for chance, way in ways))


def enough_to_hold(observations: Sequence[Observation]) -> bool:
    """Whether there are occasions enough, over time enough, to speak of constancy."""
    return occasions(observations) >= TELLING and known_span(observations) >= SHORTEST


def holds(observations: Sequence[Observation], moved: float, rules: Rules) -> bool:
    """Whether the evidence is enough to say that the level did not change; see :func:`steady`."""
    enough = rules.thresholds.probability
    if not enough_to_hold(observations) or 1 - moved <= enough:
        return False
    if right(observations, LEAST) <= SOUND:
        return False
    return steady(observations, moved, rules) > enough


def shifted(series: Sequence[Observation], move: Movement, rules: Rules, share: float = 1) -> float:
    """Probability of a shift that persists and is read rightly; 0 where it is not one.

    It is none where the change is not sure enough or does not persist.

    A wording repeated on one side is coded alike each time, so that its repetitions are not so
    many measurements; the probability is the lower of that with and without its shared noise.

    Args:
        series: The observations, in canonical order.
        move: Their movement.
        rules: The thresholds.
        share: The part of delta that counts as a change.
    """
    probability = move.probability
    if probability <= rules.thresholds.probability or not persists(series, move):
        return 0.0
    together = with_shared_noise(series)
    if together is not None:
        probability = min(probability, rules.movement(together, share).probability)
    return probability * both_sides(series, move)


def with_shared_noise(series: Sequence[Observation]) -> tuple[Observation, ...] | None:
    """The series with the variance that repeated wordings have together; None if none is repeated.

    Of m equally noisy measurements that share a part of their noise the mean has the variance of
    one, times (1 + (m - 1) shared) / m (Kish 1965, section 5.4, the design effect). So each counts
    as if its variance were larger by 1 + (m - 1) shared.
    """
    times: dict[str, int] = {}
    for one in series:
        times[one.wording] = times.get(one.wording, 0) + 1
    times.pop("", None)
    if max(times.values(), default=1) == 1:
        return None
    return tuple(
        replace(one, variance=one.variance * (1 + (times.get(one.wording, 1) - 1) * SHARED))
        for one in series
    )


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
    return occasions(deeds) >= NEEDED or (len(deeds) > 0 and known_span(deeds) >= SHORTEST)
