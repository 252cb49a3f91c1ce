"""``volteface forecast``."""

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from volteface.cli.options import Day, draws_options, json_option, quiet_option
from volteface.cli.progress import progress

if TYPE_CHECKING:
    from volteface.questions.forecasting.forecast import Forecast


@click.command("forecast")
@click.argument("case")
@click.argument("questions", type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--as-of",
    type=Day(last=True),
    help="As known on this day. [default: each question's opening]",
)
@draws_options
@json_option
@quiet_option
def command(
    case: str,
    questions: Path,
    as_of: date | None,
    draws: int,
    seed: int,
    *,
    as_json: bool,
    quiet: bool,
) -> None:
    """Give the chance of each option of dated questions, on what was known on a day.

    QUESTIONS is a TOML file (docs/questions.md). The war model is held to the case's record up to
    the day; its word is mixed with the rate at which things on record have changed so far, by what
    it was worth one year ahead. A question that the model cannot speak to is declined.
    """
    found = answered(case, questions, as_of, draws, seed, quiet=quiet)
    if as_json:
        from volteface.questions.forecasting.forecast import as_json as to_json

        click.echo(json.dumps([to_json(one) for one in found], indent=2))
        return
    for one in found:
        for line in _lines(one):
            click.echo(line)


def answered(
    case: str, questions: Path, as_of: date | None, draws: int, seed: int, *, quiet: bool
) -> "list[Forecast]":
    """The forecasts, and on standard error what has to be said beside them."""
    from volteface.case import case_folder
    from volteface.conflict import load_conflict
    from volteface.questions.conditioning.on_record import case_record
    from volteface.questions.forecasting.forecast import forecasts
    from volteface.questions.forecasting.load import load_questions

    folder = case_folder(case)
    conflict = load_conflict(folder)
    asked = load_questions(questions, conflict)
    shown = case_record(folder, conflict)
    with progress("questions", quiet=quiet) as tell:
        found = forecasts(
            conflict, shown, asked, as_of=as_of, draws=draws, seed=seed, progress=tell
        )
    if not quiet:
        for line in dict.fromkeys(line for one in found for line in one.warnings):
            click.echo(f"note: {line}", err=True)
    return found


def _lines(forecast: "Forecast") -> list[str]:
    question = forecast.question
    lines = [f"{question.id}: {question.text}"]
    if forecast.declined is not None:
        return [*lines, f"  declined: {forecast.declined}"]
    for place, option in enumerate(question.options):
        low, high = forecast.intervals[place]
        lines.append(
            f"  {forecast.probabilities[place]:.3f} ({low:.3f} to {high:.3f}) {option.name}; "
            f"worlds {forecast.model[place]:.3f}, without a model {forecast.base[place]:.3f}"
        )
    lines.append(
        f"  as of {forecast.as_of}; the model's word counts {forecast.weight:.2f}; "
        f"{forecast.founding:.0f} founding draws"
    )
    return lines
