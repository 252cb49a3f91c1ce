"""``volteface verdicts``."""

import json
from datetime import date

import click

from volteface.cli.options import Day, json_option, ledger_option, quiet_option


@click.command("verdicts")
@click.argument("case")
@click.option("--actor", metavar="A", help="Only this actor's.")
@click.option("--issue", metavar="I", help="Only on this issue.")
@click.option("--from", "first", type=Day(), help="Only evidence from this day on.")
@click.option("--to", "last", type=Day(last=True), help="Only evidence up to this day.")
@click.option("--as-of", type=Day(last=True), help="As known from reports published by this day.")
@click.option("--explain", is_flag=True, help="Say of each what it rests on and hangs on.")
@ledger_option
@json_option
@quiet_option
def command(
    case: str,
    actor: str | None,
    issue: str | None,
    first: date | None,
    last: date | None,
    as_of: date | None,
    ledger: str | None,
    *,
    explain: bool,
    as_json: bool,
    quiet: bool,
) -> None:
    """Say who has moved and who has not, from what the ledger holds.

    Reads the case's own reports first where there is no ledger yet.
    """
    from volteface.case import load_case, lookup
    from volteface.cli.open_case import opened_case
    from volteface.positions.as_json import as_json as verdict_json
    from volteface.positions.explain_json import explanation_json
    from volteface.positions.observations import unexpected
    from volteface.positions.of_ledger import ledger_explanations, ledger_verdicts, measure
    from volteface.report_page import lines
    from volteface.report_page.explained import explained

    loaded = load_case(case)
    if actor is not None:
        lookup.actor(loaded, actor)
    if issue is not None:
        lookup.issue(loaded, issue)
    with opened_case(loaded, ledger, quiet=quiet) as opened:
        found = ledger_verdicts(
            opened, loaded, actor=actor, issue=issue, first=first, last=last, as_of=as_of
        )
        lost = {} if quiet else unexpected(measure(opened, loaded, as_of))
        behind = ledger_explanations(opened, loaded, found, as_of) if explain else []
        statements = {s.id: s for s in opened.statements(as_of=as_of)} if explain else {}
    for reason, count in lost.items():
        counted = "1 record enters" if count == 1 else f"{count} records enter"
        click.echo(f"{counted} no verdict: {reason}", err=True)
    if as_json:
        data = [verdict_json(v) for v in found]
        for one, why in zip(data, behind, strict=False):
            one["explanation"] = explanation_json(why)
        click.echo(json.dumps(data, indent=2, ensure_ascii=False))
        return
    more = {id(why.verdict): list(explained(why, loaded, statements)) for why in behind}
    for line in lines(found, loaded, lambda verdict: more.get(id(verdict), ())):
        click.echo(line)
