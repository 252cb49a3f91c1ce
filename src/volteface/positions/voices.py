"""Each voice taken away in turn: what hangs on one, and which one departs from the rest."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from volteface.positions.conditions import SHORTEST, Rules, holds, known_span, too_few
from volteface.positions.dates import LONGEST
from volteface.positions.level import fit, level_on
from volteface.positions.mixture import Mixture
from volteface.positions.movement import Movement
from volteface.records import Observation

MANY = 30
"""Voices left out in turn; enough to find any that stands alone."""
FEW = 5
"""The same in a long series, in which one voice weighs little and leaving it out takes long."""

_LIKELIER = 0.5


@dataclass(frozen=True, slots=True)
class Without:
    """What is left when one voice is taken away, and the probability that it moved, if any is."""

    voice: str
    rest: tuple[Observation, ...]
    moved: float | None


def voice(observation: Observation) -> str:
    """What is taken away together: all of one source's words; each deed by itself.

    A deed is a public fact, whoever recorded it; a list of them from one archive is not one voice.
    """
    return observation.records[0] if observation.conduct else observation.source


def called(who: str, series: Sequence[Observation]) -> str:
    """The voice as a sentence names it: a source, or a deed by its day and record."""
    deed = next((o for o in series if o.conduct and voice(o) == who), None)
    return who if deed is None else f"the deed of {deed.when.latest} ({who})"


def leave_one_out(series: tuple[Observation, ...], rules: Rules) -> list[Without]:
    """Each voice in turn; of very many, those farthest from what most say."""
    usual = median(o.value for o in series)
    away: dict[str, float] = {}
    for o in series:
        away[voice(o)] = max(away.get(voice(o), 0.0), abs(o.value - usual))
    results = []
    most = MANY if len(series) <= LONGEST else FEW
    for one in sorted(away, key=lambda one: (-away[one], one))[:most]:
        rest = tuple(o for o in series if voice(o) != one)
        results.append(Without(one, rest, None if too_few(rest) else rules.moved(rest)))
    return results


def stands(series: Sequence[Observation], lesser: Sequence[Without]) -> bool:
    """Whether a change does not hang on one source's words alone.

    Without any one of them it must still be likelier than not. A deed is a public fact, and one of
    them may show where an actor stood.
    """
    words = {voice(o) for o in series if not o.conduct}
    return all(
        one.moved is not None and one.moved > _LIKELIER for one in lesser if one.voice in words
    )


def by_influence(
    series: tuple[Observation, ...], move: Movement, lesser: Sequence[Without]
) -> tuple[Observation, ...]:
    """Those first without whom the probability of a change would differ most."""
    weight = {
        one.voice: 1.0 if one.moved is None else abs(one.moved - move.moved) for one in lesser
    }
    return tuple(sorted(series, key=lambda o: -round(weight.get(voice(o), 0.0), 9)))


def remark(
    series: tuple[Observation, ...], move: Movement, lesser: Sequence[Without], rules: Rules
) -> Without | None:
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
    return decisive[0] if len(decisive) == 1 else None


def _departs(
    who: str, series: tuple[Observation, ...], rest: tuple[Observation, ...], rules: Rules
) -> bool:
    """Whether a voice surely differs from the others after they had taken their position.

    The voice that speaks first departs from nothing; and conduct that lasts is no remark.
    """
    theirs = [o for o in series if voice(o) == who]
    if max(o.when.latest for o in theirs) < min(o.when.earliest for o in rest):
        return False
    if all(o.conduct for o in theirs) and known_span(theirs) >= SHORTEST:
        return False
    fitted = fit(rest, rules.motion)
    delta, enough = rules.thresholds.delta, rules.thresholds.probability
    for own in theirs:
        level = level_on(fitted, own.when.earliest)
        apart = Mixture(level.weight, own.value - level.mean, level.variance + own.variance)
        if max(apart.above(delta), 1 - apart.above(-delta)) > enough:
            return True
    return False
