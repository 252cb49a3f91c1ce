"""``volteface plot``."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import click

from volteface.cli.options import Day, ledger_option, quiet_option
from volteface.records import Channel

if TYPE_CHECKING:
    from volteface.report_page.figure import Figure

_CHANNELS = [channel for channel in get_args(Channel) if channel != "stated-revealed"]


@click.command("plot")
@click.argument("case")
@click.option("--actor", metavar="A", help="Only this actor.")
@click.option("--issue", metavar="I", help="Only this issue.")
@click.option("--channel", type=click.Choice(_CHANNELS), help="Only this channel.")
@click.option("--as-of", type=Day(last=True), help="As known from reports published by this day.")
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Where to write it: .svg, .png, or .json for Vega-Lite. [default: CASE-positions.svg]",
)
@ledger_option
@quiet_option
def command(
    case: str,
    actor: str | None,
    issue: str | None,
    channel: Channel | None,
    as_of: date | None,
    out: Path | None,
    ledger: str | None,
    *,
    quiet: bool,
) -> None:
    """Draw positions over time: bands, statements by weight, chances of a jump, verdicts.

    Reads the case's own reports first where there is no ledger yet.
    """
    from volteface.case import load_case
    from volteface.cli.open_case import opened_case
    from volteface.report_page.figures import position_figure

    loaded = load_case(case)
    with opened_case(loaded, ledger, quiet=quiet) as opened:
        figure = position_figure(
            opened, loaded, actor=actor, issue=issue, channel=channel, as_of=as_of
        )
    write(figure, out or Path(f"{loaded.settings.id}-positions.svg"), quiet=quiet)


def write(figure: "Figure", path: Path, *, quiet: bool) -> None:
    """Save a figure and say where."""
    figure.save(path)
    if not quiet:
        click.echo(f"figure: {path}", err=True)
