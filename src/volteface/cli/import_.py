"""``volteface import``."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from volteface.cli.options import ledger_option, quiet_option
from volteface.cli.progress import progress
from volteface.formats.kinds import KINDS

if TYPE_CHECKING:
    from volteface.formats.found import Fault, Tally
    from volteface.formats.holdings import Tell


@click.command("import")
@click.argument("case")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--format", "kind", type=click.Choice(list(KINDS)), metavar="F",
    help=f"{', '.join(KINDS)}. [default: as the file looks]",
)  # fmt: skip
@click.option("--coder", metavar="NAME", help="Who coded what volteface did not write.")
@ledger_option
@quiet_option
def command(
    case: str, file: Path, kind: str | None, coder: str | None, ledger: str | None, *, quiet: bool
) -> None:
    """Read a file of another program, or an exported one, into a case's ledger.

    What volteface wrote comes back as it was. What somebody else coded, or changed in such a file,
    becomes the reading of --coder, in place of that coder's earlier one of the same reports. What
    cannot be taken in is said line by line; all the rest is stored, or nothing if this is stopped.
    """
    from volteface.case import load_case
    from volteface.errors import UsageError
    from volteface.formats.bring_in import bring_in
    from volteface.formats.detect import detect
    from volteface.ledger import default_ledger
    from volteface.report_page.inert import visible

    loaded = load_case(case)
    read = KINDS[kind or detect(file)].read

    @contextmanager
    def stage(what: str) -> "Iterator[Tell]":
        with progress(what, quiet=quiet) as tell:
            yield tell

    def complain(fault: "Fault") -> None:
        click.echo(visible(f"{file}:{fault.line}: {fault.words}"), err=True)

    place = ledger or default_ledger(loaded.settings.id)
    tally = bring_in(place, loaded, file, read, coder=coder, complain=complain, stage=stage)
    if not quiet:
        click.echo(_summary(tally))
    if tally.faults and not tally.kept and not tally.coded:
        raise UsageError(f"{file}: nothing could be taken in")


def _summary(tally: "Tally") -> str:
    said = [
        f"{tally.kept} records as volteface wrote them",
        f"{tally.coded} as coded, {tally.changed} of them in place of an earlier reading",
        f"{tally.new_reports} new reports",
    ]
    if tally.faults:
        said.append(f"{tally.faults} not taken in")
    return "; ".join(said)
