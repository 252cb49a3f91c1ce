"""Read reports into the ledger: only what it does not hold yet, one report at a time."""

import os
import signal
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from importlib.metadata import version
from multiprocessing import get_context, parent_process
from pathlib import Path
from threading import Thread

from volteface.case.schema import Case
from volteface.coding.coded import Coded
from volteface.coding.reader import Reader
from volteface.coding.reading_key import reading_key
from volteface.coding.standing_lines import StandingLines
from volteface.errors import NothingToReadError, VoltefaceError
from volteface.ledger.entries import Reading
from volteface.ledger.ledger import Ledger
from volteface.ledger.machine import coder_for, refuse_other_case
from volteface.records import Report, Statement
from volteface.reports import Skipped, mark_duplicates, read_reports

Progress = Callable[[int, int], None]
"""Called with how many reports are done, and of how many."""
Code = Callable[[Sequence[Report]], Iterator[Coded]]
"""From reports to their statements, events and claims, in the same order."""
_GIVE = "give text, web pages, PDF, Word, rich text, mail, web archives, CSV or zip files"

_reader: Reader | None = None


@dataclass(frozen=True, slots=True)
class Intake:
    """What reading a set of paths came to.

    ``reports`` are all that were read, ``fresh`` how many of them were not in the ledger under
    this reading yet, ``statements`` how many statements those gave, ``skipped`` what could not be
    read and why.
    """

    reports: tuple[Report, ...]
    fresh: int
    statements: int
    skipped: tuple[Skipped, ...]


def take_in(
    ledger: Ledger,
    paths: Sequence[Path],
    case: Case,
    *,
    workers: int = 1,
    progress: Progress | None = None,
) -> Intake:
    """Read the paths' reports by the case and store them.

    Each report is stored as a whole as soon as it is read, the oldest first, so that a run that
    is stopped loses nothing and the next one goes on where it stopped: what is stored are the
    originals of the reprints to come. Reading the same again adds nothing.

    Args:
        ledger: Where to store.
        paths: Files, folders and archives.
        case: By whose actors and issues to read.
        workers: Processes; the result is the same with any number. A script that asks for more
            than one guards its calls with ``if __name__ == "__main__":``.
        progress: Told after each report.

    Raises:
        NothingToReadError: None of the paths held a readable report.
        LedgerError: The ledger cannot be written; what it held is whole.
        VoltefaceError: A reading process ended; what was read before is stored.
    """
    known = tuple(ledger.reports())
    found = list(read_reports(paths, case, known))
    skipped = tuple(item for item in found if isinstance(item, Skipped))
    fresh_reports = [item for item in found if isinstance(item, Report)]
    if not fresh_reports:
        raise NothingToReadError(nothing_to_read(paths, skipped))
    refuse_other_case(ledger, case)
    reports = mark_duplicates(fresh_reports, known)
    key, coder, made_by = reading_key(case), coder_for(case), version("volteface")
    last = ledger.last_keys(coder)
    waiting = [report for report in reports if last.get(report.id) != key]
    statements = done = 0
    if not waiting:
        return Intake(tuple(reports), 0, 0, skipped)
    lines = _said_before(ledger, known, {report.id for report in waiting})
    with coding(case, workers if len(waiting) > 1 else 1) as code:
        for report, read in linked(waiting, code, lines):
            found_in = (read.statements, made_by, read.events, read.claims)
            ledger.store(Reading(report, key, coder, *found_in))
            statements += len(read.statements)
            done += 1
            if progress is not None:
                progress(done, len(waiting))
    return Intake(tuple(reports), len(waiting), statements, skipped)


def linked(
    reports: Sequence[Report], code: Code, lines: StandingLines
) -> Iterator[tuple[Report, Coded]]:
    """The reports with what is in them, oldest first, what was said before linked to it."""
    ordered = sorted(reports, key=_published)
    for report, read in zip(ordered, code(ordered), strict=True):
        yield report, replace(read, statements=lines.link(report, read.statements))


def _said_before(ledger: Ledger, known: Sequence[Report], anew: AbstractSet[str]) -> StandingLines:
    """What the ledger's reports say, but for those that are read anew."""
    said: defaultdict[str, list[Statement]] = defaultdict(list)
    for statement in ledger.statements():
        said[statement.report].append(statement)
    lines = StandingLines()
    for report in sorted(known, key=_published):
        if report.id not in anew:
            lines.add(report, said[report.id])
    return lines


def _published(report: Report) -> tuple[date, str]:
    return (report.published.earliest if report.published else date.max, report.path)


def nothing_to_read(paths: Sequence[Path], skipped: Sequence[Skipped]) -> str:
    """One line for each path that held nothing, with the reason."""
    reasons = [f"{item.path}: {item.reason}" for item in skipped]
    named = ", ".join(str(path) for path in paths) or "no path"
    return "\n".join([*reasons, f"no report could be read from {named}; {_GIVE}"])


@contextmanager
def coding(case: Case | None, workers: int) -> Iterator[Code]:
    """A function from reports to what is in them, in the same order, on so many processes.

    Processes are started afresh, never forked: the models' libraries hold threads and locks.

    Raises:
        VoltefaceError: A reading process ended before its time.
    """
    if workers <= 1:
        own = Reader(case)
        yield lambda reports: map(own.code, reports)
        return
    pool = ProcessPoolExecutor(
        workers, mp_context=get_context("spawn"), initializer=_start, initargs=(case,)
    )
    try:
        yield lambda reports: pool.map(_read, reports, chunksize=1)
    except BrokenProcessPool as error:
        raise VoltefaceError(
            "a reading process ended before its time (out of memory?); what was read before is "
            "kept: run again, with fewer --workers"
        ) from error
    finally:
        pool.shutdown(cancel_futures=True)


def _start(case: Case | None) -> None:
    """Make the process's reader; leave Ctrl-C to the process that started it, and end with it."""
    global _reader  # noqa: PLW0603 - one reader a process, made once
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    _reader = Reader(case)


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _read(report: Report) -> Coded:
    assert _reader is not None, "made by _start before the first report"
    return _reader.code(report)
