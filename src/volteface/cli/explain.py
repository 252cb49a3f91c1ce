"""``volteface explain``."""

import json
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING

import click

from volteface.cli.options import Day, draws_options, json_option, quiet_option

if TYPE_CHECKING:
    from volteface.questions.explaining import Explained


@click.command("explain")
@click.argument("case")
@click.option("--measure", required=True, help="What is asked for, such as war_over.")
@click.option("--by", required=True, metavar="YYYY-MM", help="The month of the measure.")
@click.option(
    "--do",
    "interventions",
    multiple=True,
    metavar="QUANTITY=VALUE from YYYY-MM",
    help="Explain the difference that this makes; may be given several times.",
)
@click.option("--as-of", type=Day(last=True), help="In worlds that fit the record up to this day.")
@draws_options
@json_option
@quiet_option
def command(
    case: str,
    measure: str,
    by: str,
    interventions: tuple[str, ...],
    as_of: date | None,
    draws: int,
    seed: int,
    *,
    as_json: bool,
    quiet: bool,
) -> None:
    """Say which quantities, and which parts of the model, an answer rests on.

    How much of its variance is due to quantities and how much to luck, the share of each quantity,
    and what the answer is with one part of the model switched off.
    """
    from volteface.cli.held import held_worlds
    from volteface.conflict.measures import parse_measure
    from volteface.questions.explaining import explain
    from volteface.questions.interventions import month_of, parse_interventions

    worlds = held_worlds(case, as_of, draws, seed, quiet=quiet)
    conflict = worlds.conflict
    asked, month = parse_measure(conflict, measure), month_of(conflict, by)
    worlds.check_month(month, f"by {by}")
    done = [change.event for change in parse_interventions(conflict, interventions)]
    for event in done:
        worlds.check_month(event.first, event.name)
    found = explain(worlds, asked, month, done, seed=seed)
    if as_json:
        data = asdict(found) | {"measure": asked.text, "by": by, "do": list(interventions)}
        click.echo(json.dumps(data | {"draws": len(worlds), "seed": seed}, indent=2))
        return
    what = "the difference in " if done else ""
    click.echo(
        f"{what}{asked.text} by {by} is {found.mean:.3f} (error {found.error:.3f}); over "
        f"{len(worlds)} worlds its standard deviation is {found.spread:.3f}."
    )
    for line in _lines(found):
        click.echo(line)


def _lines(found: "Explained") -> list[str]:
    if found.spread == 0:
        lines = ["It is the same in every world: no quantity moves it."]
    else:
        lines = [
            f"Of its variance {found.quantities:.0%} is the quantities', {found.luck:.0%} luck's."
        ]
        lines += [
            f"  {one.name}: {one.index:.1%} by itself (error {one.error:.1%})"
            for one in found.shares
        ]
        if not found.shares:
            lines.append(
                f"  no quantity by itself explains more than chance would ({found.chance:.1%})"
            )
    lines.append("With one part of the model off:")
    lines += [
        f"  without {part.title}: {part.without:.3f} ({part.change:+.3f}, error {part.error:.3f})"
        for part in found.parts
    ]
    return lines
