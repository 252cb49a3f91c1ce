"""The command reference says what the program says of itself."""

import re
from pathlib import Path

import click

from volteface import errors
from volteface.cli import volteface as program


def test_the_page_is_what_the_generator_makes(docs: Path, generated: dict[str, str]) -> None:
    """The page is up to date; if not, run ``python docs/generate.py``."""
    assert (docs / "reference" / "commands.md").read_text("utf-8") == generated["commands.md"]


def test_every_command_and_option_is_there(docs: Path) -> None:
    """Each command has a heading, and under it each of its options and arguments."""
    page = (docs / "reference" / "commands.md").read_text("utf-8")
    sections = dict(re.findall(r"^## (.+?)\n(.*?)(?=^## |\Z)", page, re.DOTALL | re.MULTILINE))
    context = click.Context(program)
    names = program.list_commands(context)
    assert {"run", "read", "verdicts", "show", "new", "check"} <= set(names)
    for name in names:
        command = program.get_command(context, name)
        assert command is not None
        section = sections[f"volteface {name}"]
        for param in command.params:
            if isinstance(param, click.Option):
                assert all(option in section for option in param.opts), (name, param.opts)
            else:
                assert param.make_metavar(click.Context(command)) in section, (name, param.name)


def test_every_exit_code_is_there(docs: Path) -> None:
    """Each class of error stands in the table with its exit code."""
    page = (docs / "reference" / "commands.md").read_text("utf-8")
    tree = errors.VoltefaceError
    classes = [c for c in vars(errors).values() if isinstance(c, type) and issubclass(c, tree)]
    assert len(classes) > 1
    for error in classes:
        assert f"| {error.exit_code} | `{error.__name__}`" in page
