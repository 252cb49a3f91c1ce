"""``volteface review``."""

import json
import sys
from typing import TYPE_CHECKING

import click

from volteface.cli.coding_options import coder_name, coder_option
from volteface.cli.options import ledger_option, quiet_option
from volteface.errors import UsageError

if TYPE_CHECKING:
    from volteface.review.queue import Which
    from volteface.review.session import Session


@click.command("review")
@click.argument("case")
@click.option("--again", is_flag=True, help="What others decided and you have not, unseen by you.")
@click.option("--conflicts", is_flag=True, help="Where coders differ; your choice settles it.")
@click.option("--changed", is_flag=True, help="What is read otherwise than before (after learn).")
@click.option("--actor", metavar="A", help="Only what bears on this actor.")
@click.option("--issue", metavar="I", help="Only what is on this issue, or likeliest on it.")
@click.option("--jsonl", is_flag=True, help="Print what would be shown, one JSON object a line.")
@coder_option
@ledger_option
@quiet_option
def command(
    case: str,
    actor: str | None,
    issue: str | None,
    coder: str | None,
    ledger: str | None,
    *,
    again: bool,
    conflicts: bool,
    changed: bool,
    jsonl: bool,
    quiet: bool,
) -> None:
    """Check statements one by one, the most informative first: uncertain and weighty ones.

    Shows each in its report, with what was read and why; one key approves it or picks another
    reading, and every choice is stored at once. Nothing that was read is ever lost.
    """
    if again + conflicts + changed > 1:
        raise UsageError("--again, --conflicts and --changed are three queues: name one")
    terminal = sys.stdin.isatty() and sys.stdout.isatty()
    if not (terminal or jsonl):
        raise UsageError(
            "review needs a terminal; without one, list what is to be reviewed with --jsonl and "
            "decide with volteface correct"
        )
    from volteface.case import load_case, lookup
    from volteface.ledger import default_ledger, open_ledger
    from volteface.ledger.machine import refuse_other_case
    from volteface.review.queue import queue
    from volteface.review.session import Session

    loaded = load_case(case)
    if actor is not None:
        lookup.actor(loaded, actor)
    if issue is not None:
        lookup.issue(loaded, issue)
    who = coder_name(coder)
    which: Which = "again" if again else "conflicts" if conflicts else "open"
    if changed:
        which = "changed"
    place = ledger or default_ledger(loaded.settings.id)
    with open_ledger(place, create=False) as opened:
        refuse_other_case(opened, loaded)
        records = queue(opened, loaded, who, which, actor=actor, issue=issue)
        session = Session(opened, loaded, who, records, which)
        if jsonl:
            _print(session)
        else:
            _work(session, quiet=quiet)


def _work(session: "Session", *, quiet: bool) -> None:
    from rich.console import Console

    from volteface.cli.review_keys import Keys
    from volteface.cli.review_loop import work

    try:
        work(session, Keys(), Console())
    finally:
        if session.done and not quiet:
            click.echo(f"{len(session.done)} decided by {session.coder}", err=True)


def _print(session: "Session") -> None:
    """The queue as JSON lines, in order."""
    from volteface.coding.wire import statement_line

    while (item := session.current()) is not None:
        click.echo(json.dumps(statement_line(item.statement, item.report), ensure_ascii=False))
        session.waiting.popleft()
