import os
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Any

import click
import pytest

import volteface.cli
from volteface.errors import LedgerBusyError

Call = Callable[..., Any]
HEAVY = {"pydantic", "spacy", "numpy", "sqlalchemy", "rich", "numba", "onnxruntime", "trafilatura"}


def test_help_imports_nothing_heavy(tmp_path: Path) -> None:
    """``--help`` answers without the libraries that take long to load."""
    script = (
        "import sys; sys.argv = ['volteface', '--help']\n"
        "from volteface.cli import main\n"
        "try: main()\n"
        "except SystemExit as stop: assert stop.code == 0\n"
        "print('loaded', *sorted(sys.modules))"
    )
    done = subprocess.run(  # noqa: S603 - our own interpreter and script
        [sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    said, _, loaded = done.stdout.partition("loaded ")
    assert "Exit codes: 0 done" in said
    assert "\\b" not in said
    assert not HEAVY & {name.split(".")[0] for name in loaded.split()}


def test_every_command_explains_itself(call: Call) -> None:
    """Each command has a help text that begins with how to call it, and stands in the list."""
    listed = call("--help").out
    commands = volteface.cli.volteface.list_commands(click.Context(volteface.cli.volteface))
    assert set(commands) >= {"run", "read", "verdicts", "show", "new", "check"}
    for command in commands:
        assert f"\n  {command} " in listed
        done = call(command, "--help")
        assert done.code == 0
        assert done.out.startswith("Usage: ")
        assert f" {command} " in done.out.splitlines()[0]


def test_version(call: Call) -> None:
    """The version is the package's."""
    assert call("--version").out == f"volteface {version('volteface')}\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["frob"], "No such command 'frob'"),
        (["run"], "Missing argument 'CASE'"),
        (["read"], "Missing argument"),
        (["run", "syria", "--workers", "0"], "not in the range"),
        (["run", "nowhere"], "there is no folder and no bundled case nowhere"),
        (["check", "nowhere"], "nowhere"),
        (["read", "nothing.txt"], "nothing.txt: no such file or folder"),
        (["verdicts", "syria", "--actor", "RUSS"], "RUS"),
        (["verdicts", "syria", "--issue", "asad_stay"], "assad_stay"),
        (["verdicts", "syria", "--from", "2012-13"], "write 2012-05-31, 2012-05 or 2012"),
        (["show", "s-0000000000000000"], "there is no record s-0000000000000000"),
        (["show", "fact:none"], "no case has fact:none"),
    ],
)
def test_wrong_calls(call: Call, folder: Path, arguments: list[str], told: str) -> None:
    """A wrong call ends with code 2 and says what is wrong, and writes nothing."""
    done = call(*arguments)
    assert done.code == 2
    assert told in done.err
    assert done.out == ""
    assert not list(folder.iterdir())


@pytest.mark.parametrize(
    ("stop", "code", "told"),
    [
        (KeyboardInterrupt(), 130, "stopped; what was stored before is kept"),
        (OSError(28, "No space left on device", "x.sqlite"), 1, "x.sqlite: No space left"),
        (LedgerBusyError("process 7 is writing"), 3, "volteface: process 7 is writing"),
    ],
)
def test_how_a_command_ends(
    call: Call, monkeypatch: pytest.MonkeyPatch, stop: BaseException, code: int, told: str
) -> None:
    """Ctrl-C, a full disk and our own errors each end in a line and a code."""

    def stopping(*_: object, **__: object) -> None:
        raise stop

    monkeypatch.setattr(volteface.cli.volteface, "main", stopping)
    done = call("run", "syria")
    assert done.code == code
    assert told in done.err
    assert "Traceback" not in done.err


@pytest.mark.skipif(os.name != "posix", reason="pipes are POSIX's")
def test_into_a_closed_pipe(tmp_path: Path) -> None:
    """``volteface ... | head`` ends without a word."""
    script = "from volteface.cli import main; main()"
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(  # noqa: S603 - our own interpreter and script
        [sys.executable, "-c", script, "--help"],
        cwd=tmp_path,
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (1, b"")
