"""What if: the same worlds with and without an intervention, and what the answer hangs on."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from volteface.conflict.arrays import Reals
from volteface.conflict.conflict import Conflict
from volteface.conflict.ensemble import Ensemble, Progress, run_ensemble
from volteface.conflict.measures import Measure, parse_measure
from volteface.errors import UsageError
from volteface.questions.conditioning.posterior import varied_columns
from volteface.questions.conditioning.worlds import Worlds
from volteface.questions.interventions import (
    Intervention,
    month_of,
    parse_interventions,
    refuse_before_the_deed,
)
from volteface.questions.sensitivity import Influence, influences

DRAWS = 2000
_NINETY = 1.6448536269514722
"""Standard errors on each side of a mean that hold 90 % of a normal distribution."""
_DECIMALS = 12
"""Beyond which what is left of a sum of pluses and minuses is rounding."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A measure over worlds: its ``mean``, the mean's 90 % Monte Carlo ``interval``, and between
    what 90 % of the ``worlds`` lie.
    """  # noqa: D205 - one sentence

    mean: float
    interval: tuple[float, float]
    worlds: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Answer:
    """The same worlds with and without interventions.

    ``difference`` is of the measure, with minus without, over worlds in pairs. ``sign_share`` is
    the share of worlds in which it has the sign of its mean, ``opposite_share`` of those with the
    other sign; in the rest it is 0. ``flips`` are the drawn quantities that turn the sign around,
    ``influences`` all that it depends on, strongest first. ``draws`` counts finished pairs, fewer
    than ``asked`` if the run was interrupted.
    """

    measure: str
    by: str
    interventions: tuple[str, ...]
    given: tuple[str, ...]
    draws: int
    asked: int
    seed: int
    with_: Estimate
    without: Estimate
    difference: Estimate
    sign_share: float
    opposite_share: float
    influences: tuple[Influence, ...]

    @property
    def flips(self) -> tuple[str, ...]:
        """Names of the quantities that turn the sign around."""
        return tuple(found.name for found in self.influences if found.flips)


def whatif(
    conflict: Conflict,
    interventions: Sequence[str],
    measure: str,
    by: str,
    *,
    draws: int = DRAWS,
    seed: int = 0,
    given: Sequence[str] = (),
    workers: int = 1,
    progress: Progress | None = None,
) -> Answer:
    """What interventions would do to a measure.

    Args:
        conflict: The case's.
        interventions: Texts such as ``RUS.support=none from 2012-06``; at least one.
        measure: A text such as ``war_over`` or ``RUS.support>=arms``.
        by: The month of the measure, ``YYYY-MM``.
        draws: Pairs of worlds.
        seed: The same seed gives the same answer.
        given: Interventions that hold both with and without.
        workers: Threads.
        progress: Told of the worlds done, of twice ``draws``.

    Raises:
        UsageError: no intervention, any of these texts is wrong, or the measure is dated before
            anything is done.
    """
    if not interventions:
        raise UsageError("whatif needs an intervention: QUANTITY=VALUE from YYYY-MM")
    held = parse_interventions(conflict, (*given, *interventions))
    asked = parse_measure(conflict, measure)
    month = month_of(conflict, by)
    refuse_before_the_deed(by, month, [change.event for change in held[len(given) :]])
    both = held[: len(given)]

    def run(changes: Sequence[Intervention], before: int) -> Ensemble:
        def tell(done: int, _: int) -> None:
            if progress is not None:
                progress(before + done, 2 * draws)

        return run_ensemble(
            conflict,
            draws,
            seed,
            interventions=[change.event for change in changes],
            outcomes=[asked.outcome(month)],
            workers=workers,
            progress=tell,
        )

    without = run(both, 0)
    with_ = run(held, draws)
    pairs = min(without.draws, with_.draws)
    return _answer(
        (asked, by, tuple(text.strip() for text in given), held[len(given) :]),
        without,
        with_,
        pairs,
    )


def whatif_in(
    worlds: Worlds,
    interventions: Sequence[str],
    measure: str,
    by: str,
    *,
    given: Sequence[str] = (),
) -> Answer:
    """What interventions would do in worlds that fit a record.

    Args:
        worlds: Held to a record; everything is done after it.
        interventions: As for :func:`whatif`; at least one.
        measure: As for :func:`whatif`; ``ever`` and ``mean`` look back to the end of the record.
        by: The month of the measure.
        given: Interventions that hold both with and without.

    Raises:
        UsageError: as :func:`whatif`, or something is dated within the record.
    """
    if not interventions:
        raise UsageError("whatif needs an intervention: QUANTITY=VALUE from YYYY-MM")
    held = parse_interventions(worlds.conflict, (*given, *interventions))
    asked = parse_measure(worlds.conflict, measure)
    month = month_of(worlds.conflict, by)
    events = [change.event for change in held]
    refuse_before_the_deed(by, month, events[len(given) :])
    for event in events:
        worlds.check_month(event.first, repr(event.name))
    before = worlds.read([(asked, month)], events[: len(given)])[0]
    after = worlds.read([(asked, month)], events)[0]
    difference = after - before
    sign = np.sign(difference.mean())
    names, columns = varied_columns(worlds.conflict)
    return Answer(
        asked.text,
        by,
        tuple(change.text for change in held[len(given) :]),
        tuple(text.strip() for text in given),
        len(worlds),
        len(worlds),
        worlds.seed,
        _estimate(after, worlds.error(after)),
        _estimate(before, worlds.error(before)),
        _estimate(difference, worlds.error(difference)),
        float(np.mean(np.sign(difference) == sign)),
        float(np.mean(np.sign(difference) == -sign)) if sign else 0.0,
        influences(worlds.rows[:, columns], names, difference),
    )


def estimate(
    conflict: Conflict,
    measure: str,
    by: str,
    *,
    draws: int = DRAWS,
    seed: int = 0,
    given: Sequence[str] = (),
    workers: int = 1,
) -> Estimate:
    """A measure in the case's own worlds; arguments as of :func:`whatif`."""
    held = parse_interventions(conflict, given)
    outcome = parse_measure(conflict, measure).outcome(month_of(conflict, by))
    events = [change.event for change in held]
    found = run_ensemble(
        conflict, draws, seed, interventions=events, outcomes=[outcome], workers=workers
    )
    return _estimate(found.outcomes[0])


def _answer(
    question: tuple[Measure, str, tuple[str, ...], Sequence[Intervention]],
    without: Ensemble,
    with_: Ensemble,
    pairs: int,
) -> Answer:
    measure, by, given, interventions = question
    before, after = without.outcomes[0, :pairs], with_.outcomes[0, :pairs]
    difference = after - before
    sign = np.sign(difference.mean())
    return Answer(
        measure.text,
        by,
        tuple(change.text for change in interventions),
        given,
        pairs,
        without.asked,
        without.seed,
        _estimate(after),
        _estimate(before),
        _estimate(difference),
        float(np.mean(np.sign(difference) == sign)),
        float(np.mean(np.sign(difference) == -sign)) if sign else 0.0,
        influences(without.varied[:pairs], without.varied_names, difference),
    )


def _estimate(values: Reals, error: float | None = None) -> Estimate:
    """The mean with its standard error, that of independent worlds if left out."""
    mean = round(float(values.mean()), _DECIMALS)
    if error is None:
        error = float(values.std(ddof=1)) / math.sqrt(len(values)) if len(values) > 1 else 0.0
    error *= _NINETY
    low, high = np.quantile(values, [0.05, 0.95])
    return Estimate(mean, (mean - error, mean + error), (float(low), float(high)))
