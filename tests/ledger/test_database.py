import signal
import sqlite3
import subprocess
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from volteface.errors import LedgerBusyError
from volteface.ledger import Reading, open_ledger

Start = Callable[..., subprocess.Popen[str]]


def finish(process: subprocess.Popen[str]) -> str:
    """What a process printed, once it has ended well."""
    out, err = process.communicate(timeout=50)
    assert process.returncode == 0, err
    return out


def content(path: Path) -> Iterator[str]:
    """All that a ledger holds, in an order that does not depend on who stored first."""
    with open_ledger(path, create=False) as ledger:
        for report in ledger.reports(current=False):
            yield repr(report)
            yield repr(ledger.history(report.id))
        for statement in ledger.statements(current=False):
            yield repr(statement)
            yield repr(ledger.history(statement.id))


def whole(path: Path) -> int:
    """How many reports are in a file, after making sure that each is there as a whole."""
    with closing(sqlite3.connect(path)) as file:
        assert file.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert file.execute("PRAGMA foreign_key_check").fetchall() == []
    with open_ledger(path) as ledger:
        stored = [report.id for report in ledger.reports()]
        counts = Counter(statement.report for statement in ledger.statements())
        assert all(ledger.has_reading(report, "k1") for report in stored)
    assert counts == dict.fromkeys(stored, 20)
    return len(stored)


@pytest.mark.parametrize("table", ["report", "reading", "statement", "anchor", "via", "history"])
def test_killed_in_the_middle_of_a_report(start: Start, path: Path, table: str) -> None:
    """A run killed at any step of a report leaves the reports before it, and no part of it."""
    process = start("die", path, table)
    process.wait(timeout=50)
    assert process.returncode == -signal.SIGKILL
    assert whole(path) == 2


def test_killed_runs_go_on(start: Start, path: Path, tmp_path: Path) -> None:
    """Runs killed at odd moments and then one that ends leave what one whole run leaves."""
    reports, done = 60, -1
    for wanted in (5, 20, 40):
        process = start("store", path, reports)
        assert process.stdout is not None
        while done < wanted:
            done = int(process.stdout.readline())
        process.kill()
        process.wait(timeout=50)
        assert done < whole(path) <= reports
    finish(start("store", path, reports))
    finish(start("store", tmp_path / "once.sqlite", reports))
    assert list(content(path)) == list(content(tmp_path / "once.sqlite"))


def test_two_runs_at_once(start: Start, path: Path, tmp_path: Path) -> None:
    """Two runs over the same reports, begun on no ledger, leave what one run leaves."""
    both = [start("store", path, 40) for _ in range(2)]
    for process in both:
        finish(process)
    assert whole(path) == 40
    finish(start("store", tmp_path / "once.sqlite", 40))
    assert list(content(path)) == list(content(tmp_path / "once.sqlite"))


def test_busy(start: Start, path: Path, make_reading: Callable[..., Reading]) -> None:
    """Who waits too long is told who writes, since when, and what to do; reading goes on."""
    process = start("hold", path)
    assert process.stdout is not None
    assert process.stdout.readline() == "holding\n"
    with open_ledger(path, wait=0.2) as ledger:
        assert len(list(ledger.statements())) == 20
        with pytest.raises(LedgerBusyError) as caught:
            ledger.store(make_reading())
        assert str(caught.value).startswith(f"{path}: process {process.pid} on ")
        assert "program.py hold" in str(caught.value)
        assert "since 2016-05-31 12:00:00 UTC, is writing to this ledger; wait" in str(caught.value)
        process.communicate("go on\n", timeout=50)
        assert ledger.store(make_reading()).new


def test_waits_its_turn(start: Start, path: Path, make_reading: Callable[..., Reading]) -> None:
    """A run that has to wait stores once the other has finished."""
    process = start("hold", path)
    assert process.stdout is not None
    process.stdout.readline()
    go_on = threading.Timer(0.3, process.communicate, ("go on\n",))
    go_on.start()
    with open_ledger(path) as ledger:
        assert ledger.store(make_reading()).added == 2
    go_on.join()


def test_held_by_a_stranger(path: Path, make_reading: Callable[..., Reading]) -> None:
    """A program that is no run of volteface is called another program."""
    with open_ledger(path, wait=0.1) as ledger, closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerBusyError, match="another program is writing"):
            ledger.store(make_reading())


def test_locked_against_readers(path: Path, make_reading: Callable[..., Reading]) -> None:
    """A file that another program keeps for itself is said to be in use."""
    with open_ledger(path) as ledger:
        ledger.store(make_reading())
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(LedgerBusyError, match="another program is writing to this ledger"):
            open_ledger(path, wait=0.1)


def test_locked_while_it_is_made(path: Path) -> None:
    """A new file that another program begins to write to is waited for, then left to it."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerBusyError, match="another program is writing"):
            open_ledger(path, wait=0.05)
        other.execute("CREATE TABLE theirs (x)")
        other.execute("COMMIT")
        assert other.execute("SELECT name FROM sqlite_master").fetchall() == [("theirs",)]


@pytest.mark.parametrize("size", [450_000, 650_000])
def test_disk_full(start: Start, path: Path, size: int) -> None:
    """A full disk is said so; what was stored before is whole, and the next run goes on."""
    number, message = finish(start("fill", path, size)).split("\n", 1)
    assert message.startswith(f"{path}: could not be written (")
    assert "free space on the disk" in message
    stored = whole(path)
    assert stored == int(number) > 0
    with open_ledger(path) as ledger:
        assert ledger.has_reading(f"r-{stored - 1:04}", "k1")
    finish(start("store", path, stored + 3))
    assert whole(path) == stored + 3
