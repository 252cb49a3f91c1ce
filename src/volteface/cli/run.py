"""``volteface run``."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from volteface.cli.options import (
    existing,
    json_option,
    ledger_option,
    quiet_option,
    workers_option,
)
from volteface.cli.progress import progress

if TYPE_CHECKING:
    from volteface.ledger.intake import Intake


@click.command("run")
@click.argument("case")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Write the answers there too, as Markdown and JSON.",
)
@workers_option
@ledger_option
@json_option
@quiet_option
def command(
    case: str,
    paths: tuple[str, ...],
    out: Path | None,
    workers: int,
    ledger: str | None,
    *,
    as_json: bool,
    quiet: bool,
) -> None:
    """Read reports into the ledger and print who has moved and who has not.

    Without PATH, reads the case's own reports. Files, folders and zip archives are read; what is
    in the ledger already is not read again.
    """
    from volteface.case import case_reports, load_case
    from volteface.errors import NothingToReadError
    from volteface.ledger import default_ledger, open_ledger
    from volteface.ledger.intake import take_in
    from volteface.positions.as_json import as_json as verdict_json
    from volteface.positions.of_ledger import ledger_verdicts
    from volteface.report_page import lines, markdown

    loaded = load_case(case)
    own = case_reports(loaded)
    places = existing(paths) or ([own] if own is not None else [])
    if not places:
        raise NothingToReadError(f"{loaded.folder} has no reports folder; name reports to read")
    if out is not None:
        out.mkdir(parents=True, exist_ok=True)
    with open_ledger(ledger or default_ledger(loaded.settings.id)) as opened:
        with progress("reading", quiet=quiet) as tell:
            intake = take_in(opened, places, loaded, workers=workers, progress=tell)
        found = ledger_verdicts(opened, loaded)
        page = markdown(found, loaded, opened)
        place = opened.place
    data = json.dumps([verdict_json(v) for v in found], indent=2, ensure_ascii=False)
    if out is not None:
        name = loaded.settings.id
        (out / f"{name}.md").write_text(page, encoding="utf-8")
        (out / f"{name}.json").write_text(data + "\n", encoding="utf-8")
    if not quiet:
        _tell(intake, place)
    if as_json:
        click.echo(data)
        return
    for line in lines(found, loaded):
        click.echo(line)


def _tell(intake: "Intake", place: str) -> None:
    """What was read, on standard error."""
    for item in intake.skipped:
        click.echo(f"skipped {item.path}: {item.reason}", err=True)
    for report in intake.reports:
        if report.note is not None:
            click.echo(f"not coded {report.path}: {report.note}", err=True)
        elif report.published is None:
            click.echo(f"no date {report.path}: its statements enter no verdict", err=True)
    click.echo(
        f"{len(intake.reports)} reports, {intake.fresh} of them new, {intake.statements} new "
        f"statements; ledger: {place}",
        err=True,
    )
