"""Read reports into the ledger: only what it does not hold yet, one report at a time."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from volteface.case.schema import Case
from volteface.coding.reader import Reader
from volteface.errors import NothingToReadError
from volteface.ledger.entries import Reading
from volteface.ledger.ledger import Ledger
from volteface.records import Report, Statement
from volteface.reports import Skipped, mark_duplicates, read_reports

Progress = Callable[[int, int], None]
"""Called with how many reports are done, and of how many."""

CODER = "volteface"
"""The machine's name in the ledger, whatever its version: a new reading replaces its old one."""

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

    Each report is stored as a whole as soon as it is read, so that a run that is stopped loses
    nothing and the next one goes on where it stopped. Reading the same again adds nothing.

    Args:
        ledger: Where to store.
        paths: Files, folders and archives.
        case: By whose actors and issues to read.
        workers: Processes; the result is the same with any number.
        progress: Told after each report.

    Raises:
        NothingToReadError: None of the paths held a readable report.
        LedgerError: The ledger cannot be written; what it held is whole.
    """
    found = list(read_reports(paths, case))
    skipped = tuple(item for item in found if isinstance(item, Skipped))
    fresh_reports = [item for item in found if isinstance(item, Report)]
    if not fresh_reports:
        raise NothingToReadError(nothing_to_read(paths, skipped))
    reports = mark_duplicates(fresh_reports, known=tuple(ledger.reports()))
    reader = Reader(case)
    waiting = [r for r in reports if not ledger.has_reading(r.id, reader.key)]
    statements = done = 0
    made_by = version("volteface")
    with coding(case, workers if len(waiting) > 1 else 1, reader) as code:
        for report, read in zip(waiting, code(waiting), strict=True):
            ledger.store(Reading(report, reader.key, CODER, read, made_by))
            statements += len(read)
            done += 1
            if progress is not None:
                progress(done, len(waiting))
    return Intake(tuple(reports), len(waiting), statements, skipped)


def nothing_to_read(paths: Sequence[Path], skipped: Sequence[Skipped]) -> str:
    """One line for each path that held nothing, with the reason."""
    reasons = [f"{item.path}: {item.reason}" for item in skipped]
    named = ", ".join(str(path) for path in paths) or "no path"
    return "\n".join([*reasons, f"no report could be read from {named}; give .txt or .html files"])


@contextmanager
def coding(
    case: Case | None, workers: int, reader: Reader | None = None
) -> Iterator[Callable[[Sequence[Report]], Iterator[tuple[Statement, ...]]]]:
    """A function from reports to their statements, in the same order, on so many processes."""
    if workers <= 1:
        own = reader or Reader(case)
        yield lambda reports: map(own.read, reports)
        return
    with ProcessPoolExecutor(workers, initializer=_start, initargs=(case,)) as pool:
        yield lambda reports: pool.map(_read, reports, chunksize=1)


def _start(case: Case | None) -> None:
    global _reader  # noqa: PLW0603 - one reader a process, made once
    _reader = Reader(case)


def _read(report: Report) -> tuple[Statement, ...]:
    assert _reader is not None
    return _reader.read(report)
