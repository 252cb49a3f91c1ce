"""``volteface score``."""

import json
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from volteface.cli.forecast import answered
from volteface.cli.options import Day, draws_options, json_option, quiet_option

if TYPE_CHECKING:
    from volteface.questions.forecasting.scores import Scores


@click.command("score")
@click.argument("case")
@click.argument("questions", type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--as-of",
    type=Day(last=True),
    help="As known on this day. [default: each question's opening]",
)
@click.option(
    "--plot",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE.svg",
    help="Draw how often what was given so much came true.",
)
@draws_options
@json_option
@quiet_option
def command(
    case: str,
    questions: Path,
    as_of: date | None,
    plot: Path | None,
    draws: int,
    seed: int,
    *,
    as_json: bool,
    quiet: bool,
) -> None:
    """Score forecasts of questions whose outcome is filled in.

    Brier score (0 to 2, less is better) and log score (0 at best), beside the base rate and beside
    0.95 on the status quo. A declined question is scored as the base rate; annulled and ambiguous
    ones are left out and counted.
    """
    from volteface.questions.forecasting.calibration_svg import calibration_svg
    from volteface.questions.forecasting.scores import score

    found = score(answered(case, questions, as_of, draws, seed, quiet=quiet))
    if plot is not None:
        plot.write_text(calibration_svg(found.questions), encoding="utf-8")
        if not quiet:
            click.echo(f"figure: {plot}", err=True)
    if as_json:
        click.echo(json.dumps(_json(found), indent=2))
        return
    for line in _lines(found):
        click.echo(line)


def _lines(scores: "Scores") -> list[str]:
    count = len(scores.questions)
    lines = [
        (
            f"{count} questions scored, {scores.answered} answered and {count - scores.answered} "
            f"declined; {len(scores.annulled)} annulled, {len(scores.ambiguous)} ambiguous, "
            f"{len(scores.open)} without an outcome"
        ),
        f"{'':28}Brier     log",
    ]
    lines += [
        f"{title:24}{scores.mean(f'{name}brier'):9.4f}{scores.mean(f'{name}log'):8.3f}"
        for title, name in (
            ("forecasts", ""),
            (f"base rate ({scores.base_rate:.2f})", "base_"),
            ("0.95 on the status quo", "stays_"),
        )
    ]
    lines.append(
        f"Brier better than 0.95 on the status quo by {scores.better_by:+.4f} "
        f"(bootstrap error {scores.error:.4f})"
    )
    for one in scores.questions:
        question = one.forecast.question
        given = dict(zip((o.name for o in question.options), one.given, strict=True))
        said = "declined, " if one.forecast.declined is not None else ""
        lines.append(
            f"  {question.id}: {question.outcome} came true, {said}"
            f"given {given[str(question.outcome)]:.3f}; Brier {one.brier:.4f}"
        )
    return lines


def _json(scores: "Scores") -> dict[str, Any]:
    names = ("brier", "log")
    return {
        "questions": len(scores.questions),
        "answered": scores.answered,
        "annulled": list(scores.annulled),
        "ambiguous": list(scores.ambiguous),
        "open": list(scores.open),
        "base_rate": scores.base_rate,
        "forecasts": {name: scores.mean(name) for name in names},
        "base": {name: scores.mean(f"base_{name}") for name in names},
        "stays": {name: scores.mean(f"stays_{name}") for name in names},
        "better_by": scores.better_by,
        "error": scores.error,
        "each": [
            {key: value for key, value in asdict(one).items() if key not in {"forecast", "given"}}
            | {"id": one.forecast.question.id, "declined": one.forecast.declined is not None}
            for one in scores.questions
        ],
    }
