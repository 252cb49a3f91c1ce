"""The ledger's database: transactions that wait their turn, and errors that say what to do."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from sqlalchemy import URL, Connection, create_engine
from sqlalchemy.exc import DBAPIError, NoSuchModuleError

from volteface.errors import LedgerError
from volteface.ledger import migrate, runs
from volteface.ledger.engines import Kind, address, kind_of
from volteface.ledger.faults import complaint


class Database:
    """An open ledger's database. Made by :func:`open_database`."""

    def __init__(self, url: URL, kind: Kind, *, clock: Callable[[], datetime], wait: float) -> None:
        self.kind = kind
        self.clock = clock
        self.place = kind.place(url)
        self._wait = wait
        self._engine = create_engine(url)
        kind.prepare(self._engine, wait)
        self._run: int | None = None

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A transaction that sees the ledger as it is at its beginning.

        Raises:
            LedgerError: The database complains; see :mod:`volteface.ledger.faults`.
        """
        with self._explained(), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A transaction of the only writer; it is stored as a whole or not at all.

        The first one signs this run in, in a transaction of its own, so that others who wait can
        say for whom.

        Raises:
            LedgerBusyError: Another run did not finish writing in time.
            LedgerError: The database complains; see :mod:`volteface.ledger.faults`.
        """
        if self._run is None:
            with self._locked() as connection:
                self._run = runs.sign_in(connection, self.clock())
        with self._locked() as connection:
            yield connection

    def migrate(self, *, create: bool) -> None:
        """Make an empty database a ledger, or bring an older ledger up to date.

        Raises:
            LedgerError: It is another program's, a newer version's, or damaged, or it is empty
                and ``create`` is false.
        """
        with self.read() as connection:
            found = migrate.revision(connection, self.place)
        if found is None and not create:
            raise LedgerError(f"{self.place}: is empty; make a ledger with 'volteface run'")
        with self._explained():
            self.kind.settle(self._engine, self._wait)
        if found != migrate.revisions()[-1]:
            with self._locked() as connection:
                migrate.upgrade(connection, self.kind, self.place)

    def close(self) -> None:
        """Sign this run out and let go of the database."""
        if self._run is not None:
            # A run that cannot sign out (a full disk) looks like one that was killed.
            with suppress(LedgerError), self._locked() as connection:
                runs.sign_out(connection, self._run, self.clock())
            self._run = None
        self._engine.dispose()

    @contextmanager
    def _locked(self) -> Iterator[Connection]:
        with (
            self._explained(),
            self._engine.connect().execution_options(writes=True) as connection,
            connection.begin(),
        ):
            self.kind.lock(connection)
            yield connection

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            fault = self.kind.fault(error.orig)
            holder = self._holder() if fault == "busy" else None
            raise complaint(fault, self.place, str(error.orig), holder) from error

    def _holder(self) -> str | None:
        try:
            with self._engine.begin() as connection:
                return runs.holder(connection, self._run)
        except DBAPIError:
            return None


def open_database(
    place: str | Path, *, create: bool, clock: Callable[[], datetime], wait: float
) -> Database:
    """Open a database and make sure that it is a ledger of this version.

    Raises:
        LedgerError: See :func:`volteface.ledger.ledger.open_ledger`.
    """
    url = address(place)
    kind = kind_of(url)
    kind.check_place(url, create=create)
    try:
        database = Database(url, kind, clock=clock, wait=wait)
    except (ModuleNotFoundError, NoSuchModuleError) as error:
        raise LedgerError(
            f"the driver for {url.drivername} is not installed: pip install 'psycopg[binary]' and"
            " write postgresql+psycopg://host/name"
        ) from error
    try:
        database.migrate(create=create)
    except BaseException:
        database.close()
        raise
    return database
