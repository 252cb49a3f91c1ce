"""``volteface levers``."""

import json
import os
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING

import click

from volteface.cli.options import Day, draws_options, json_option, quiet_option
from volteface.cli.progress import progress

if TYPE_CHECKING:
    from volteface.questions.levers.answer import Found, Levers

_SHOWN = 10


@click.command("levers")
@click.argument("case")
@click.option("--target", required=True, metavar="MEASURE", help='Such as "RUS.support<arms".')
@click.option(
    "--threshold",
    type=click.FloatRange(0, 1, min_open=True),
    required=True,
    metavar="P",
    help="The probability that the target is to pass.",
)
@click.option("--by", metavar="YYYY-MM", help="When it is measured. [default: the last month]")
@click.option(
    "--from",
    "first",
    metavar="YYYY-MM",
    help="From when levers are pulled. [default: the first month that is not on record]",
)
@click.option("--as-of", type=Day(last=True), help="In worlds that fit the record up to this day.")
@draws_options
@json_option
@quiet_option
def command(
    case: str,
    target: str,
    threshold: float,
    by: str | None,
    first: str | None,
    as_of: date | None,
    draws: int,
    seed: int,
    *,
    as_json: bool,
    quiet: bool,
) -> None:
    """Find the smallest interventions that bring a target past a threshold.

    Single ones first, smallest first; then pairs that take less together; then what moves the
    target and does not suffice; then what does nothing. The size of an intervention is 1 for a
    fourfold rise or a fall to a quarter, the whole of a switch, or the whole ladder of support.
    """
    from volteface.cli.held import held_worlds
    from volteface.conflict.measures import parse_measure
    from volteface.errors import UsageError
    from volteface.questions.interventions import month_of
    from volteface.questions.levers.find import find_levers

    worlds = held_worlds(case, as_of, draws, seed, quiet=quiet)
    conflict = worlds.conflict
    measure = parse_measure(conflict, target)
    if measure.unit not in {"0 or 1", "prob", "share"}:
        raise UsageError(f"{target} is no yes or no: hold it against a value, as in NAME>=VALUE")
    until = conflict.months - 1 if by is None else month_of(conflict, by)
    start = worlds.month + 1 if first is None else month_of(conflict, first)
    with progress("levers", quiet=quiet) as tell:
        found = find_levers(
            worlds,
            measure,
            until,
            threshold,
            start,
            workers=os.cpu_count() or 1,
            progress=tell,
        )
    when = f"{conflict.first_day(until):%Y-%m}"
    since = f"{conflict.first_day(start):%Y-%m}"
    if as_json:
        data = asdict(found) | {
            "by": when,
            "from": since,
            "as_of": None if as_of is None else as_of.isoformat(),
            "seed": seed,
        }
        click.echo(json.dumps(data, indent=2))
        return
    for line in _lines(found, when, since):
        click.echo(line)


def _lines(found: "Levers", by: str, since: str) -> list[str]:
    way = "up to" if found.sign > 0 else "down to"
    lines = [
        (
            f"{found.target} by {by} is {found.before:.3f} (error {found.error:.3f}) in "
            f"{found.worlds} worlds; wanted: {way} {found.threshold:g}, by what is done from "
            f"{since}."
        )
    ]
    lines += ["Alone:", *map(_told, found.singles)] if found.singles else ["Nothing does it alone."]
    if found.pairs:
        lines += ["Two pulled alike, for less together:", *map(_told, found.pairs)]
    else:
        lines.append("No two of the strongest do it for less together.")
    if found.short:
        lines.append("Not enough, at their most:")
        lines += [
            f"  {one.text}: {one.mean:.3f} (error {one.error:.3f})" for one in found.short[:_SHOWN]
        ]
    sure = 1 - 0.05 ** (1 / found.screened)
    lines.append(
        f"{len(found.idle)} of {found.tried} quantities change it in none of {found.screened} "
        f"worlds (in less than {sure:.0%} of all, with 95 % confidence), at their most in any "
        f"direction, among them {', '.join(found.idle[:_SHOWN])}."
    )
    return lines


def _told(found: "Found") -> str:
    low, high = found.interval
    doubt = "" if found.monotone else "; more does not always do more"
    return (
        f"  {' and '.join(found.texts)}: {found.mean:.3f} (error {found.error:.3f}); "
        f"size {found.size:.2f} ({low:.2f} to {high:.2f}){doubt}"
    )
