import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from volteface.errors import LedgerBusyError
from volteface.ledger import Reading, open_ledger

Make = Callable[..., Reading]


def runs(path: Path) -> list[tuple[object, ...]]:
    """The rows of the table run."""
    with closing(sqlite3.connect(path)) as file:
        return file.execute("SELECT pid, command, finished IS NULL FROM run").fetchall()


def test_signs_in_and_out(path: Path, make_reading: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """A run that writes is noted with its command, without a password, until it has finished."""
    monkeypatch.setattr(sys, "argv", ["volteface", "--ledger", "postgresql://anna:secret@host/x"])
    with open_ledger(path) as ledger:
        assert runs(path) == []
        ledger.store(make_reading("001"))
        ledger.store(make_reading("002"))
        assert runs(path) == [(os.getpid(), "volteface --ledger postgresql://***@host/x", 1)]
    assert [row[2] for row in runs(path)] == [0]


def test_reading_runs_are_not_noted(path: Path, make_reading: Make) -> None:
    """Who only reads leaves no trace."""
    with open_ledger(path) as ledger:
        ledger.store(make_reading())
    with open_ledger(path) as ledger:
        list(ledger.statements())
    assert len(runs(path)) == 1


def test_gone_runs_hold_nothing(
    path: Path, make_reading: Make, start: Callable[..., subprocess.Popen[str]]
) -> None:
    """A run that was killed is not said to be writing."""
    start("die", path, "history").wait(timeout=50)
    with open_ledger(path, wait=0.1) as ledger, closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerBusyError, match="another program is writing"):
            ledger.store(make_reading())


def test_run_on_another_machine(path: Path, make_reading: Make) -> None:
    """A run on another machine cannot be asked whether it lives, so it is named."""
    with open_ledger(path) as ledger:
        ledger.store(make_reading("001"))
    with (
        open_ledger(path, wait=0.1) as ledger,
        closing(sqlite3.connect(path, isolation_level=None)) as other,
    ):
        other.execute("UPDATE run SET finished = NULL, host = 'elsewhere', pid = 999999999")
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerBusyError, match="process 999999999 on elsewhere"):
            ledger.store(make_reading("002"))
