"""Each record on the page once: statement or event in its report, or the fact with its source."""

from collections.abc import Iterable, Iterator, Mapping

from volteface.case.schema import Case, Fact
from volteface.positions.channels import source_of
from volteface.positions.grades import graded
from volteface.records import Candidate, Event, Report, Statement
from volteface.report_page.content import Evidence, Piece
from volteface.report_page.names import FACT, REGISTERS, Names, days, stretch
from volteface.report_page.passage import passage
from volteface.report_page.wording import signed


def evidence(
    case: Case,
    reports: Iterable[Report],
    statements: Iterable[Statement],
    records: Iterable[str],
    events: Iterable[Event] = (),
) -> dict[str, Evidence]:
    """The records by id: statements by report and place in it, then events, then facts by date.

    Args:
        case: Names and dated facts.
        reports: In the order of the page.
        statements: Those of the reports.
        records: Ids of statements or events, or ``fact:ID``; each is given once.
        events: Those of the reports.
    """
    wanted = set(records)
    names = Names(case)
    known = {report.id: report for report in reports}
    order = {report: place for place, report in enumerate(known)}
    chosen = [s for s in statements if s.id in wanted]
    chosen.sort(key=lambda s: (order[s.report], s.content, s.id))
    found = {s.id: _of_statement(s, known[s.report], names, case) for s in chosen}
    told = [e for e in events if e.id in wanted]
    told.sort(key=lambda e: (order[e.report], e.content, e.id))
    found |= {e.id: _of_event(e, known[e.report], names) for e in told}
    facts = [fact for fact in case.facts if FACT + fact.id in wanted]
    for fact in sorted(facts, key=lambda fact: (fact.from_, fact.id)):
        found[FACT + fact.id] = _of_fact(fact, names)
    return found


def title_of(report: Report) -> str:
    """The headline, or else the last part of the path."""
    return report.title or report.path.rsplit("/", 1)[-1]


def _of_statement(statement: Statement, report: Report, names: Names, case: Case) -> Evidence:
    grade = graded(statement, source_of(statement, report), report, case)
    given = (("Grade", f"{grade.code} ({grade.words})"),) if grade.code else ()
    return Evidence(
        record=statement.id,
        fact=False,
        summary=f"{days(statement.said_on or report.published)}, {_who(statement, names)}",
        passage=passage(statement, report),
        notes=(*_notes(statement, report, names), *given),
        report=report.id,
        source=title_of(report),
    )


def _of_event(event: Event, report: Report, names: Names) -> Evidence:
    who, whom = (
        ", ".join(map(names.actor, ids)) or "nobody named"
        for ids in (event.actors, event.recipients)
    )
    when = days(event.when)
    return Evidence(
        record=event.id,
        fact=False,
        summary=f"{when}, {who}: {event.type.casefold()}",
        passage=passage(event, report),
        notes=(
            ("Who", who),
            ("Toward whom", whom),
            ("Date", when if event.when is None else f"{when} ({event.when.basis})"),
            ("Read as", f"an event of type {event.type}"),
        ),
        report=report.id,
        source=title_of(report),
    )


def _of_fact(fact: Fact, names: Names) -> Evidence:
    when = stretch(fact.from_, fact.to or fact.from_)
    who = ", ".join(names.actor(actor) for actor in fact.actors)
    notes = [("Whose deed", who), ("Date", when)]
    if fact.issue is not None and fact.stance is not None:
        notes += [("Issue", names.question(fact.issue)), ("Stance", signed(fact.stance))]
    return Evidence(
        record=FACT + fact.id,
        fact=True,
        summary=f"{when}, dated fact of the case",
        passage=(Piece(fact.text, "content"),),
        notes=(*(note for note in notes if note[1]), ("Source", fact.source)),
        report=None,
        source=fact.source,
    )


def _who(statement: Statement, names: Names) -> str:
    actor = names.actor(statement.actor) if statement.actor else None
    speaker = statement.person or statement.role
    if speaker is None:
        speaker = "the report itself" if statement.voice == "writer" else "somebody unnamed"
    return f"{speaker} ({actor})" if actor and actor != speaker else speaker


def _notes(statement: Statement, report: Report, names: Names) -> Iterator[tuple[str, str]]:
    role = f", {statement.role}" if statement.person and statement.role else ""
    yield "Who", _who(statement, names) + role
    if statement.about is not None:
        yield "About", names.actor(statement.about)
    if statement.via:
        yield "Through", ", ".join(statement.via)
    yield "Date", _dated(statement, report)
    yield (
        "Read as",
        f"{REGISTERS[statement.register]}; {statement.kind} speech"
        + ("" if statement.endorsed else "; the report does not vouch for it"),
    )
    if statement.issue is not None and statement.stance is not None:
        yield "Issue", names.question(statement.issue)
        yield "Stance", signed(statement.stance)
    yield "Confidence", f"{statement.confidence:.2f}"
    others = [_candidate(c, names) for c in statement.candidates if c.issue != statement.issue]
    if others:
        yield "It could also be", "; ".join(others)
    if statement.reason:
        yield "Decided by", statement.reason


def _dated(statement: Statement, report: Report) -> str:
    when = statement.said_on or report.published
    if when is None:
        return "no date"
    basis = when.basis if statement.said_on else f"the report's date: {when.basis}"
    return f"{days(when)} ({basis})"


def _candidate(candidate: Candidate, names: Names) -> str:
    if candidate.issue is None:
        return f"about none of the issues (P = {candidate.p:.2f})"
    return f"{names.question(candidate.issue)} (P = {candidate.p:.2f})"


def used(found: Mapping[str, Evidence], records: Iterable[str]) -> dict[str, int]:
    """How many of the records each report holds, by the report's id."""
    counts: dict[str, int] = {}
    for record in records:
        report = found[record].report if record in found else None
        if report is not None:
            counts[report] = counts.get(report, 0) + 1
    return counts
