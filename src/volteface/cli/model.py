"""``volteface model``."""

import json
from dataclasses import asdict

import click

from volteface.cli.options import json_option


@click.command("model")
@click.argument("case")
@json_option
def command(case: str, *, as_json: bool) -> None:
    """List every quantity of the case's war model, with meaning, unit and present value.

    Names under "to set" can stand in ``whatif --do``, those under "to measure" in ``--measure``.
    """
    from volteface.case import case_folder
    from volteface.conflict import load_conflict
    from volteface.questions import describe_model

    entries = describe_model(load_conflict(case_folder(case)))
    if as_json:
        click.echo(json.dumps([asdict(entry) for entry in entries], indent=2))
        return
    for use, title in (("do", "To set"), ("measure", "To measure")):
        click.echo(title)
        for entry in entries:
            if entry.use == use:
                source = f"; {entry.source}" if entry.source else ""
                click.echo(f"  {entry.name}: {entry.meaning} [{entry.unit}; {entry.value}{source}]")
