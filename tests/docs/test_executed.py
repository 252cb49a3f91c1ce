"""The pages do what they say: every command of a console block is run, in order."""

import os
import re
import subprocess
import sysconfig
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

_ROOT = Path(__file__).parents[2]
_PAGES = ("README.md", "docs/tutorial.md", "docs/howto-own-case.md")
_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class Example:
    """A command of a console block and the output printed under it, empty where none is shown."""

    command: str
    shown: str


def _examples(markdown: str) -> Iterator[Example]:
    """The commands of a page's console blocks, in order.

    A line that begins with ``$ `` is a command, one with ``> `` carries it on; all others are
    output.
    """
    for block in _BLOCK.findall(markdown):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            lines = part.splitlines()
            end = 1
            while end < len(lines) and lines[end].startswith(">"):
                end += 1
            command = "\n".join([lines[0], *(line[2:] for line in lines[1:end])])
            yield Example(command, "\n".join(lines[end:]))


def _missing(shown: str, printed: str) -> str | None:
    """The first shown words that the output lacks at their place; None where it is as shown.

    ``...`` stands for anything, and lines may be wrapped.
    """
    pieces = [" ".join(piece.split()) for piece in shown.split("...")]
    left = " ".join(printed.split())
    if not left.startswith(pieces[0]):
        return pieces[0]
    left = left.removeprefix(pieces[0])
    if len(pieces) == 1:
        return left.strip() or None
    for piece in pieces[1:-1]:
        _, found, left = left.partition(piece) if piece else ("", "", left)
        if found != piece:
            return piece
    return None if left.endswith(pieces[-1]) else pieces[-1]


def _execute(command: str, folder: Path) -> tuple[int, str]:
    """Exit code and output of a command line run as a reader would run it, in a shell."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("VOLTEFACE_")}
    path = os.pathsep.join([sysconfig.get_path("scripts"), os.environ["PATH"]])
    done = subprocess.run(  # noqa: S603 - the commands stand in our own pages
        ["/bin/sh", "-c", command],
        cwd=folder,
        env=kept | {"PATH": path},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=_LONGEST,
        check=False,
    )
    return done.returncode, done.stdout


@pytest.mark.parametrize("page", _PAGES)
def test_every_command_does_what_the_page_shows(page: str, tmp_path: Path) -> None:
    """Each command of a page succeeds and prints what stands under it."""
    found = list(_examples((_ROOT / page).read_text(encoding="utf-8")))
    assert found
    for example in found:
        code, printed = _execute(example.command, tmp_path)
        assert code == 0, f"{example.command}\n{printed}"
        if example.shown.strip():
            missing = _missing(example.shown, printed)
            assert missing is None, f"{example.command}\nprinted no {missing!r} in\n{printed}"


def test_the_make_commands_of_the_readme_exist() -> None:
    """What the README tells a newcomer to enter are targets of the Makefile."""
    told = set(re.findall(r"^make (\w+)", (_ROOT / "README.md").read_text("utf-8"), re.MULTILINE))
    targets = set(re.findall(r"^(\w+):", (_ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert {"demo", "test"} <= told <= targets


def test_a_page_is_taken_apart_into_commands_and_output() -> None:
    """Continued lines belong to the command, other lines to the output, other blocks to neither."""
    page = "```sh\n$ no\n```\n```console\n$ cat << END\n> a\n>\n> END\na\n\n$ true\n```\n"
    assert list(_examples(page)) == [Example("cat << END\na\n\nEND", "a\n"), Example("true", "")]


@pytest.mark.parametrize(
    ("shown", "printed", "missing"),
    [
        ("a b", "a\n  b\n", None),
        ("a ... d", "a b c d", None),
        ("a\n...", "a", None),
        ("a ... c ... d", "a b c d", None),
        ("a", "a b", "b"),
        ("b", "a b", "b"),
        ("a ... d", "a b c", "d"),
        ("a ... d ... c", "a c", "d"),
        ("a ... c ... b ... d", "a b c d", "b"),
    ],
)
def test_output_is_compared_with_what_is_shown(
    shown: str, printed: str, missing: str | None
) -> None:
    """Three full stops stand for anything and wrapping does not count; all else does."""
    assert _missing(shown, printed) == missing
