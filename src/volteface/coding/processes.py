"""Many reports read on one process or on several, with the same result.

Processes are started before the reports are taken apart: they load the parser and the network
meanwhile. The process that starts them loads neither.
"""

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from multiprocessing import get_all_start_methods, get_context, parent_process
from multiprocessing.context import BaseContext
from threading import Thread
from typing import TYPE_CHECKING

from volteface.case.schema import Case
from volteface.coding.coded import Coded
from volteface.coding.standing_lines import StandingLines
from volteface.errors import VoltefaceError
from volteface.records import Report

if TYPE_CHECKING:
    from volteface.coding.convention import Convention
    from volteface.coding.reader import Reader

Code = Callable[[Sequence[Report]], Iterator[Coded]]
"""From reports to their statements, events and claims, in the same order."""

_LONG = 50_000
"""Characters from which a report is begun before shorter ones: nobody shall wait for it alone."""

_reader: "Reader | None" = None


@contextmanager
def coding(
    case: Case | None, workers: int, soon: int = 0, quotations: "Convention" = "broad"
) -> Iterator[Code]:
    """A function from reports to what is in them, in the same order, on so many processes.

    Processes are never forked from this one: libraries loaded here may hold threads and locks.

    Args:
        case: By whose actors and issues to read.
        workers: Processes, at least 1; one is this process itself.
        soon: So many of them are started at once, before there is a report; others when needed.
        quotations: What counts as one, as :class:`~volteface.coding.reader.Reader` has it.

    Raises:
        VoltefaceError: A reading process ended before its time.
    """
    if workers <= 1:
        from volteface.coding.reader import Reader  # noqa: PLC0415 - loads the parser

        yield lambda reports: map(Reader(case, quotations=quotations).code, reports)
        return
    pool = ProcessPoolExecutor(
        workers, mp_context=_context(), initializer=_start, initargs=(case, quotations)
    )
    try:
        for _ in range(min(soon, workers)):
            pool.submit(os.getpid)
        yield lambda reports: _on(pool, reports)
    except BrokenProcessPool as error:
        raise VoltefaceError(
            "a reading process ended before its time (out of memory?); what was read before is "
            "kept: run again, with fewer --workers"
        ) from error
    finally:
        pool.shutdown(cancel_futures=True)


def linked(
    reports: Sequence[Report], code: Code, lines: StandingLines
) -> Iterator[tuple[Report, Coded]]:
    """The reports with what is in them, oldest first, what was said before linked to it."""
    ordered = sorted(reports, key=oldest_first)
    for report, read in zip(ordered, code(ordered), strict=True):
        yield report, replace(read, statements=lines.link(report, read.statements))


def oldest_first(report: Report) -> tuple[date, str]:
    """The order in which reports are read."""
    return (report.published.earliest if report.published else date.max, report.path)


def _on(pool: ProcessPoolExecutor, reports: Sequence[Report]) -> Iterator[Coded]:
    """Each report's result in turn; one report at a time to whoever is free, long ones first."""
    begun = sorted(range(len(reports)), key=lambda place: -(len(reports[place].text) // _LONG))
    results = {place: pool.submit(_read, reports[place]) for place in begun}
    for place in range(len(reports)):
        yield results.pop(place).result()


def _context() -> BaseContext:
    """Fresh processes; where the system can, what they import is imported for all of them once."""
    if "forkserver" not in get_all_start_methods():
        return get_context("spawn")
    context = get_context("forkserver")
    context.set_forkserver_preload(["volteface.coding.reader"])
    return context


def _start(case: Case | None, quotations: "Convention") -> None:
    """Make the process's reader; leave Ctrl-C to the process that started it, and end with it."""
    global _reader  # noqa: PLW0603 - one reader a process, made once
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    from volteface.coding.reader import Reader, parser  # noqa: PLC0415 - loads the parser

    _reader = Reader(case, quotations=quotations)
    parser()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _read(report: Report) -> Coded:
    assert _reader is not None, "made by _start before the first report"
    return _reader.code(report)
