"""Options of the commands by which a person codes: who it is, and where."""

import getpass
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from volteface.errors import UsageError

if TYPE_CHECKING:
    from volteface.case.schema import Case
    from volteface.ledger import Ledger
    from volteface.ledger.by_id import Record

F = TypeVar("F", bound=Callable[..., Any])


def coder_option(function: F) -> F:
    """``--coder``."""
    return click.option(
        "--coder",
        envvar="VOLTEFACE_CODER",
        metavar="NAME",
        help="Who decides. [default: the name you are logged in by]",
    )(function)


def coder_name(given: str | None) -> str:
    """The name that decisions are stored under.

    Raises:
        UsageError: none is given and the system knows none, or it is a reader's.
    """
    try:
        name = (given or getpass.getuser()).strip()
    except (OSError, KeyError):
        name = ""
    if not name:
        raise UsageError("nobody knows your name here: say it with --coder NAME")
    if name == "volteface" or name.startswith("volteface/"):
        raise UsageError(f"{name} is the program's own name: give yours with --coder NAME")
    return name


@contextmanager
def ledger_with(record_id: str, place: str | None) -> "Iterator[tuple[Ledger, Record]]":
    """The ledger that has a record, and the record.

    Args:
        record_id: The record's id.
        place: The ledger; None for any ``*.sqlite`` in the working folder.

    Raises:
        UsageError: none has it.
    """
    from volteface.ledger import open_ledger

    places = [place] if place else sorted(str(path) for path in Path().glob("*.sqlite"))
    for each in places:
        with open_ledger(each, create=False) as ledger:
            record = ledger.record(record_id)
            if record is not None:
                yield ledger, record
                return
    where = ", ".join(places) or "this folder (it has no ledger; name one with --ledger)"
    raise UsageError(f"there is no record {record_id} in {where}")


def case_of(ledger: "Ledger", given: str | None) -> "Case":
    """The case that a ledger belongs to: the one given, or a folder or bundled case of its name.

    Raises:
        UsageError: nothing tells which case it is.
    """
    from volteface.case import bundled_cases, load_case
    from volteface.ledger.machine import MACHINE, refuse_other_case

    if given is None:
        readers = [one for one in ledger.coders() if one.startswith(f"{MACHINE}/")]
        named = readers[0].removeprefix(f"{MACHINE}/") if readers else ""
        if named not in bundled_cases() and not os.path.isdir(named):  # noqa: PTH112 - a name
            raise UsageError(f"say which case {ledger.place} belongs to: --case CASE")
        given = named
    case = load_case(given)
    refuse_other_case(ledger, case)
    return case
