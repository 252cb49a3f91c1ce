"""``volteface run``."""

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from volteface.cli.options import (
    draws_options,
    existing,
    json_option,
    ledger_option,
    quiet_option,
    workers_option,
)
from volteface.cli.progress import progress

if TYPE_CHECKING:
    from volteface.ledger.intake import Intake
    from volteface.report_page.from_model import ModelSections


@click.command("run")
@click.argument("case")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Write the answers there, as a page, Markdown, JSON and a one-page brief.",
)
@click.option(
    "--no-model", is_flag=True, help="Leave the war model out: verdicts from reports alone."
)
@draws_options
@workers_option
@ledger_option
@json_option
@quiet_option
def command(
    case: str,
    paths: tuple[str, ...],
    out: Path | None,
    draws: int,
    seed: int,
    workers: int,
    ledger: str | None,
    *,
    no_model: bool,
    as_json: bool,
    quiet: bool,
) -> None:
    """Read reports into the ledger and say who has moved, how the war works and how we know.

    Without PATH, reads the case's own reports. Files, folders and zip archives are read; what is
    in the ledger already is not read again. Without --out, the page is volteface-CASE.html in the
    current folder.
    """
    from volteface.case import case_reports, load_case
    from volteface.errors import NothingToReadError
    from volteface.ledger import default_ledger, open_ledger
    from volteface.ledger.intake import take_in
    from volteface.positions.as_json import as_json as verdict_json
    from volteface.positions.of_ledger import ledger_verdicts
    from volteface.report_page import lines, markdown
    from volteface.report_page.from_model import model_sections
    from volteface.report_page.write import write_page

    loaded = load_case(case)
    name = loaded.settings.id
    own = case_reports(loaded)
    places = existing(paths) or ([own] if own is not None else [])
    if not places:
        raise NothingToReadError(f"{loaded.folder} has no reports folder; name reports to read")
    if out is not None:
        out.mkdir(parents=True, exist_ok=True)
    page = Path(f"volteface-{name}.html") if out is None else out / f"{name}.html"
    with open_ledger(ledger or default_ledger(name)) as opened:
        with progress("reading", quiet=quiet) as tell:
            intake = take_in(opened, places, loaded, workers=workers, progress=tell)
        if not quiet:
            _tell(intake, opened.place)
        found = ledger_verdicts(opened, loaded)
        model = None
        if not no_model:
            with progress("worlds", quiet=quiet) as tell:
                model = model_sections(
                    loaded,
                    opened,
                    draws=draws,
                    seed=seed,
                    workers=os.cpu_count() or 1,
                    progress=tell,
                )
        write_page(
            page,
            loaded,
            opened,
            found,
            intake.skipped,
            paths=model.paths if model is not None else None,
            claims=model.claims if model is not None else None,
            brief=out is not None,
        )
        if out is not None:
            text = markdown(found, loaded, opened)
            (out / f"{name}.md").write_text(text, encoding="utf-8")
    data = json.dumps([verdict_json(v) for v in found], indent=2, ensure_ascii=False)
    if out is not None:
        (out / f"{name}.json").write_text(data + "\n", encoding="utf-8")
    if as_json:
        click.echo(data)
        return
    for line in (*lines(found, loaded), *_of_model(model)):
        click.echo(line)
    if not quiet:
        click.echo(f"page: {page}", err=True)


def _of_model(model: "ModelSections | None") -> list[str]:
    """The model's headlines and how the claims of the reports fare."""
    if model is None:
        return []
    said = ["", "The war model", *(f"  {line}" for line in model.paths.headlines)]
    if model.claims:
        counts = {
            word: sum(claim.answer == word for claim in model.claims)
            for word in ("supported", "contradicted", "undecided")
        } | {"beyond the model": sum(claim.answer is None for claim in model.claims)}
        told = ", ".join(f"{number} {word}" for word, number in counts.items())
        said.append(f"  Of the case's {len(model.claims)} claims: {told} (volteface claims).")
    return said


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
