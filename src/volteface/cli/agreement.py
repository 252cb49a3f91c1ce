"""``volteface agreement``."""

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from volteface.cli.options import json_option, ledger_option

if TYPE_CHECKING:
    from volteface.review.agreement import Agreement
    from volteface.review.alpha import Alpha


@click.command("agreement")
@click.argument("case")
@click.option("--coders", metavar="A,B,...", help="Whose agreement. [default: all but the machine]")
@click.option("--differences/--no-differences", default=True, help="List records that differ.")
@ledger_option
@json_option
def command(
    case: str, coders: str | None, ledger: str | None, *, differences: bool, as_json: bool
) -> None:
    """Say how far coders agree: Krippendorff's alpha for each field, and where they differ.

    Coders are people who have reviewed, and readers beside the machine. The machine joins where
    there is no second, or by its name (volteface/CASE).
    """
    from volteface.case import load_case
    from volteface.ledger import default_ledger, open_ledger
    from volteface.ledger.machine import refuse_other_case
    from volteface.report_page.inert import visible
    from volteface.review.agreement import agreement
    from volteface.review.codings import codings

    loaded = load_case(case)
    chosen = [name.strip() for name in coders.split(",") if name.strip()] if coders else None
    with open_ledger(ledger or default_ledger(loaded.settings.id), create=False) as opened:
        refuse_other_case(opened, loaded)
        found = agreement(codings(opened), chosen)
    if as_json:
        click.echo(json.dumps(asdict(found), indent=2, ensure_ascii=False))
        return
    for line in _table(found):
        click.echo(visible(line))
    for one in found.differences if differences else ():
        said = ", ".join(f"{name}: {value}" for name, value in one.said.items())
        click.echo(visible(f"{one.record} {one.field}: {said}"))


def _table(found: "Agreement") -> list[str]:
    lines = [f"agreement of {', '.join(found.coders)}"]
    lines.append(f"{'field':10} {'units':>6} {'alike':>6} {'alpha':>7}  95 % interval")
    lines += [_row(name, one) for name, one in found.alphas.items()]
    alone = ", ".join(f"{name} {number}" for name, number in found.alone.items() if number)
    if alone:
        lines.append(f"coded by one of them alone: {alone}")
    return lines


def _row(name: str, one: "Alpha") -> str:
    counted = f"{name:10} {one.units:6d} {one.alike:6.0%}"
    if one.value is None or one.low95 is None or one.high95 is None:
        return f"{counted}       -  all the same"
    return f"{counted} {one.value:7.2f}  {one.low95:.2f} to {one.high95:.2f}"
