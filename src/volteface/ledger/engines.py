"""From an address to a database and the one file that knows its kind."""

import re
from pathlib import Path
from typing import Protocol

from sqlalchemy import URL, Connection, Engine, make_url
from sqlalchemy.exc import ArgumentError

from volteface.errors import LedgerError
from volteface.ledger import postgresql, sqlite
from volteface.ledger.faults import Fault


class Kind(Protocol):
    """What :mod:`volteface.ledger.sqlite` and :mod:`volteface.ledger.postgresql` both do."""

    def place(self, url: URL) -> str:
        """The address to show to the user, without a password."""

    def check_place(self, url: URL, *, create: bool) -> None:
        """Refuse an address that cannot be a ledger's, touching nothing."""

    def prepare(self, engine: Engine, wait: float) -> None:
        """Set up connections; nobody waits longer than ``wait`` seconds for a turn."""

    def settle(self, engine: Engine, wait: float) -> None:
        """Set up what lasts in a database that is known to be a ledger or to be empty."""

    def lock(self, connection: Connection) -> None:
        """Be the only writer until the transaction ends."""

    def strip(self, connection: Connection) -> None:
        """Check the database, then remove what is derived, before a migration."""

    def dress(self, connection: Connection) -> None:
        """Add what is derived, after a migration."""

    def search(self, connection: Connection, table: str, words: str) -> list[str]:
        """The ids of a table's rows with all of the words."""

    def fault(self, error: BaseException | None) -> Fault | None:
        """The kind of trouble that a driver's error tells of."""


_KINDS: dict[str, Kind] = {"sqlite": sqlite, "postgresql": postgresql}


def address(place: str | Path) -> URL:
    """The SQLAlchemy URL of a ledger; a plain path is a SQLite file.

    Raises:
        LedgerError: The text looks like a URL and is none.
    """
    if "://" not in str(place):
        return URL.create("sqlite", database=str(Path(place).expanduser()))
    try:
        return make_url(str(place))
    except (ArgumentError, ValueError) as error:
        raise LedgerError(
            f"{masked(str(place))} is no address of a ledger: name a file, or a database as in"
            " postgresql+psycopg://host/name"
        ) from error


def kind_of(url: URL) -> Kind:
    """The file that knows this kind of database.

    Raises:
        LedgerError: volteface does not keep ledgers in this kind of database.
    """
    name = url.get_backend_name()
    if name not in _KINDS:
        raise LedgerError(f"a ledger can be in SQLite or PostgreSQL, not in {name}")
    return _KINDS[name]


def masked(text: str) -> str:
    """``text`` with the user's name and password taken out of every address in it."""
    return re.sub(r"://[^/@\s]*@", "://***@", text)
