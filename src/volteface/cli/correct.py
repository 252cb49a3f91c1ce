"""``volteface correct``."""

import click

from volteface.cli.coding_options import case_of, coder_name, coder_option, ledger_with
from volteface.errors import UsageError


@click.command("correct")
@click.argument("record_id", metavar="ID")
@click.argument("changes", nargs=-1, metavar="[FIELD=VALUE]...")
@click.option("--why", metavar="TEXT", help="Why; kept with the correction.")
@click.option("--reject", is_flag=True, help="There is no such statement, event or claim.")
@click.option("--approve", is_flag=True, help="It is right as it is.")
@click.option("--undo", is_flag=True, help="Take back what you last decided on it.")
@click.option("--settle", is_flag=True, help="This ends a conflict with another coder.")
@click.option("--case", metavar="CASE", help="The ledger's case. [default: of the ledger's name]")
@click.option(
    "--ledger",
    envvar="VOLTEFACE_LEDGER",
    metavar="URL",
    help="The ledger to look in. [default: every *.sqlite here]",
)
@coder_option
def command(
    record_id: str,
    changes: tuple[str, ...],
    why: str | None,
    case: str | None,
    ledger: str | None,
    coder: str | None,
    *,
    reject: bool,
    approve: bool,
    undo: bool,
    settle: bool,
) -> None:
    """Correct a record: volteface correct s-3f9a0c17d2b84e51 stance=-0.5 --why "he said no".

    The machine's reading is kept, and no later reading changes what a person has decided. Fields
    of a statement: speaker, actor, issue, stance, register, said_on, endorsed, role, about,
    addressee, kind, voice, via, quote.
    """
    from volteface.records import Report
    from volteface.review.fields import corrected, pairs
    from volteface.review.telling import told_conflict

    if (bool(changes) + reject + approve + undo) != 1:
        raise UsageError("say what to do: FIELD=VALUE, or one of --approve, --reject and --undo")
    who = coder_name(coder)
    with ledger_with(record_id, ledger) as (opened, record):
        if isinstance(record, Report):
            raise UsageError(f"{record_id} is a report, which cannot be corrected")
        if undo:
            differing = opened.undo(record_id, who)
            done = "undone"
        elif changes:
            report = opened.report(record.report)
            assert report is not None, "a record's report is in the ledger by foreign key"
            right = corrected(record, pairs(changes), case_of(opened, case), report)
            differing = opened.decide("corrected", right, who, why=why, settles=settle)
            done = "corrected"
        else:
            done = "rejected" if reject else "approved"
            differing = opened.decide(
                "rejected" if reject else "approved", record, who, why=why, settles=settle
            )
    click.echo(f"{record_id} {done} by {who}")
    for line in told_conflict(differing):
        click.echo(line, err=True)
