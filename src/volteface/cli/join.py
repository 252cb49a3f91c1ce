"""``volteface join``."""

from pathlib import Path

import click

from volteface.cli.options import existing, quiet_option
from volteface.cli.progress import progress


@click.command("join")
@click.argument("case")
@click.argument("shared", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    required=True,
    help="Where to write the whole ledger; a file that is there is replaced.",
)
@quiet_option
def command(case: str, shared: Path, paths: tuple[str, ...], out: Path, *, quiet: bool) -> None:
    """Join a shared ledger with the texts of its reports.

    PATH are files, folders and archives of reports. A text is known by its hash, another copy of it
    by the quotations; what cannot be joined is listed, and a report without a text stays as it is.
    """
    from volteface.case import load_case
    from volteface.formats.join import join, listed
    from volteface.formats.whole_file import whole_file
    from volteface.records import Report
    from volteface.reports import read_reports

    loaded = load_case(case)
    texts = [each for each in read_reports(existing(paths), loaded) if isinstance(each, Report)]
    with progress("joining", quiet=quiet) as tell, whole_file(out) as path:
        joined = join(shared, texts, path, tell=tell)
    for line in listed(joined):
        click.echo(line, err=True)
    if not quiet:
        click.echo(
            f"{out}: {len(joined.by_hash)} reports joined by their hash, {len(joined.by_words)} by"
            f" their words, {len(joined.without_text)} without a text;"
            f" {len(joined.lost)} records lost"
        )
