"""``volteface read``."""

import json
import os
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import click

from volteface.cli.options import existing, quiet_option, workers_option
from volteface.cli.progress import progress

if TYPE_CHECKING:
    from volteface.coding.coded import Coded
    from volteface.coding.convention import Convention
    from volteface.records import Event, Report, Statement

_MUCH = 100_000
"""Bytes of a file in which another process will find something to read."""


@click.command("read")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--case", help="Read by this case's actors and issues.")
@click.option("--jsonl", is_flag=True, help="Print one JSON object a line (docs/read.md).")
@click.option(
    "--quotations",
    type=click.Choice(["broad", "speech"]),
    default="broad",
    show_default=True,
    help="Every attribution, plans and fears too; or speech alone (docs/quotations.md).",
)
@workers_option
@quiet_option
def command(
    paths: tuple[str, ...],
    case: str | None,
    quotations: "Convention",
    workers: int,
    *,
    jsonl: bool,
    quiet: bool,
) -> None:
    """Read reports and print who said and did what; nothing is stored.

    Without --case, names come from the built-in states, institutions and outlets, and no issue
    is coded.
    """
    from volteface.case import load_case
    from volteface.coding.processes import coding, linked
    from volteface.coding.standing_lines import StandingLines
    from volteface.errors import NothingToReadError
    from volteface.records import Report
    from volteface.reports import mark_duplicates, read_reports
    from volteface.reports.nothing import nothing_to_read

    loaded = load_case(case) if case is not None else None
    places = existing(paths)
    with (
        coding(loaded, workers, _worth_starting(places, workers), quotations) as code,
        progress("reading", quiet=quiet) as tell,
    ):
        found = list(read_reports(places, loaded))
        skipped = [item for item in found if not isinstance(item, Report)]
        reports = mark_duplicates([item for item in found if isinstance(item, Report)])
        if not reports:
            raise NothingToReadError(nothing_to_read(places, skipped))
        if not quiet:
            for item in skipped:
                click.echo(f"skipped {item.path}: {item.reason}", err=True)
        # Read oldest first, to know what is said again, and printed in order of paths.
        ready: dict[str, Coded] = {}
        turns = iter(reports)
        turn = next(turns, None)
        read = linked(reports, code, StandingLines())
        for done, (report, coded) in enumerate(read, start=1):
            ready[report.id] = coded
            while turn is not None and turn.id in ready:
                _show(turn, ready.pop(turn.id), jsonl=jsonl)
                turn = next(turns, None)
            tell(done, len(reports))


def _worth_starting(places: Sequence[Path], workers: int) -> int:
    """How many processes will surely have something to do, as far as file sizes tell."""
    files = (file for place in places for file in (place, *place.rglob("*")) if file.is_file())
    worth = 0
    for file in islice(files, workers):
        worth += 1 + file.stat().st_size // _MUCH
    return min(worth, workers, os.cpu_count() or 1)


def _show(report: "Report", coded: "Coded", *, jsonl: bool) -> None:
    from volteface.coding.wire import claim_line, event_line, report_line, statement_line

    if not jsonl:
        _print(report, coded)
        return
    lines = [report_line(report)]
    lines += [statement_line(statement, report) for statement in coded.statements]
    lines += [event_line(event, report) for event in coded.events]
    lines += [claim_line(claim, report) for claim in coded.claims]
    for line in lines:
        click.echo(json.dumps(line, ensure_ascii=False))


def _print(report: "Report", coded: "Coded") -> None:
    from volteface.report_page.inert import visible

    when = report.published
    dated = f"{when.earliest} to {when.latest} ({when.basis})" if when is not None else "no date"
    click.echo(visible(f"{report.path}: {report.title or 'no title'} [{dated}]"))
    if report.note is not None:
        click.echo(f"  {report.note}")
    lines = [_said(statement) for statement in coded.statements]
    lines += [_done(event) for event in coded.events]
    lines += [
        f"{claim.id} {claim.holder} claims ({claim.direction}, "
        f"{'endorsed' if claim.endorsed else 'rejected'}): {' '.join(claim.text.split())}"
        for claim in coded.claims
    ]
    for line in lines:
        click.echo(visible(f"  {line}"))


def _said(one: "Statement") -> str:
    who = one.person or one.role or one.about or "unnamed"
    issue = f"{one.issue} {one.stance:+.2f}" if one.issue is not None else "no issue"
    quoted = " ".join(one.text.split())
    return (
        f"{one.id} {who} ({one.actor or 'unknown'}, {one.register}, {issue}, "
        f"confidence {one.confidence:.2f}): {quoted}"
    )


def _done(event: "Event") -> str:
    does = " and ".join(event.actors) or "unknown"
    suffers = f" to {' and '.join(event.recipients)}" if event.recipients else ""
    return f"{event.id} {does} {event.type}{suffers} ({event.mode}): {' '.join(event.text.split())}"
