"""The verdicts of a case on what a ledger holds."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from volteface.case.schema import Case
from volteface.case.tables import FROM_TABLES
from volteface.ledger.view import LedgerView
from volteface.positions.contacts import acts_of
from volteface.positions.explain import Explanation, explain
from volteface.positions.observations import Measured, observations
from volteface.positions.reliability import learn, reweighted
from volteface.positions.segments import Motion
from volteface.positions.verdicts import verdicts
from volteface.records import Report, Verdict


def measure(ledger: LedgerView, case: Case, as_of: date | None = None) -> Measured:
    """The observations that the ledger's statements and the case's dated facts give.

    Their noise is the case's, corrected by what their agreement tells of kinds of statements, of
    sources and of the reader, where there is enough to learn from and the case does not forbid it.

    Args:
        ledger: Whose current statements count.
        case: By whose issues, weights and facts.
        as_of: Only what reports published by this day say, and facts that had happened by then.
    """
    reports = {report.id: report for report in ledger.reports()}
    if as_of is not None:
        known = tuple(fact for fact in case.facts if (fact.to or fact.from_) <= as_of)
        case = case.model_copy(update={"facts": known})
    statements = {statement.id: statement for statement in ledger.statements(as_of=as_of)}
    measured = observations(statements.values(), reports, case)
    events = (e for e in ledger.events() if _published_by(reports[e.report], as_of))
    measured = replace(measured, acts=acts_of(events))
    if not case.settings.weights.learn:
        return measured
    motion, weight = Motion.of(case.settings.dynamics), case.settings.weights.learn
    found = learn(measured.series, statements, motion, weight)
    series = reweighted(measured.series, found, statements)
    return replace(measured, series=series, reliability=found)


def _published_by(report: Report, as_of: date | None) -> bool:
    published = report.published
    return as_of is None or (published is not None and published.latest <= as_of)


def ledger_verdicts(
    ledger: LedgerView,
    case: Case,
    *,
    actor: str | None = None,
    issue: str | None = None,
    first: date | None = None,
    last: date | None = None,
    as_of: date | None = None,
) -> list[Verdict]:
    """Who has moved and who has not, by actor, issue and channel.

    Only on what the ledger's statements or the case's tables of votes and measurements speak of:
    the case's dated facts stand beside words and deeds that reports tell, and give no verdict where
    no report bears on actor and issue.

    Args:
        ledger: The evidence.
        case: Issues, thresholds and dated facts.
        actor: Only this actor's, by id.
        issue: Only on this issue, by id.
        first: Only evidence from this day on.
        last: Only evidence up to this day.
        as_of: Only what was published by this day.

    Raises:
        UsageError: the case has no such actor or issue, or ``first`` is after ``last``.
    """
    measured = measure(ledger, case, as_of)
    spoken = {(s.about or s.actor, s.issue) for s in ledger.statements(as_of=as_of)}
    spoken |= {
        (who, fact.issue)
        for fact in case.facts
        for who in fact.actors
        if fact.id.startswith(FROM_TABLES)
    }
    return [
        verdict
        for verdict in verdicts(measured, case, actor=actor, issue=issue, period=(first, last))
        if (verdict.actor, verdict.issue) in spoken and not _facts_that_tell_nothing(verdict)
    ]


def ledger_explanations(
    ledger: LedgerView, case: Case, verdicts: Sequence[Verdict], as_of: date | None = None
) -> list[Explanation]:
    """What stands behind each verdict of :func:`ledger_verdicts`, in the same order.

    Args:
        ledger: The evidence that they were reached on.
        case: The case that they were reached by.
        verdicts: The verdicts.
        as_of: As it was when they were reached.
    """
    measured = measure(ledger, case, as_of)
    statements = {statement.id: statement for statement in ledger.statements(as_of=as_of)}
    return [explain(verdict, measured, case, statements) for verdict in verdicts]


def _facts_that_tell_nothing(verdict: Verdict) -> bool:
    """Too little to say anything, and none of it from a report."""
    return verdict.verdict == "insufficient evidence" and all(
        record.startswith("fact:") for record in verdict.statements
    )
