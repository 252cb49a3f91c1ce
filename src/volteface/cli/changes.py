"""``volteface changes``."""

import json
from datetime import date

import click

from volteface.cli.options import Day, json_option, ledger_option


@click.command("changes")
@click.argument("case")
@click.option("--since", type=Day(), required=True, help="The first new day: 2016-05-30.")
@click.option(
    "--published",
    is_flag=True,
    help="By when reports were published, not by when the ledger got them.",
)
@ledger_option
@json_option
def command(case: str, since: date, ledger: str | None, *, published: bool, as_json: bool) -> None:
    """Say what is new since a day: reports, statements, changed verdicts and what changed them.

    Prints a note in Markdown. The verdicts are those of the ledger as it stood before the day and
    as it stands now, by today's case.
    """
    from volteface.case import load_case
    from volteface.cli.changes_note import note, note_json
    from volteface.ledger import default_ledger, open_ledger
    from volteface.ledger.machine import refuse_other_case
    from volteface.review.changes import changes

    loaded = load_case(case)
    with open_ledger(ledger or default_ledger(loaded.settings.id), create=False) as opened:
        refuse_other_case(opened, loaded)
        found = changes(opened, loaded, since, "published" if published else "stored")
        reports = {one.id: one for one in opened.reports()}
    if as_json:
        click.echo(json.dumps(note_json(found), indent=2, ensure_ascii=False))
        return
    for line in note(found, loaded, reports):
        click.echo(line)
