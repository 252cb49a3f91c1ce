"""A model's readings into the ledger, as those of one more coder."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import version

from volteface.case.schema import Case
from volteface.coding.record_id import identified
from volteface.identity import content_id
from volteface.ledger.entries import Reading
from volteface.ledger.ledger import Ledger
from volteface.ledger.machine import coder_for
from volteface.model_reader.agreement import Agreement, agreement, pairs
from volteface.model_reader.confidence import Measured, confidence, measured
from volteface.model_reader.endpoint import Endpoint
from volteface.records import Candidate, Report, Statement


@dataclass(frozen=True, slots=True)
class Compared:
    """A model's readings beside the offline reader's, ready to be stored."""

    statements: dict[str, tuple[Statement, ...]]
    measured: Measured
    agreement: Agreement


def compared(
    ledger: Ledger,
    case: Case,
    endpoint: Endpoint,
    read: Mapping[str, Sequence[Statement]],
    given: float | None,
) -> Compared:
    """Give each statement its confidence and its id; say how far the coders agree.

    A statement of the same words as the offline reader's is linked to it as said again, so that
    the two are one observation where they take the same side.

    Args:
        ledger: Holds the offline reader's readings of the same reports.
        case: Whose issues count.
        endpoint: The model.
        read: Its statements, by report.
        given: The confidence that the user or the case gives this model.
    """
    offline = [one for one in ledger.read_by(coder_for(case)) if one.report in read]
    mine = [one for statements in read.values() for one in statements]
    common = pairs(offline, mine)
    coder = measured(common, ledger.approved(), len(case.issues), given)
    twins = {_who(other): known for known, other in common}
    found = {
        report: tuple(
            _settled(one, twins.get(_who(one)), coder, endpoint, len(case.issues))
            for one in statements
        )
        for report, statements in read.items()
    }
    return Compared(found, coder, agreement(offline, mine))


def store(
    ledger: Ledger,
    case: Case,
    endpoint: Endpoint,
    reports: Sequence[Report],
    ready: Compared,
    *,
    counts: bool,
) -> int:
    """Store the readings; gives how many reports were stored that were not there so already.

    Args:
        ledger: Where.
        case: By which they were read.
        endpoint: The model: its name is the coder's.
        reports: Those read.
        ready: The readings.
        counts: Whether they hold and enter verdicts; else they are kept beside, to be compared
            and approved.
    """
    held = {one.id for one in ledger.statements()}
    stored = 0
    for report in reports:
        statements = ready.statements[report.id]
        key = content_id("m", case.digest, [one.id for one in statements], counts)
        if ledger.last_keys(endpoint.coder).get(report.id) == key:
            continue
        earlier = {one.id for one in ledger.read_by(endpoint.coder, report.id)}
        made_by = f"{endpoint.model}, volteface {version('volteface')}"
        if not counts and earlier & held:
            # What this model read before counted, and shall count no longer.
            nothing = content_id("m", key, "withdrawn")
            ledger.store(Reading(report, nothing, endpoint.coder, (), made_by))
        ledger.store(Reading(report, key, endpoint.coder, statements, made_by, counts=counts))
        stored += 1
    return stored


def _settled(
    one: Statement, twin: Statement | None, coder: Measured, endpoint: Endpoint, issues: int
) -> Statement:
    sure = confidence(coder, one, twin, issues)
    readings = [Candidate(one.issue, one.stance, sure)]
    if one.issue is not None:
        readings.append(Candidate(None, None, round(1.0 - sure, 2)))
    statement = replace(
        one,
        confidence=sure,
        candidates=tuple(readings),
        reason=f"read by the model {endpoint.model}",
    )
    again = None if twin is None else twin.repeats or twin.id
    return replace(identified(statement), repeats=again)


def _who(one: Statement) -> tuple[object, ...]:
    """What tells one record of a report from another before they have ids."""
    return one.report, one.utterance
