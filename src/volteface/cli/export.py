"""``volteface export``."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from volteface.cli.options import ledger_option, quiet_option
from volteface.cli.progress import progress
from volteface.formats.kinds import KINDS, VIEWS

if TYPE_CHECKING:
    from volteface.formats.networks import Network

_ABOUT = {kind.name: kind.about for kind in KINDS.values()} | VIEWS
_HELP = """\
Write a case's ledger to a file for another program.

All that holds is written: reports with their texts, statements, events, claims, who read them and
what was decided. Of every format but the networks ``volteface import`` makes the same ledger again.

\b
Formats:
""" + "\n".join(f"  {name:14}{about}" for name, about in _ABOUT.items())


@click.command("export", help=_HELP)
@click.argument("case")
@click.option(
    "--format",
    "kind",
    type=click.Choice(list(_ABOUT)),
    required=True,
    metavar="F",
    help="See above.",
)
@click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    required=True,
    help="Where to write; a file that is there is replaced.",
)
@click.option(
    "--network",
    type=click.Choice(["actor-issue", "actor-actor"]),
    default="actor-issue",
    show_default=True,
    help="Of graphml and gexf: stands on issues, or agreement between actors.",
)
@ledger_option
@quiet_option
def command(
    case: str, kind: str, out: Path, network: "Network", ledger: str | None, *, quiet: bool
) -> None:
    """Write a ledger."""
    from volteface.case import load_case
    from volteface.cli.open_case import opened_case
    from volteface.formats import networks
    from volteface.formats.holdings import bundles, opened
    from volteface.formats.names import Names
    from volteface.formats.whole_file import whole_file
    from volteface.ledger import default_ledger

    loaded = load_case(case)
    with opened_case(loaded, ledger, quiet=quiet):
        place = ledger or default_ledger(loaded.settings.id)
        with (
            opened(place) as database,
            progress(f"writing {out.name}", quiet=quiet) as tell,
            whole_file(out) as path,
        ):
            held = bundles(database, tell)
            if kind in KINDS:
                KINDS[kind].write(held, path, Names(loaded))
            else:
                suffix = path.with_suffix(networks.SUFFIXES[kind])
                networks.write_network(networks.network(held, Names(loaded), network), suffix)
                suffix.replace(path)
    if not quiet:
        click.echo(f"{out}: written", err=True)
