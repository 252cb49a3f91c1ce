"""The page's content from a case, its ledger and the verdicts on it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from volteface.case.schema import Case
from volteface.ledger import Ledger
from volteface.positions.dates import LONGEST
from volteface.positions.explain import Explanation, explain, series_of
from volteface.positions.observations import WAITING, Measured
from volteface.positions.of_ledger import measure
from volteface.records import Report, Statement, Verdict
from volteface.report_page.answers import by_actor, tally
from volteface.report_page.behind import behind
from volteface.report_page.content import Claim, Content, Paths
from volteface.report_page.evidence import evidence
from volteface.report_page.lines import NOT_ENOUGH
from volteface.report_page.names import FACT, Names
from volteface.report_page.provenance import UNDATED, provenance, uncertain
from volteface.report_page.timelines import Timelines, mentions, records
from volteface.reports import Skipped


def ledger_content(
    case: Case,
    ledger: Ledger,
    verdicts: Sequence[Verdict],
    *,
    skipped: Sequence[Skipped] = (),
    paths: Paths | None = None,
    claims: Sequence[Claim] | None = None,
) -> Content:
    """Everything the page says.

    Args:
        case: The case that the verdicts were reached by.
        ledger: An open ledger; only read.
        verdicts: All verdicts on it, as :func:`~volteface.positions.of_ledger.ledger_verdicts`
            gives them.
        skipped: Files that could not be read, and why.
        paths: What the model's draws did; None where no model was run.
        claims: The claims of the reports and the model's answers; None where there are none.
    """
    measured = measure(ledger, case)
    names = Names(case, mentions(measured))
    shown = {record for verdict in verdicts for record in verdict.statements}
    shown.update(records(measured))
    for reason in (WAITING, UNDATED):
        shown.update(measured.left_out.get(reason, ()))
    reports, statements = tuple(ledger.reports()), tuple(ledger.statements())
    looked = dict(_looked_behind(verdicts, measured, case, statements))
    shown.update(FACT + event.fact for found in looked.values() for event in found.events)
    found = evidence(case, reports, statements, shown, ledger.events())
    lines = Timelines(measured, verdicts, case, names)
    return Content(
        title=case.settings.title,
        description=case.settings.description,
        basis=_basis(case, reports),
        days=_days(case, measured),
        tally=tally(verdicts),
        decided=by_actor(
            [v for v in verdicts if v.verdict != NOT_ENOUGH],
            names,
            lambda verdict: behind(looked[verdict]) if verdict in looked else None,
        ),
        undecided=by_actor([v for v in verdicts if v.verdict == NOT_ENOUGH], names),
        issues=lines.issues(),
        contrasts=lines.contrasts(),
        paths=paths,
        claims=None if claims is None else tuple(_named(claim, names) for claim in claims),
        uncertain=uncertain(measured, verdicts, skipped, case),
        evidence=found,
        provenance=provenance(
            _overview(case, ledger, reports, len(statements), paths), case, reports, measured, found
        ),
    )


def _looked_behind(
    verdicts: Sequence[Verdict],
    measured: Measured,
    case: Case,
    statements: Sequence[Statement],
) -> Iterator[tuple[Verdict, Explanation]]:
    """What stands behind each verdict that says something; nothing of long series."""
    known = {statement.id: statement for statement in statements}
    for verdict in verdicts:
        series = series_of(verdict, measured)
        if verdict.verdict != NOT_ENOUGH and all(len(one) <= LONGEST for one in series):
            yield verdict, explain(verdict, measured, case, known)


def _named(claim: Claim, names: Names) -> Claim:
    """The claim with its holder's name, where the holder is an actor's id."""
    return replace(claim, holder=names.actor(claim.holder))


def _basis(case: Case, reports: Sequence[Report]) -> str:
    published = [report.published for report in reports if report.published]
    span = ""
    if published:
        first, last = min(p.earliest for p in published), max(p.latest for p in published)
        span = f" published from {first} to {last}"
    facts = sum(fact.stance is not None for fact in case.facts)
    return f"{len(reports)} reports{span}, and {facts} dated deeds from the case file"


def _days(case: Case, measured: Measured) -> tuple[date, date]:
    """The conflict from its beginning, and all evidence."""
    known = [
        day
        for series in (measured.series, measured.opinions)
        for held in series.values()
        for o in held
        for day in (o.when.earliest, o.when.latest)
    ]
    end = case.settings.ends
    return min([case.settings.begins, *known]), max([end or case.settings.begins, *known])


def _overview(
    case: Case, ledger: Ledger, reports: Sequence[Report], statements: int, paths: Paths | None
) -> Iterator[tuple[str, str]]:
    published = [report.published.latest for report in reports if report.published]
    yield "Case", f"{case.settings.id}: {case.settings.title}"
    yield "Digest of the case's files (SHA-256)", case.digest
    yield "Ledger", ledger.place.rsplit("/", 1)[-1]
    yield "Reports", str(len(reports))
    yield "Newest report", str(max(published)) if published else "none has a date"
    yield "Statements", str(statements)
    yield "Dated facts of the case", str(len(case.facts))
    if paths is None:
        yield "Seed", "none: positions are computed without random numbers"
    else:
        yield "Seed of the model's draws", str(paths.seed)
        yield "Draws of the model", f"{paths.draws:,}"
