"""A database's complaints, said as one line that tells the user what to do."""

from typing import Literal, TypeAlias

from volteface.errors import LedgerBusyError, LedgerError

Fault: TypeAlias = Literal["busy", "full", "damaged", "closed"]
"""Somebody else writes; nothing more can be written; the file is damaged; it cannot be opened or
may not be written."""


def complaint(fault: Fault | None, place: str, words: str, holder: str | None) -> LedgerError:
    """The error to raise for a database's ``words`` about the ledger at ``place``.

    Args:
        fault: The kind of trouble, None for words that the program should have prevented.
        place: The ledger's address, without a password.
        words: What the database said.
        holder: Who is writing to the ledger, where that is known.
    """
    said = words.strip().split("\n")[0]
    match fault:
        case "busy":
            who = holder or "another program"
            return LedgerBusyError(
                f"{place}: {who} is writing to this ledger; wait until it has finished,"
                " or name another ledger (--ledger)"
            )
        case "full":
            return LedgerError(
                f"{place}: could not be written ({said}); free space on the disk and run again:"
                " what was stored before is whole"
            )
        case "damaged":
            return LedgerError(
                f"{place}: is no ledger or is damaged ({said}); it was left as it is:"
                " restore a copy of it, or name another ledger (--ledger)"
            )
        case "closed":
            return LedgerError(
                f"{place}: cannot be opened or written ({said}); check who may write to the file"
                " and its folder"
            )
        case None:
            return LedgerError(f"{place}: the ledger refused this and keeps what it held ({said})")
