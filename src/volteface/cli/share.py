"""``volteface share``."""

from pathlib import Path

import click

from volteface.cli.options import ledger_option, quiet_option
from volteface.cli.progress import progress


@click.command("share")
@click.argument("case")
@click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    required=True,
    help="Where to write the ledger; a file that is there is replaced.",
)
@click.option(
    "--quote",
    type=click.IntRange(min=0),
    default=40,
    show_default=True,
    metavar="N",
    help="How many characters of a report may be read in a row.",
)
@ledger_option
@quiet_option
def command(case: str, out: Path, quote: int, ledger: str | None, *, quiet: bool) -> None:
    """Write a case's ledger without its reports' texts, to give away.

    Every command can ask it, but of the reports only short quotations can be read. Whoever has the
    texts makes the whole ledger again with ``volteface join``.
    """
    from volteface.case import load_case
    from volteface.cli.open_case import opened_case
    from volteface.formats.share import share
    from volteface.formats.whole_file import whole_file
    from volteface.ledger import default_ledger

    loaded = load_case(case)
    with opened_case(loaded, ledger, quiet=quiet):
        place = ledger or default_ledger(loaded.settings.id)
        with progress("sharing", quiet=quiet) as tell, whole_file(out) as path:
            shared = share(place, path, quote=quote, tell=tell)
    if not quiet:
        click.echo(
            f"{out}: {shared.reports} reports; {shared.readable} of {shared.characters} characters "
            f"can be read, never more than {quote} in a row"
        )
