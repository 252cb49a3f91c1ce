"""A case's ledger for a command that asks it something; read first where there is none."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from volteface.cli.progress import progress

if TYPE_CHECKING:
    from volteface.case.schema import Case
    from volteface.ledger import Ledger


@contextmanager
def opened_case(case: "Case", place: str | None, *, quiet: bool) -> "Iterator[Ledger]":
    """The ledger of a case, with the case's own reports if it holds none.

    Says on standard error how many reports were read before the case or the program changed.

    Raises:
        NothingToReadError: the ledger is empty and the case has neither reports nor votes.
        LedgerError: the ledger cannot be opened, or is another case's.
    """
    from volteface.ledger import default_ledger, open_ledger
    from volteface.ledger.machine import outdated, refuse_other_case

    with open_ledger(place or default_ledger(case.settings.id)) as ledger:
        refuse_other_case(ledger, case)
        if next(ledger.reports(), None) is None:
            _build(ledger, case, quiet=quiet)
        stale = outdated(ledger, case)
        yield ledger
    if stale and not quiet:
        click.echo(
            f"{stale} reports were read before the case or the program changed; "
            f"read them again: volteface run {case.folder} PATH",
            err=True,
        )


def _build(ledger: "Ledger", case: "Case", *, quiet: bool) -> None:
    from volteface.case import case_reports
    from volteface.case.tables import FROM_TABLES
    from volteface.errors import NothingToReadError
    from volteface.ledger.intake import take_in

    own = case_reports(case)
    if own is None and any(fact.id.startswith(FROM_TABLES) for fact in case.facts):
        return
    if own is None:
        raise NothingToReadError(
            f"{ledger.place} is empty and {case.folder} has no reports folder; "
            f"read some first: volteface run {case.folder} PATH"
        )
    with progress("reading", quiet=quiet) as tell:
        take_in(ledger, [own], case, progress=tell)
