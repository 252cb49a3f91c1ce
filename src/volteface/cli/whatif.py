"""``volteface whatif``."""

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from volteface.cli.options import Day, draws_options, json_option, quiet_option
from volteface.cli.progress import progress

if TYPE_CHECKING:
    from volteface.questions import Answer, Estimate


@click.command("whatif")
@click.argument("case")
@click.option(
    "--do",
    "interventions",
    multiple=True,
    required=True,
    metavar="QUANTITY=VALUE from YYYY-MM",
    help='What is done, such as "RUS.support=none from 2012-06"; may be given several times.',
)
@click.option(
    "--given", multiple=True, metavar="QUANTITY=VALUE from YYYY-MM", help="Holds either way."
)
@click.option("--measure", required=True, help="What is asked for, such as war_over.")
@click.option("--by", required=True, metavar="YYYY-MM", help="The month of the measure.")
@click.option("--as-of", type=Day(last=True), help="In worlds that fit the record up to this day.")
@click.option(
    "--ledger",
    metavar="URL",
    help="With --as-of: positions measured from the reports there count as the record too.",
)
@draws_options
@json_option
@quiet_option
def command(
    case: str,
    interventions: tuple[str, ...],
    given: tuple[str, ...],
    measure: str,
    by: str,
    as_of: date | None,
    ledger: str | None,
    draws: int,
    seed: int,
    *,
    as_json: bool,
    quiet: bool,
) -> None:
    """Say what an intervention would do in the case's war model.

    The same worlds are run with and without it. ``volteface model CASE`` lists every quantity
    that --do and --measure accept.
    """
    from volteface.case import case_folder
    from volteface.cli.held import held_worlds
    from volteface.conflict import load_conflict
    from volteface.errors import UsageError
    from volteface.questions import whatif
    from volteface.questions.comparison import whatif_in

    if as_of is not None:
        worlds = held_worlds(case, as_of, draws, seed, quiet=quiet, ledger=ledger)
        answer = whatif_in(worlds, interventions, measure, by, given=given)
    elif ledger is not None:
        raise UsageError("--ledger needs --as-of: it says what is on record up to that day")
    else:
        conflict = load_conflict(case_folder(case))
        with progress("worlds", quiet=quiet) as tell:
            answer = whatif(
                conflict,
                interventions,
                measure,
                by,
                draws=draws,
                seed=seed,
                given=given,
                progress=tell,
            )
    if as_json:
        said = {"as_of": as_of.isoformat()} if as_of is not None else {}
        click.echo(json.dumps(_json(answer) | said, indent=2))
        return
    for line in _lines(answer):
        click.echo(line)


def _lines(answer: "Answer") -> list[str]:
    change = answer.difference
    done = "; ".join(answer.interventions)
    if not change.mean:
        says = f"{done}: {answer.measure} by {answer.by} stays as it is, {answer.without.mean:.3g}"
    else:
        verb = "rises" if change.mean > 0 else "falls"
        says = (
            f"{done}: {answer.measure} by {answer.by} {verb} from {answer.without.mean:.3g} to "
            f"{answer.with_.mean:.3g} (difference {change.mean:+.3g}, 90 % interval "
            f"{change.interval[0]:+.3g} to {change.interval[1]:+.3g})"
        )
    shares = (
        f"Of {answer.draws} pairs of worlds {answer.sign_share:.0%} differ that way and "
        f"{answer.opposite_share:.0%} the other way; 90 % of the differences lie between "
        f"{change.worlds[0]:+.3g} and {change.worlds[1]:+.3g}."
    )
    lines = [f"{says}.", *([shares] if change.mean else [])]
    if answer.given:
        lines.insert(1, f"Either way: {'; '.join(answer.given)}.")
    if answer.flips:
        lines.append(f"These turn the sign around: {', '.join(answer.flips)}.")
    strongest = [f"{i.name} ({i.correlation:+.2f})" for i in answer.influences[:5]]
    if strongest:
        lines.append(f"It hangs most on (rank correlation): {', '.join(strongest)}.")
    if answer.draws < answer.asked:
        lines.append(f"Stopped after {answer.draws} of {answer.asked} pairs.")
    return lines


def _json(answer: "Answer") -> dict[str, Any]:
    return {
        "do": list(answer.interventions),
        "given": list(answer.given),
        "measure": answer.measure,
        "by": answer.by,
        "draws": answer.draws,
        "asked": answer.asked,
        "seed": answer.seed,
        "with": _estimate(answer.with_),
        "without": _estimate(answer.without),
        "difference": _estimate(answer.difference),
        "sign_share": answer.sign_share,
        "opposite_share": answer.opposite_share,
        "flips": list(answer.flips),
        "influences": [
            {"quantity": i.name, "correlation": i.correlation, "low": i.low, "high": i.high}
            for i in answer.influences
        ],
    }


def _estimate(estimate: "Estimate") -> dict[str, Any]:
    return {
        "mean": estimate.mean,
        "interval": list(estimate.interval),
        "worlds": list(estimate.worlds),
    }
