"""Read reports into the ledger: only what it does not hold yet, one report at a time."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from volteface.case.schema import Case
from volteface.coding.processes import coding, linked, oldest_first
from volteface.coding.reading_key import reading_key
from volteface.coding.standing_lines import StandingLines
from volteface.errors import NothingToReadError
from volteface.ledger.entries import Reading
from volteface.ledger.ledger import Ledger
from volteface.ledger.machine import coder_for, refuse_other_case
from volteface.records import Report, Statement
from volteface.reports import Skipped, mark_duplicates, read_reports
from volteface.reports.nothing import nothing_to_read

Progress = Callable[[int, int], None]
"""Called with how many reports are done, and of how many."""


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


def _said_before(ledger: Ledger, known: Sequence[Report], anew: AbstractSet[str]) -> StandingLines:
    """What the ledger's reports say, but for those that are read anew."""
    said: defaultdict[str, list[Statement]] = defaultdict(list)
    for statement in ledger.statements():
        said[statement.report].append(statement)
    lines = StandingLines()
    for report in sorted(known, key=oldest_first):
        if report.id not in anew:
            lines.add(report, said[report.id])
    return lines
