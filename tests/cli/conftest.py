"""The command line called in a folder of its own, and one case run once for all tests."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from volteface.cli import main

PROGRAM = (sys.executable, "-c", "from volteface.cli import main; main()")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a call printed and its exit code."""

    code: int
    out: str
    err: str


@dataclass(frozen=True, slots=True)
class Ran:
    """A folder in which the example case was made and run once."""

    folder: Path
    first: Outcome


Call = Callable[..., Outcome]


def program(*arguments: str, cwd: Path) -> Outcome:
    """Call in a process of its own."""
    done = subprocess.run(  # noqa: S603 - our own interpreter and program
        [*PROGRAM, *arguments], cwd=cwd, capture_output=True, text=True, check=False
    )
    return Outcome(done.returncode, done.stdout, done.stderr)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder."""
    monkeypatch.delenv("VOLTEFACE_LEDGER", raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def call(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Iterator[Call]:
    """Call the command line in this process, in the working folder."""
    del folder

    def calling(*arguments: str | Path) -> Outcome:
        monkeypatch.setattr(sys, "argv", ["volteface", *map(str, arguments)])
        capsys.readouterr()
        with pytest.raises(SystemExit) as stopped:
            main()
        printed = capsys.readouterr()
        code = stopped.value.code
        assert isinstance(code, int)
        return Outcome(code, printed.out, printed.err)

    return calling


@pytest.fixture(scope="session")
def ran(tmp_path_factory: pytest.TempPathFactory) -> Ran:
    """``volteface new mine && volteface run mine --out out``, once."""
    place = tmp_path_factory.mktemp("ran")
    assert program("new", "mine", cwd=place).code == 0
    return Ran(place, program("run", "mine", "--out", "out", cwd=place))


@pytest.fixture
def mine(ran: Ran, folder: Path) -> Path:
    """A copy of the case and its ledger in the working folder."""
    shutil.copytree(ran.folder, folder, dirs_exist_ok=True)
    return folder / "mine"
