"""``volteface show``."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from volteface.cli.options import json_option
from volteface.errors import UsageError

if TYPE_CHECKING:
    from volteface.case.schema import Case
    from volteface.ledger import Ledger
    from volteface.ledger.by_id import Record
    from volteface.records import Claim, Event, Report, Statement

_AROUND = 300


@click.command("show")
@click.argument("record_id", metavar="ID")
@click.option(
    "--ledger",
    envvar="VOLTEFACE_LEDGER",
    metavar="URL",
    help="The ledger to look in. [default: every *.sqlite here]",
)
@click.option("--case", help="The case to look in for fact:ID and claim:ID.")
@json_option
def command(record_id: str, ledger: str | None, case: str | None, *, as_json: bool) -> None:
    """Show a record: its sentence in context, what was read from it, and its history."""
    if record_id.startswith("fact:"):
        _show_fact(record_id, case, as_json=as_json)
        return
    if record_id.startswith("claim:"):
        from volteface.cli.show_claim import show_claim

        show_claim(record_id, case, as_json=as_json)
        return
    from volteface.ledger import open_ledger

    places = [ledger] if ledger else sorted(str(path) for path in Path().glob("*.sqlite"))
    for place in places:
        with open_ledger(place, create=False) as opened:
            record = opened.record(record_id)
            if record is not None:
                _show(opened, record, as_json=as_json)
                return
    where = ", ".join(places) or "this folder (it has no ledger; name one with --ledger)"
    raise UsageError(f"there is no record {record_id} in {where}")


def _show_fact(record_id: str, name: str | None, *, as_json: bool) -> None:
    from volteface.case import bundled_cases, load_case

    for case in [name] if name else bundled_cases():
        loaded = load_case(case)
        for fact in loaded.facts:
            if f"fact:{fact.id}" == record_id:
                _print_fact(loaded, fact.model_dump(mode="json", by_alias=True), as_json=as_json)
                return
    raise UsageError(f"no case has {record_id}; name the case with --case")


def _print_fact(case: "Case", fact: dict[str, Any], *, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps({"record": "fact", "case": case.settings.id} | fact, indent=2))
        return
    click.echo(f"fact:{fact['id']} in {case.folder}/facts.toml")
    for key in ("text", "from", "to", "actors", "issue", "stance", "source"):
        if fact[key] is not None:
            click.echo(f"  {key}: {fact[key]}")


def _show(ledger: "Ledger", record: "Record", *, as_json: bool) -> None:
    from volteface.coding.wire import report_line
    from volteface.records import Report
    from volteface.report_page.inert import visible

    history = [
        {"action": e.action, "at": e.at.isoformat(), "who": e.who, "why": e.why, "by": e.by}
        for e in ledger.history(record.id)
    ]
    if isinstance(record, Report):
        fields, context = report_line(record), record.text[:_AROUND]
    else:
        report = ledger.report(record.report)
        assert report is not None, "a record's report is in the ledger by foreign key"
        fields, context = _line(record, report), _in_context(record, report)
    if as_json:
        click.echo(
            json.dumps(
                fields | {"context": context, "history": history}, indent=2, ensure_ascii=False
            )
        )
        return
    click.echo(f"{record.id} in {visible(fields['path'])}\n")
    click.echo(f"{visible(context)}\n")
    for key, value in fields.items():
        if value not in (None, [], "") and key not in {"record", "id", "path", "text"}:
            click.echo(f"  {key}: {visible(_plain(value))}")
    click.echo("history:")
    for entry in history:
        why = f": {entry['why']}" if entry["why"] else ""
        click.echo(f"  {entry['at']} {entry['action']} by {entry['who']}{why}")


def _line(record: "Statement | Event | Claim", report: "Report") -> dict[str, Any]:
    from volteface.coding.wire import claim_line, event_line, statement_line
    from volteface.records import Claim, Event

    if isinstance(record, Event):
        return event_line(record, report)
    if isinstance(record, Claim):
        return claim_line(record, report)
    return statement_line(record, report)


def _in_context(record: "Statement | Event | Claim", report: "Report") -> str:
    """The report's text around the record, its words between [[ and ]]."""
    first, last = record.content[0][0], record.content[-1][1]
    start = max(report.text.rfind("\n", 0, first) + 1, first - _AROUND)
    end = report.text.find("\n", last)
    end = min(end if end >= 0 else len(report.text), last + _AROUND)
    pieces, at = [], start
    for begin, stop in record.content:
        pieces += [report.text[at:begin], "[[", report.text[begin:stop], "]]"]
        at = stop
    return "".join([*pieces, report.text[at:end]]).strip()


def _plain(value: Any) -> str:  # noqa: ANN401 - any field of a record
    """A field as a person reads it: spans, dates and candidates without JSON's brackets."""
    if isinstance(value, dict) and "earliest" in value:
        first, last = value["earliest"], value["latest"]
        return f"{first if first == last else f'{first} to {last}'} ({value['basis']})"
    if isinstance(value, dict) and "what" in value:
        return f"{value['value']} {value['what']} ({value['source'] or 'the report'})"
    if isinstance(value, dict):
        stance = "" if value["stance"] is None else f" {value['stance']:+.2f}"
        return f"{value['issue'] or 'no issue'}{stance} (p = {value['p']:.2f})"
    if isinstance(value, list):
        between = "-" if value and all(isinstance(item, int) for item in value) else ", "
        return between.join(_plain(item) for item in value)
    return str(value)
