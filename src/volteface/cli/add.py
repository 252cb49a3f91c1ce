"""``volteface add``."""

import click

from volteface.cli.coding_options import coder_name, coder_option
from volteface.cli.options import ledger_option


@click.command("add")
@click.argument("case")
@click.argument("report")
@click.argument("quote")
@click.argument("fields", nargs=-1, metavar="[FIELD=VALUE]...")
@click.option("--event", is_flag=True, help="It is an event, not a statement.")
@click.option("--nth", type=click.IntRange(min=1), help="Which place, where the words stand often.")
@click.option("--why", metavar="TEXT", default="missed", show_default=True, help="Why.")
@ledger_option
@coder_option
def command(
    case: str,
    report: str,
    quote: str,
    fields: tuple[str, ...],
    nth: int | None,
    why: str,
    ledger: str | None,
    coder: str | None,
    *,
    event: bool,
) -> None:
    """Enter a statement or an event that was missed, at its words in a report.

    volteface add syria 001.txt "must step down" speaker="Hillary Clinton" issue=assad_stay
    stance=-0.9

    REPORT is the id, path or file name of a report in the ledger, QUOTE the words that are said or
    that tell the event. An event needs type=..., and takes actors, recipients, when, mode, place,
    issue and stance.
    """
    from volteface.case import load_case
    from volteface.ledger import default_ledger, open_ledger
    from volteface.ledger.machine import refuse_other_case
    from volteface.records import Event, Statement
    from volteface.review.entering import a_statement, an_event, find_report
    from volteface.review.fields import pairs
    from volteface.review.quoting import find_quote

    loaded = load_case(case)
    who = coder_name(coder)
    with open_ledger(ledger or default_ledger(loaded.settings.id), create=False) as opened:
        refuse_other_case(opened, loaded)
        found = find_report(list(opened.reports()), report)
        span = find_quote(found, quote, nth)
        entered: Event | Statement
        if event:
            entered = an_event(found, span, pairs(fields), loaded)
        else:
            entered = a_statement(found, span, pairs(fields), loaded)
        opened.add(entered, who, why)
    click.echo(f"{entered.id} entered by {who}")
