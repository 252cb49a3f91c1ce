"""``volteface settle``."""

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from volteface.cli.options import json_option

if TYPE_CHECKING:
    from volteface.conflict.terms import Terms
    from volteface.questions.settlement_graph import Holding

_SELDOM = 0.05


@click.command("settle")
@click.argument("case")
@click.option("--by", required=True, metavar="YYYY-MM", help="The month to look at.")
@click.option(
    "--do",
    "interventions",
    multiple=True,
    metavar="QUANTITY=VALUE from YYYY-MM",
    help="What is done, as for whatif; may be given several times.",
)
@click.option(
    "--draws",
    type=click.IntRange(min=1, max=256),
    default=256,
    show_default=True,
    help="Worlds to look at.",
)
@click.option(
    "--seed",
    type=click.IntRange(min=0),
    default=0,
    show_default=True,
    help="The same seed gives the same answer.",
)
@json_option
def command(
    case: str, by: str, interventions: tuple[str, ...], draws: int, seed: int, *, as_json: bool
) -> None:
    """Say who blocks which way to settle, why, and the least that would unblock it.

    For every option of the case: in what share of the worlds nobody is against it, who is and for
    what reason, the smallest guarantee, side payment and face-saving form; whether an agreement,
    or the war, would hold (Graph Model); and which drafts would pass the Council.
    """
    from volteface.case import case_folder
    from volteface.conflict import load_conflict
    from volteface.conflict.drafts import drafts_at, passing_drafts
    from volteface.conflict.moment import look
    from volteface.conflict.terms import terms_at
    from volteface.questions import parse_interventions
    from volteface.questions.interventions import month_of
    from volteface.questions.settlement_graph import holdings, settlement_graph

    conflict = load_conflict(case_folder(case))
    events = [change.event for change in parse_interventions(conflict, interventions)]
    moment = look(conflict, month_of(conflict, by), draws=draws, seed=seed, interventions=events)
    terms = terms_at(moment)
    tabled = any(one.tabled >= 1 / 2 for one in terms)
    held = holdings(settlement_graph(moment)) if tabled else ()
    drafts = drafts_at(moment) if conflict.file.council.members else ()
    passing = passing_drafts(moment) if drafts else None
    if as_json:
        data = {
            "by": by,
            "asked": moment.asked,
            "draws": len(moment.draws),
            "options": [_json(one) for one in terms],
            "holdings": [asdict(one) for one in held],
            "drafts": [asdict(one) for one in drafts],
            "strongest_draft": None if passing is None else asdict(passing),
        }
        click.echo(json.dumps(data, indent=2))
        return
    click.echo(f"{by}: the war goes on in {len(moment.draws)} of {moment.asked} worlds.")
    for one in terms:
        for line in _lines(one):
            click.echo(line)
    for line in _held(held):
        click.echo(line)
    for draft in drafts:
        click.echo(
            f"{draft.id} ({draft.title}): would pass with chance {draft.adoption:.2g}, tabled in "
            f"{draft.tabled:.0%}."
        )
    if passing is not None:
        asks = "" if passing.asks is None else f"; the strongest asks for {passing.asks:.2g}"
        click.echo(f"Some draft would pass more often than not in {passing.share:.0%}{asks}.")


def _lines(terms: "Terms") -> list[str]:
    table = f"on the table in {terms.tabled:.0%}"
    lines = [f"{terms.option} ({terms.title}; {table}): nobody against in {terms.feasible:.0%}"]
    lines += [
        f"  in {block.share:.0%} {block.reason}; {block.payment:.2g} would make it up"
        for block in terms.blocks
        if block.share >= _SELDOM
    ]
    for what, size, share in (
        ("a guarantee against", terms.guarantee, terms.guaranteed),
        ("a form that saves", terms.form, terms.formed),
    ):
        of = "the risk" if what.startswith("a guarantee") else "face"
        if size is None:
            lines.append(f"  {what} {of} unblocks it in no world")
        else:
            lines.append(f"  {what} {size:.0%} of {of} unblocks it in {share:.0%} of the blocked")
    return lines


def _held(holdings: "tuple[Holding, ...]") -> list[str]:
    """Each outcome with the notions under which it holds, and the first reason."""
    lines = []
    for outcome in dict.fromkeys(one.outcome for one in holdings):
        own = [one for one in holdings if one.outcome == outcome]
        holds = [one.notion for one in own if one.holds]
        said = f"holds ({', '.join(holds)})" if holds else "does not hold"
        lines.append(f"{outcome} {said}: {own[0].reasons[0]}.")
    return lines


def _json(terms: "Terms") -> dict[str, object]:
    blocks = [asdict(block) | {"reason": block.reason} for block in terms.blocks]
    return asdict(terms) | {"blocks": blocks}
