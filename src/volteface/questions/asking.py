"""From a claim's words to a question that the model understands, with every mistake named."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from volteface.case.claim_problems import CLAIMS
from volteface.case.claims_schema import Claim, Sign
from volteface.case.document import Document, Table
from volteface.case.folder import read_folder
from volteface.case.load import case_folder, load_claims
from volteface.case.problem import Problem
from volteface.conflict.conflict import Conflict
from volteface.conflict.measures import Measure, parse_measure
from volteface.errors import CaseError, UsageError
from volteface.questions.arms import Reading
from volteface.questions.interventions import (
    month_of,
    parse_intervention,
    parse_interventions,
    refuse_before_the_deed,
)


@dataclass(frozen=True, slots=True)
class Question:
    """What a claim asks: the worlds ``with_`` what it changes and those ``without``.

    For a claim about a level there is no other world: ``without`` is None, and ``against`` the
    number that the measure is compared with.
    """

    measure: Measure
    with_: Reading
    without: Reading | None
    against: float
    expect: Sign
    before: Reading | None = None
    """For what adds up over the months (deaths, battles): the month before anything is done."""

    @property
    def scale(self) -> float | None:
        """How far apart the ends are between which the measure lies; None if it has none."""
        if self.measure.sign is not None:
            return 1.0
        return _SCALES.get(self.measure.channel.unit)


_ADDS_UP = ("toll", "battles")
_SCALES = {
    "0 or 1": 1.0,
    "prob": 1.0,
    "share": 1.0,
    "share of forts": 1.0,
    "step": 3.0,
    "-1 to 1": 2.0,
}


def put(conflict: Conflict, claim: Claim) -> Question | None:
    """The question that a claim asks; None for a claim that is unmodelled.

    Raises:
        UsageError: an intervention, measure or month that the model does not know.
    """
    if claim.measure is None or claim.by is None or claim.expect is None:
        return None
    with_ = _reading(conflict, claim.given, claim.do, claim.measure, claim.by)
    without = replace(with_, do=()) if claim.do else None
    before = None
    if without is not None and with_.measure.channel.name in _ADDS_UP:
        first = min(event.first for event in with_.do)
        before = replace(without, month=first - 1) if first > 0 else None
    return Question(with_.measure, with_, without, claim.against or 0.0, claim.expect, before)


def _reading(
    conflict: Conflict, given: Sequence[str], do: Sequence[str], measure: str, by: str
) -> Reading:
    held = [change.event for change in parse_interventions(conflict, (*given, *do))]
    done, month = held[len(given) :], month_of(conflict, by)
    if done:
        refuse_before_the_deed(by, month, done)
    asked = parse_measure(conflict, measure)
    return Reading(tuple(held[: len(given)]), tuple(done), asked, month)


def model_claims(case: str | Path, conflict: Conflict) -> tuple[Claim, ...]:
    """The claims of a case, every question in them one that the model understands.

    Raises:
        UsageError: there is no such case.
        CaseError: claims.toml has mistakes; all of them, each with its line.
    """
    claims = load_claims(case)
    document = read_folder(case_folder(case)).documents.get(CLAIMS)
    problems = [] if document is None else question_problems(document, conflict)
    if problems:
        raise CaseError([str(problem) for problem in problems])
    return claims


def question_problems(document: Document, conflict: Conflict) -> list[Problem]:
    """What of claims.toml the model does not know: quantities, measures, months, values."""
    claims = document.root.tables("claim")
    return [problem for claim in claims for problem in _problems(claim, conflict)]


def _problems(claim: Table, conflict: Conflict) -> Iterator[Problem]:
    """Faults of single texts; if there are none, those of the question as a whole."""
    texts = {key: claim.texts(key) for key in _READERS}
    found = False
    for key, read in _READERS.items():
        for path, text in texts[key]:
            fault = _fault(read, conflict, text)
            if fault is not None:
                found = True
                yield claim.problem(f"{key}: {fault}", *path)
    if found or not texts["measure"] or not texts["by"]:
        return
    (_, measure), (_, by) = texts["measure"][0], texts["by"][0]
    given, do = ([text for _, text in texts[key]] for key in ("given", "do"))
    fault = _fault(_reading, conflict, given, do, measure, by)
    if fault is not None:
        yield claim.problem(fault)


_READERS: dict[str, Callable[[Conflict, str], object]] = {
    "given": parse_intervention,
    "do": parse_intervention,
    "measure": parse_measure,
    "by": month_of,
}


def _fault(read: Callable[..., object], *given: object) -> str | None:
    try:
        read(*given)
    except UsageError as error:
        return str(error)
    return None
