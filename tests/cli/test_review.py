import fcntl
import io
import json
import os
import pty
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol

import click
import pytest
from rich.console import Console

from volteface.case import load_case
from volteface.cli.review_keys import Keys
from volteface.cli.review_loop import work
from volteface.ledger import open_ledger
from volteface.review.queue import queue
from volteface.review.session import Session

PROGRAM = (sys.executable, "-c", "from volteface.cli import main; main()")


class Outcome(Protocol):
    """What a call printed and its exit code."""

    code: int
    out: str
    err: str


Call = Callable[..., Outcome]


class Terminal:
    """The program at a terminal of its own; keys are typed when it waits for one."""

    def __init__(self, *arguments: str) -> None:
        self._ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 60, 100, 0, 0))
        self._theirs = theirs
        self._process = subprocess.Popen(  # noqa: S603
            [*PROGRAM, *arguments], stdin=theirs, stdout=theirs, stderr=theirs
        )
        self.seen = ""

    def type(self, key: str) -> None:
        """Type a key once the program waits for one; it has answered when this returns."""
        self._until(lambda: not termios.tcgetattr(self._theirs)[3] & termios.ICANON)
        before = len(self.seen)
        os.write(self._ours, key.encode())
        self._until(lambda: len(self.seen) > before or self._process.poll() is not None)

    def line(self, text: str) -> None:
        """Type a line in answer to a question."""
        os.write(self._ours, f"{text}\n".encode())

    def end(self) -> int:
        """Wait for the end of the program; its exit code."""
        self._until(lambda: self._process.poll() is not None)
        self._read()
        os.close(self._theirs)
        os.close(self._ours)
        return self._process.returncode

    def _until(self, done: Callable[[], bool]) -> None:
        deadline = time.monotonic() + 60
        while not done():
            if time.monotonic() > deadline:
                self._process.kill()
                self._process.wait()
                raise AssertionError(self.seen)
            self._read()

    def _read(self) -> None:
        while select.select([self._ours], [], [], 0.02)[0]:
            self.seen += os.read(self._ours, 65536).decode(errors="replace")


@pytest.mark.usefixtures("mine")
def test_at_a_terminal() -> None:
    """The whole conversation at a terminal: help, a correction, an approval, an undo, the end."""
    terminal = Terminal("review", "mine", "--coder", "anna", "--issue", "talks")
    terminal.type("?")
    terminal.type("e")
    terminal.line("stance=-0.3")
    terminal.type("a")
    terminal.type("u")
    terminal.type("q")
    assert terminal.end() == 0
    assert "take back your last choice" in terminal.seen
    assert "1 decided by anna" in terminal.seen
    with open_ledger("mine.sqlite") as ledger:
        assert [d.choice for d in ledger.decisions()] == ["corrected", "approved", "undone"]


@pytest.mark.usefixtures("mine")
def test_stopped_at_a_terminal() -> None:
    """Ctrl-C stops with the exit code for it, and what was decided is stored."""
    terminal = Terminal("review", "mine", "--coder", "anna")
    terminal.type("a")
    terminal.type("\x03")
    assert terminal.end() == 130
    with open_ledger("mine.sqlite") as ledger:
        assert len(ledger.decisions()) == 1


def typed(keys: str) -> Keys:
    """Keys that were typed ahead, all at once."""
    first: Iterator[str] = iter([keys])
    return Keys(lambda: next(first), lambda: "")


def conversation(keys: str, coder: str = "anna", which: str = "open") -> str:
    """Review the case here with these keys; what was shown."""
    case = load_case("mine")
    out = io.StringIO()
    with open_ledger("mine.sqlite") as ledger:
        records = queue(ledger, case, coder, which)  # type: ignore[arg-type]
        session = Session(ledger, case, coder, records, which)  # type: ignore[arg-type]
        work(session, typed(keys), Console(file=out, width=100))
    return out.getvalue()


@pytest.mark.usefixtures("mine")
def test_every_key() -> None:
    """Each key does what the help says, and a mistake is told without losing the record."""
    shown = conversation("nsee it\rs ue\restance=7\rzxa caption\r2aq")
    assert "noted" in shown
    assert "you have decided nothing in this session yet" in shown
    assert "a stance is a number from -1 to 1" in shown
    with open_ledger("mine.sqlite") as ledger:
        made = ledger.decisions()
    assert [d.choice for d in made][0::2] == ["rejected", "approved"]
    assert made[0].why == "a caption"


@pytest.mark.usefixtures("mine")
def test_context_and_reasons_are_shown() -> None:
    """A record is shown in its report with what was read, why, and three candidates."""
    shown = conversation("q")
    with open_ledger("mine.sqlite") as ledger:
        first = queue(ledger, load_case("mine"), "anna")[0]
        (one,) = [s for s in ledger.statements() if s.id == first]
    assert first in shown
    assert one.text.split()[0] in shown
    assert (one.reason or "").split()[0] in shown
    assert all(f"[{number}]" in shown for number in (1, 2, 3))


@pytest.mark.usefixtures("mine")
def test_conflicts_are_told_and_settled() -> None:
    """Who decides second is told; in the queue of conflicts both decisions are shown."""
    with open_ledger("mine.sqlite") as ledger:
        one = next(s for s in ledger.statements(issue="talks"))
        ledger.decide("rejected", one, "anna")
    assert "conflict: anna rejected it on" in conversation("aq", "boris", "again")
    shown = conversation("a", "carla", "conflicts")
    assert "no such statement" in shown
    assert "boris approved it on" in shown
    assert "nothing is left to review" in shown
    assert "nothing is left to review" in conversation("", "carla", "conflicts")


def test_keys() -> None:
    """Arrows are one key, what is typed ahead is kept, and Ctrl-C or the end of input stops."""
    batches = iter(["\x1b[A", "Ab", "\x03"])
    keys = Keys(lambda: next(batches), lambda: "rest ")
    assert [keys.key() for _ in range(2)] == ["\x1b[a", "a"]
    assert keys.line() == "brest"
    with pytest.raises(click.Abort):
        keys.key()

    def ends() -> str:
        raise EOFError

    with pytest.raises(click.Abort):
        Keys(ends).key()
    with pytest.raises(click.Abort):
        Keys(ask=ends).line()


def test_jsonl(call: Call, mine: Path) -> None:
    """Without a terminal the queue is printed, one JSON object a line, in its order."""
    del mine
    done = call("review", "mine", "--jsonl", "--actor", "FRONT", "--coder", "anna")
    lines = [json.loads(line) for line in done.out.splitlines()]
    assert lines
    assert {line["actor"] for line in lines} == {"FRONT"}


@pytest.mark.usefixtures("mine")
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "review needs a terminal; without one, list what is to be reviewed with --jsonl"),
        (["--again", "--changed"], "three queues: name one"),
        (["--jsonl", "--actor", "NOBODY"], "the case has no actor NOBODY"),
        (["--jsonl", "--issue", "none"], "the case has no issue none"),
        (["--jsonl", "--conflicts", "--ledger", "nowhere.sqlite"], "there is no ledger here"),
    ],
)
def test_mistakes(call: Call, arguments: list[str], message: str) -> None:
    """Each mistake is one clear line."""
    done = call("review", "mine", *arguments)
    assert done.code in {2, 3}
    assert message in done.err
    assert done.err.count("\n") == 1


def test_queues_by_option(call: Call, mine: Path) -> None:
    """The other queues can be printed too."""
    del mine
    with open_ledger("mine.sqlite") as ledger:
        one = next(s for s in ledger.statements(issue="talks"))
        ledger.decide("rejected", one, "anna")
    again = call("review", "mine", "--jsonl", "--again", "--coder", "boris")
    assert [json.loads(line)["id"] for line in again.out.splitlines()] == [one.id]
    for queued in ("--changed", "--conflicts"):
        assert call("review", "mine", "--jsonl", queued).out == ""
