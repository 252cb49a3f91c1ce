"""What is new since a day, as a note in Markdown or as JSON."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from volteface.positions.as_json import as_json
from volteface.report_page.markdown import escaped

if TYPE_CHECKING:
    from volteface.case.schema import Case
    from volteface.records import Report, Statement, Verdict
    from volteface.review.changes import Changed, Changes

_QUOTED = 5
_WHY = {
    "alone": "Without any one of these it would be as it was:",
    "together": "These carry it together:",
    "not by them": "No new statement carries it.",
}


def note(found: "Changes", case: "Case", reports: "dict[str, Report]") -> Iterator[str]:
    """The note's lines.

    Args:
        found: What is new.
        case: For names.
        reports: All reports of the ledger, by id.
    """
    new = {one.id: one for one in found.statements}
    facts = {f"fact:{fact.id}": f"{fact.text} ({fact.from_})" for fact in case.facts}
    how = "stored" if found.by == "stored" else "published"
    yield f"# {escaped(case.settings.title)}: what is new since {found.since}"
    yield ""
    counts = (
        _count(len(found.reports), "report"),
        _count(len(found.statements), "statement", " new or read otherwise"),
        _count(len(found.withdrawn), "statement", " withdrawn"),
        _count(len(found.verdicts), "verdict", " changed"),
    )
    yield f"{', '.join(counts)} (by what was {how} since)."
    for coder, number in found.decisions.items():
        yield f"{escaped(coder)} took {_count(number, 'decision')} on what was read."
    yield from ("", "## Verdicts that changed", "")
    for one in found.verdicts:
        yield from _changed(one, new, facts, reports)
    if not found.verdicts:
        yield "None."
    yield from ("", "## New reports", "")
    for report in found.reports:
        said = [one for one in found.statements if one.report == report.id]
        on_issues = sum(one.issue is not None for one in said)
        told = f"{_count(len(said), 'statement')}, {on_issues} of them on the issues"
        yield f"- {_report(report)}: {told}"
    if not found.reports:
        yield "None."


def note_json(found: "Changes") -> dict[str, Any]:
    """The same for machines: ids, verdicts in full."""
    return {
        "since": found.since.isoformat(),
        "by": found.by,
        "reports": [{"id": r.id, "path": r.path, "title": r.title} for r in found.reports],
        "statements": [one.id for one in found.statements],
        "withdrawn": list(found.withdrawn),
        "decisions": dict(found.decisions),
        "verdicts": [
            {
                "before": _verdict(one.before),
                "after": _verdict(one.after),
                "carried": one.carried,
                "carriers": list(one.carriers),
                "withdrawn": list(one.withdrawn),
            }
            for one in found.verdicts
        ],
    }


def _verdict(one: "Verdict | None") -> dict[str, Any] | None:
    return None if one is None else as_json(one)


def _changed(
    one: "Changed",
    new: "dict[str, Statement]",
    facts: dict[str, str],
    reports: "dict[str, Report]",
) -> Iterator[str]:
    before = one.before.sentence if one.before is not None else "Nothing could be said."
    after = one.after.sentence if one.after is not None else "Nothing can be said any more."
    yield f"**Now: {escaped(after)}**"
    yield ""
    yield f"Before: {escaped(before)}"
    yield ""
    yield _WHY[one.carried]
    yield ""
    for record in one.carriers[:_QUOTED]:
        if record in new:
            yield f"- {_said(new[record], reports)} `{record}`"
        else:
            yield f"- {escaped(facts.get(record, 'a dated fact'))} `{record}`"
    if len(one.carriers) > _QUOTED:
        yield f"- and {len(one.carriers) - _QUOTED} more"
    for record in one.withdrawn:
        yield f"- it rested on `{record}`, which no longer holds as it did"
    yield ""


def _said(one: "Statement", reports: "dict[str, Report]") -> str:
    who = one.person or one.role or one.actor or "the report"
    words = escaped(" ".join(one.text.split()))
    return f"\u201c{words}\u201d \u2014 {escaped(who)}, in {_report(reports[one.report])}"


def _report(report: "Report") -> str:
    when = report.published
    dated = "no date" if when is None else str(when.earliest)
    parts = (report.title or report.path, report.outlet, dated)
    return escaped(", ".join(part for part in parts if part))


def _count(number: int, noun: str, tail: str = "") -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}{tail}"
