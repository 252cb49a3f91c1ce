"""A file into a ledger, in one transaction: what is right comes in, what is wrong is said."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

from volteface.case.schema import Case
from volteface.errors import UsageError
from volteface.formats.found import Coded, Fault, Found, Happened, Kept, Tally
from volteface.formats.holdings import Tell, opened
from volteface.formats.record_json import report_of, to_json
from volteface.formats.report_index import ReportIndex, UnknownReportError, new_report
from volteface.formats.spool import Spool
from volteface.formats.taking import Taking, refuse_other_case
from volteface.ledger import fetch
from volteface.ledger.machine import MACHINE
from volteface.ledger.storing import coders

Stage: TypeAlias = Callable[[str], AbstractContextManager[Tell]]
"""From what is being done to a callback for how far it is."""
Read: TypeAlias = Callable[[Path, Tell], Iterable[Found]]
"""A format's reader."""


@contextmanager
def silent(_what: str) -> Iterator[Tell]:
    """Tell nobody."""
    yield lambda _done, _total: None


def bring_in(
    place: str | Path,
    case: Case,
    path: Path,
    read: Read,
    *,
    coder: str | None,
    complain: Callable[[Fault], None],
    stage: Stage = silent,
) -> Tally:
    """Read a file into a ledger.

    What volteface wrote comes back as it was; what somebody else coded becomes that coder's
    reading, which replaces the coder's earlier reading of the same reports. Either all that is
    right in the file is stored or, if this is stopped, nothing.

    Args:
        place: The ledger's; it is made if it is not there.
        case: Whose actors and issues the file names.
        path: The file.
        read: The reader of its format.
        coder: Who coded what volteface did not write.
        complain: Told of everything that is wrong in the file, in its order.
        stage: Told how far reading and storing are.

    Returns:
        How many records came of it.

    Raises:
        UsageError: The file has codings and no coder is named, or is another case's, or its
            encoding cannot be told.
        LedgerError: The ledger cannot be written; what it held is whole.
    """
    if coder is not None and coder.startswith(f"{MACHINE}/"):
        raise UsageError(f"{coder} is the machine's own name: give another with --coder")
    with Spool() as spool, opened(place, create=True) as database:
        with database.read() as connection:
            refuse_other_case(coders(connection), case, str(place))
            index = ReportIndex(fetch.reports(connection, current=False))
        with stage(f"reading {path.name}") as tell:
            _spool(spool, index, read(path, tell), path, coder)
        taking = Taking(spool, case, coder, database.clock)
        with stage("storing") as tell, database.write() as connection:
            done = 0
            for report, pieces in spool.reports():
                taking.take(connection, report, pieces)
                done += len(pieces)
                tell(done, spool.count)
        for fault in spool.all_faults():
            taking.tally.faults += 1
            complain(fault)
        return taking.tally


def _spool(
    spool: Spool, index: ReportIndex, found: Iterable[Found], path: Path, coder: str | None
) -> None:
    """Set down everything by report; a report that the file brings with it is known from then."""
    for item in found:
        match item:
            case Fault():
                spool.fault(item)
            case Kept():
                if item.part == "report" and item.report not in index:
                    try:
                        index.add(report_of(item.data))
                    except ValueError as error:
                        spool.fault(Fault(item.line, f"report {item.report}: {error}"))
                        continue
                spool.add(item.report, item)
            case Coded() | Happened():
                if coder is None:
                    raise UsageError(
                        f"{path}: line {item.line} was coded elsewhere: say by whom with --coder"
                    )
                _spool_coding(spool, index, item, path)


def _spool_coding(spool: Spool, index: ReportIndex, item: Coded | Happened, path: Path) -> None:
    """Set down a coding, with its report where only the file has that."""
    try:
        report = index.find(item.where)
    except UnknownReportError as error:
        made = new_report(item.where, f"{path.name}#{item.line}")
        if made is None:
            spool.fault(Fault(item.line, str(error)))
            return
        report = made.id
        index.add(made)
        spool.add(report, Kept(item.line, report, "report", to_json(made)))
    # The text is known by now and need not be set down with each row.
    spool.add(report, replace(item, where=replace(item.where, text=None)))
