"""``volteface compare``."""

import json
from datetime import date
from pathlib import Path
from typing import get_args

import click

from volteface.cli.options import Day, json_option, ledger_option, quiet_option
from volteface.records import Channel

_CHANNELS = [channel for channel in get_args(Channel) if channel != "stated-revealed"]


@click.command("compare")
@click.argument("case")
@click.option("--issue", metavar="I", required=True, help="On which issue.")
@click.option("--actors", metavar="A,B,...", help="Only these actors and blocs.")
@click.option(
    "--channel",
    type=click.Choice(_CHANNELS),
    help="In this channel. [default: where most actors can be placed]",
)
@click.option("--on", type=Day(last=True), help="Where they stood on this day. [default: the last]")
@click.option("--as-of", type=Day(last=True), help="As known from reports published by this day.")
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Draw it there too: .svg, .png, or .json for Vega-Lite.",
)
@ledger_option
@json_option
@quiet_option
def command(
    case: str,
    issue: str,
    actors: str | None,
    channel: Channel | None,
    on: date | None,
    as_of: date | None,
    out: Path | None,
    ledger: str | None,
    *,
    as_json: bool,
    quiet: bool,
) -> None:
    """Compare actors on one issue: who stands where, who is near whom, how polarised all are.

    Reads the case's own reports first where there is no ledger yet.
    """
    from volteface.case import load_case
    from volteface.cli.open_case import opened_case
    from volteface.cli.plot import write
    from volteface.positions.compare import compare, comparison_json
    from volteface.positions.of_ledger import measure
    from volteface.report_page.compared import compared
    from volteface.report_page.compared_figure import comparison_figure

    loaded = load_case(case)
    chosen = [name.strip() for name in actors.split(",") if name.strip()] if actors else None
    with opened_case(loaded, ledger, quiet=quiet) as opened:
        measured = measure(opened, loaded, as_of)
    found = compare(measured, loaded, issue, actors=chosen, channel=channel, on=on)
    if out is not None:
        write(comparison_figure(found, loaded), out, quiet=quiet)
    if as_json:
        click.echo(json.dumps(comparison_json(found), indent=2, ensure_ascii=False))
        return
    for line in compared(found, loaded):
        click.echo(line)
