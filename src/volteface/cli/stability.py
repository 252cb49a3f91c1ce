"""``volteface stability``."""

import json
from dataclasses import asdict
from pathlib import Path

import click

from volteface.cli.options import json_option


@click.command("stability")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--want",
    type=click.IntRange(min=1),
    metavar="STATE",
    help="Say which preferences would make this state an equilibrium.",
)
@json_option
def command(file: Path, want: int | None, *, as_json: bool) -> None:
    """Judge every state of a conflict in a .gmcr file: who would move away, who would not, and why.

    Nash, general metarational (GMR), symmetric metarational (SMR) and sequential (SEQ) stability.
    States are numbered as in the file.
    """
    from volteface.bargaining import NOTIONS, read_gmcr, stability, wanted_preferences
    from volteface.bargaining.graph_stability import equilibria
    from volteface.errors import UsageError

    model = read_gmcr(file)
    found = {notion: [state + 1 for state in equilibria(model, notion)] for notion in NOTIONS}
    judged = stability(model)
    if want is not None and want > len(model.states):
        raise UsageError(f"there is no state {want}; they are 1 to {len(model.states)}")
    wanted = {
        notion: [] if want is None else list(wanted_preferences(model, want - 1, notion))
        for notion in NOTIONS
    }
    if as_json:
        data = {
            "states": [model.describe(state) for state in range(len(model.states))],
            "equilibria": found,
            "stability": [asdict(one) | {"state": one.state + 1} for one in judged],
        }
        if want is not None:
            data["wanted"] = {
                notion: [
                    asdict(one)
                    | {"demote": [[state + 1 for state in states] for states in one.demote]}
                    for one in changes
                ]
                for notion, changes in wanted.items()
            }
        click.echo(json.dumps(data, indent=2, ensure_ascii=False))
        return
    for notion, states in found.items():
        named = ", ".join(f"{state} ({model.describe(state - 1)})" for state in states)
        click.echo(f"{notion}: {named or 'none'}")
    if want is None:
        for one in judged:
            word = "stays" if one.stable else "leaves"
            click.echo(f"state {one.state + 1}, {one.notion}, {one.player} {word}: {one.reason}")
        return
    for notion, changes in wanted.items():
        for change in changes:
            click.echo(f"{notion}: {change.reason}")
