"""Every claim of a case, answered: what the model says of it, how sure, and by what."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from volteface.case.claims_schema import Claim
from volteface.conflict.arrays import Reals
from volteface.conflict.conflict import Conflict
from volteface.conflict.ensemble import Progress
from volteface.errors import UsageError
from volteface.questions.arms import Reading, Readings, read_arms
from volteface.questions.asking import Question, put
from volteface.questions.decide import BAND, Decision, decide
from volteface.questions.kind import WORLDS, Kind, equation_of, kind_of
from volteface.questions.sensitivity import influences
from volteface.questions.wide import widen

if TYPE_CHECKING:
    from volteface.ledger import Ledger

DRAWS = 2000


@dataclass(frozen=True, slots=True)
class ClaimAnswer:
    """What the model says of one claim.

    ``report`` is the ledger's id of the report, None where that is not in the ledger. ``decision``
    is None for a claim that the model has no quantity for. ``mean`` is that of the measure with
    less without over worlds, or for a claim about a level of the measure itself, and so is the
    decision's interval, both in ``unit``. ``flips`` are the drawn quantities that turn the answer
    around. ``kind`` is None where the test was interrupted; ``equation`` says what forces an answer
    that is built in. ``draws`` were finished.
    """

    claim: Claim
    report: str | None
    decision: Decision | None = None
    mean: float | None = None
    unit: str | None = None
    flips: tuple[str, ...] = ()
    kind: Kind | None = None
    equation: str | None = None
    draws: int = 0


def answer_claims(
    conflict: Conflict,
    claims: Sequence[Claim],
    ledger: "Ledger | None" = None,
    *,
    draws: int = DRAWS,
    seed: int = 0,
    progress: Progress | None = None,
    workers: int = 1,
) -> list[ClaimAnswer]:
    """Put every claim to the same worlds.

    Args:
        conflict: The case's.
        claims: As loaded; see :func:`volteface.questions.asking.model_claims`.
        ledger: Where the reports may have been read.
        draws: Worlds.
        seed: The same seed gives the same answers.
        progress: Told of the worlds done, those of the test for what is built in included.
        workers: Threads.

    Returns:
        One answer for each claim, in their order.

    Raises:
        UsageError: a claim names what the model does not know, or no world was finished.
    """
    asked = [_put(conflict, claim) for claim in claims]
    readings = list(dict.fromkeys(one for question in asked for one in _needs(question)))
    total = draws + WORLDS

    def tell(before: int) -> Progress:
        return lambda done, _: None if progress is None else progress(before + done, total)

    found = read_arms(conflict, readings, draws, seed, workers=workers, progress=tell(0))
    wide = None
    if found.draws == draws:
        wide = _unless_stopped(widen(conflict), readings, seed, workers, tell(draws))
    worlds = _Worlds(found, wide, {reading: place for place, reading in enumerate(readings)})
    known = set() if ledger is None else {report.id for report in ledger.reports()}
    return [
        _answer(claim, claim.report if claim.report in known else None, question, worlds)
        for claim, question in zip(claims, asked, strict=True)
    ]


@dataclass(frozen=True, slots=True)
class _Worlds:
    """All that was read: in the case's worlds, and in those of the test unless it was stopped."""

    found: Readings
    wide: Readings | None
    places: dict[Reading, int]

    def difference(self, question: Question, values: Reals) -> Reals:
        """With less without, or the level less what it is compared with, (draws,)."""
        base: Reals | float = question.against
        if question.without is not None:
            base = values[self.places[question.without]]
        found: Reals = values[self.places[question.with_]] - base
        return found

    def band(self, question: Question) -> float:
        """Up to where a difference counts as none."""
        if question.scale is not None:
            return BAND * question.scale
        around = self.found.values[self.places[question.without or question.with_]]
        if question.before is not None:
            around = around - self.found.values[self.places[question.before]]
        return BAND * float(np.abs(around).mean())


def _put(conflict: Conflict, claim: Claim) -> Question | None:
    try:
        return put(conflict, claim)
    except UsageError as error:
        raise UsageError(f"claim {claim.id}: {error}") from None


def _needs(question: Question | None) -> list[Reading]:
    if question is None:
        return []
    asked = (question.with_, question.without, question.before)
    return [one for one in asked if one is not None]


def _unless_stopped(
    wide: Conflict, readings: Sequence[Reading], seed: int, workers: int, progress: Progress
) -> Readings | None:
    """The worlds of the test; None if it was stopped before any was done."""
    try:
        return read_arms(wide, readings, WORLDS, seed, workers=workers, progress=progress)
    except UsageError:
        return None


def _answer(
    claim: Claim, report: str | None, question: Question | None, worlds: _Worlds
) -> ClaimAnswer:
    if question is None:
        return ClaimAnswer(claim, report)
    found, wide = worlds.found, worlds.wide
    difference = worlds.difference(question, found.values)
    decision = decide(difference, question.expect, worlds.band(question))
    kind = equation = None
    if wide is not None:
        tested = worlds.difference(question, wide.values)
        kind = kind_of(tested, difference, decision.finding)
        equation = equation_of(question.measure, claim.do) if kind == "built in" else None
    low, high = decision.interval
    decision = replace(decision, interval=(low + question.against, high + question.against))
    mean = float(difference.mean()) + question.against
    flips = _flips(found, difference)
    unit = question.measure.unit
    return ClaimAnswer(claim, report, decision, mean, unit, flips, kind, equation, found.draws)


def _flips(found: Readings, difference: Reals) -> tuple[str, ...]:
    """What turns the sign around; nothing can where no world has the other sign."""
    if difference.min() >= 0 or difference.max() <= 0:
        return ()
    seen = influences(found.varied, found.names, difference)
    return tuple(one.name for one in seen if one.flips)
