"""``volteface new``."""

from pathlib import Path

import click


@click.command("new")
@click.argument("folder", type=click.Path(path_type=Path))
def command(folder: Path) -> None:
    """Write a commented case folder to start from."""
    from volteface.case import new_case

    new_case(folder)
    click.echo(f"{folder}: a case to start from. Next: volteface check {folder}")
