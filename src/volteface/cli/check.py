"""``volteface check``."""

from typing import TYPE_CHECKING

import click

from volteface.cli.options import quiet_option

if TYPE_CHECKING:
    from pathlib import Path

    from volteface.case import Problem

_WRONG = 2


@click.command("check")
@click.argument("case")
@click.option(
    "--reports",
    multiple=True,
    metavar="PATH",
    help="Also say which cues these reports never use, and which they use everywhere.",
)
@quiet_option
@click.pass_context
def command(ctx: click.Context, case: str, *, reports: tuple[str, ...], quiet: bool) -> None:
    """List every mistake in a case, with file, line and what is allowed.

    Warnings (an issue with few cues) do not stop a case from running.
    """
    from volteface.case import case_folder, check_case

    folder = case_folder(case)
    problems = check_case(folder)
    if not any(problem.severity == "error" for problem in problems):
        problems = [*problems, *_of_reading(folder), *_of_model(folder)]
        if reports:
            problems += _of_reports(folder, reports, quiet=quiet)
    for problem in problems:
        click.echo(f"{problem.severity}: {problem}")
    errors = sum(problem.severity == "error" for problem in problems)
    warnings = len(problems) - errors
    click.echo(f"{case}: {_counted(errors, 'error')}, {_counted(warnings, 'warning')}")
    if errors:
        ctx.exit(_WRONG)


def _of_reading(folder: "Path") -> "list[Problem]":
    """Issues that cannot be told apart, and cues that match nothing or everything."""
    from volteface.case import load_case
    from volteface.coding.case_doubts import case_doubts
    from volteface.coding.vectors import load_vectors

    return case_doubts(load_case(str(folder)), load_vectors())


def _of_reports(folder: "Path", paths: tuple[str, ...], *, quiet: bool) -> "list[Problem]":
    """Cues that the reports never use, or use everywhere."""
    from volteface.case import load_case
    from volteface.cli.options import existing
    from volteface.cli.progress import progress
    from volteface.coding.cue_use import cue_use
    from volteface.errors import NothingToReadError
    from volteface.records import Report
    from volteface.reports import read_reports
    from volteface.reports.nothing import nothing_to_read

    case, places = load_case(str(folder)), existing(paths)
    found = list(read_reports(places, case))
    read = [item for item in found if isinstance(item, Report) and item.note is None]
    if not read:
        skipped = [item for item in found if not isinstance(item, Report)]
        raise NothingToReadError(nothing_to_read(places, skipped))
    with progress("reading", quiet=quiet) as tell:
        return cue_use(case, read, tell)


def _of_model(folder: "Path") -> "list[Problem]":
    """What the war model does not accept in conflict.toml, facts.toml and claims.toml."""
    if not (folder / "conflict.toml").is_file():
        return []
    from volteface.case.claim_problems import CLAIMS
    from volteface.case.document import Document, parse_document
    from volteface.conflict.load import conflict_problems, load_conflict
    from volteface.questions.asking import question_problems
    from volteface.questions.conditioning.on_record import FACTS, record_problems

    wrong = conflict_problems((folder / "conflict.toml").read_bytes())
    if wrong:
        return wrong
    conflict = load_conflict(folder)
    for name, problems in ((FACTS, record_problems), (CLAIMS, question_problems)):
        path = folder / name
        document = parse_document(name, path.read_bytes()) if path.is_file() else None
        if isinstance(document, Document):
            wrong += problems(document, conflict)
    return wrong


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
