"""What runs beside a test as a process of its own: ``python program.py COMMAND LEDGER ...``."""

import os
import resource
import signal
import sqlite3
import sys
from datetime import UTC, datetime
from itertools import count

from sqlalchemy import Engine, event

from volteface.errors import LedgerError
from volteface.identity import text_sha256
from volteface.ledger import Ledger, Reading, open_ledger
from volteface.records import Candidate, Report, Statement


def noon() -> datetime:
    """A clock that stands."""
    return datetime(2016, 5, 31, 12, tzinfo=UTC)


def reading(number: int) -> Reading:
    """The reading of one of many reports, with twenty statements."""
    text = f"Report {number}. " + "Envoys met in Geneva and no veto was cast. " * 20
    name = f"{number:04}"
    report = Report(
        f"r-{name}", f"{name}.txt", text, text_sha256(text), f"Title {name}", None, None, "en"
    )
    return Reading(report, "k1", "offline", tuple(statement(report, each) for each in range(20)))


def statement(report: Report, number: int) -> Statement:
    """One of a report's statements."""
    start = 10 * number
    return Statement(
        id=f"s-{report.id}-{number}",
        utterance=f"u-{report.id}-{number}",
        report=report.id,
        voice="attributed",
        content=((start, start + 9),),
        speaker=((start, start + 2),),
        cue=(),
        text=report.text[start : start + 9],
        kind="direct",
        register="stated",
        person=None,
        actor="RUS",
        role=None,
        about=None,
        addressee=None,
        via=("Wire",),
        endorsed=True,
        said_on=None,
        issue="dialogue",
        stance=0.5,
        confidence=0.5,
        candidates=(Candidate("dialogue", 0.5, 0.5),),
    )


def say(*lines: object) -> None:
    """Write lines to the test at once."""
    sys.stdout.writelines(f"{line}\n" for line in lines)
    sys.stdout.flush()


def store(path: str, reports: str) -> None:
    """Store so many reports and say each number when it is stored."""
    with open_ledger(path, clock=noon) as ledger:
        for number in range(int(reports)):
            ledger.store(reading(number))
            say(number)


def hold(path: str) -> None:
    """Sign in as a run does, then keep the write lock until told to go on."""
    with open_ledger(path, clock=noon) as ledger:
        ledger.store(reading(0))
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        say("holding")
        sys.stdin.readline()
        other.rollback()
        other.close()


def die(path: str, table: str) -> None:
    """Store two reports, and a third up to its rows in one table; then be killed."""
    with open_ledger(path, clock=noon) as ledger:
        ledger.store(reading(0))
        ledger.store(reading(1))

        @event.listens_for(Engine, "after_cursor_execute")
        def _kill(*arguments: object) -> None:
            if str(arguments[2]).startswith(f"INSERT INTO {table}"):
                os.kill(os.getpid(), signal.SIGKILL)

        ledger.store(reading(2))


def fill(path: str, size: str) -> None:
    """Store reports until no file may grow beyond so many bytes."""
    with open_ledger(path, clock=noon) as ledger:
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(size), int(size)))
        _until_refused(ledger)


def _until_refused(ledger: Ledger) -> None:
    for number in count():
        try:
            ledger.store(reading(number))
        except LedgerError as error:
            say(number, error)
            return


if __name__ == "__main__":
    {"store": store, "hold": hold, "die": die, "fill": fill}[sys.argv[1]](*sys.argv[2:])
