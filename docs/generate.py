# ruff: noqa: INP001 - a script beside the pages it writes
"""Write the pages of ``docs/reference`` from the program itself: ``python docs/generate.py``.

Nothing on those pages is written by hand, so that they cannot say what the program does not do.
"""

import ast
import inspect
import re
import textwrap
from collections.abc import Iterator
from pathlib import Path

import click

import volteface
from volteface.cli import volteface as program
from volteface.errors import VoltefaceError

REFERENCE = Path(__file__).parent / "reference"
_WIDTH = 80
_ROLE = re.compile(r":\w+:`~?(?:[\w.]*\.)?(\w+)`")
_SECTION = re.compile(r"(Args|Returns|Raises|Attributes):")
_ITEM = re.compile(r"(\w+): (.*)", re.DOTALL)
_BY_HAND = "<!-- Written by docs/generate.py; change the program, not this page. -->"


def pages() -> dict[str, str]:
    """The text of every generated page by its file name."""
    return {"commands.md": commands_page(), "python.md": python_page()}


def commands_page() -> str:
    """Every command with its help, the variables it reads, and the exit codes."""
    context = click.Context(program, info_name="volteface", **program.context_settings)
    out = [
        _BY_HAND,
        "# Commands",
        "What each command prints when asked with `--help`.",
        *_help("volteface", program, context),
    ]
    for name in program.list_commands(context):
        command = program.get_command(context, name)
        assert command is not None, "a listed command can be got"
        inner = click.Context(command, info_name=name, parent=context)
        out += [f"## volteface {name}", *_help(name, command, inner)]
    return "\n\n".join([*out, *_exit_codes()]) + "\n"


def _help(name: str, command: click.Command, context: click.Context) -> Iterator[str]:
    context.max_content_width = context.terminal_width = _WIDTH
    yield f"```text\n{command.get_help(context)}\n```"
    read = {
        f"`{param.envvar}` stands in for `{param.opts[0]}`"
        for param in command.params
        if isinstance(param.envvar, str)
    }
    if read:
        yield f"From the environment: {'; '.join(sorted(read))} of `{name}` where it is not given."


def _exit_codes() -> Iterator[str]:
    yield "## Exit codes"
    yield (
        "What a script sees. Every error is one clear message on standard error; what was stored "
        "before it is kept."
    )
    codes = [
        (0, "the command did what was asked"),
        (2, "the command line is wrong: an unknown command or option, a value out of range"),
        (130, "stopped by Ctrl-C"),
        *((e.exit_code, f"`{e.__name__}`: {_first_line(e)}") for e in _tree(VoltefaceError)),
    ]
    rows = [f"| {code} | {when} |" for code, when in sorted(codes, key=lambda row: row[0])]
    yield "\n".join(["| code | when |", "|---|---|", *rows])


def _tree(error: type[VoltefaceError]) -> Iterator[type[VoltefaceError]]:
    yield error
    for child in error.__subclasses__():
        yield from _tree(child)


def _first_line(thing: object) -> str:
    return _marked(inspect.getdoc(thing) or "").split("\n\n")[0].replace("\n", " ").rstrip(".")


def python_page() -> str:
    """Every public name of the package with its signature and what it does."""
    out = [
        _BY_HAND,
        "# Python",
        "The public names of `volteface`; [From Python](../python.md) shows them at work.",
    ]
    for name in volteface.__all__:
        out += list(_entry(name, getattr(volteface, name), "##"))
    return "\n\n".join(out) + "\n"


def _entry(name: str, thing: object, heading: str) -> Iterator[str]:
    tree = ast.parse(textwrap.dedent(inspect.getsource(thing))).body[0]  # type: ignore[arg-type]
    yield f"{heading} {name}"
    if isinstance(tree, ast.FunctionDef):
        yield _code(_signature(name, tree))
        yield from _described(thing)
        return
    assert isinstance(tree, ast.ClassDef), "public names are functions and classes"
    methods = [part for part in tree.body if isinstance(part, ast.FunctionDef)]
    yield from (_code(_signature(name, m)) for m in methods if m.name == "__init__")
    yield from _described(thing)
    fields = [n for n in tree.body if isinstance(n, ast.AnnAssign)]
    if fields:
        listed = "\n".join(ast.unparse(field) for field in fields)
        yield _code(listed)
    for method in methods:
        if not method.name.startswith("_"):
            is_call = inspect.isfunction(inspect.getattr_static(thing, method.name))
            yield _code(_signature(f"{name}.{method.name}", method, is_call=is_call))
            yield from _described(getattr(thing, method.name))


def _code(text: str) -> str:
    return f"```python\n{text}\n```"


def _signature(name: str, tree: ast.FunctionDef, *, is_call: bool = True) -> str:
    """As written in the source, so that it is the same under every version of Python."""
    given = f" -> {_type(tree.returns)}" if tree.returns and tree.name != "__init__" else ""
    if not is_call:
        return f"{name}{given}"
    names = tree.args
    for argument in (*names.posonlyargs, *names.args, *names.kwonlyargs):
        argument.annotation = ast.Name(_type(argument.annotation)) if argument.annotation else None
    names.args = [argument for argument in names.args if argument.arg != "self"]
    arguments = list(_arguments(names))
    line = f"{name}({', '.join(arguments)}){given}"
    if len(line) <= _WIDTH:
        return line
    parts = ",\n    ".join(arguments)
    return f"{name}(\n    {parts},\n){given}"


def _arguments(names: ast.arguments) -> Iterator[str]:
    positional = [None] * (len(names.args) - len(names.defaults)) + list(names.defaults)
    for argument, default in zip(names.args, positional, strict=True):
        yield _argument(argument, default)
    if names.kwonlyargs:
        yield "*"
    for argument, default in zip(names.kwonlyargs, names.kw_defaults, strict=True):
        yield _argument(argument, default)


def _argument(argument: ast.arg, default: ast.expr | None) -> str:
    return ast.unparse(argument) + (f" = {ast.unparse(default)}" if default is not None else "")


def _type(annotation: ast.expr | None) -> str:
    """Without the quotation marks of a type that is named before it is imported."""
    return "" if annotation is None else ast.unparse(annotation).replace("'", "")


def _described(thing: object) -> Iterator[str]:
    """A docstring as Markdown: arguments and errors as lists."""
    text, *sections = _SECTION.split(_marked(inspect.getdoc(thing) or ""))
    yield text.strip()
    for title, body in zip(sections[::2], sections[1::2], strict=True):
        entries = re.split(r"\n {4}(?=\S)", "\n" + body.strip("\n"))
        lines = [" ".join(entry.split()) for entry in entries if entry.strip()]
        if title == "Returns":
            yield f"Returns: {' '.join(lines)}"
        else:
            listed = "\n".join("- " + _ITEM.sub(r"`\1`: \2", line) for line in lines)
            yield f"{title}:\n\n{listed}"


def _marked(text: str) -> str:
    """Docstring marks as Markdown has them."""
    return _ROLE.sub(r"`\1`", text).replace("``", "`")


if __name__ == "__main__":
    REFERENCE.mkdir(exist_ok=True)
    for file_name, page in pages().items():
        (REFERENCE / file_name).write_text(page, encoding="utf-8", newline="\n")
