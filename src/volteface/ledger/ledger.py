"""The ledger: every report and statement that was read, who read it, and what became of it."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection

from volteface.errors import UsageError
from volteface.ledger import by_id, tables
from volteface.ledger import history as past
from volteface.ledger.checking import check
from volteface.ledger.database import open_database
from volteface.ledger.deciding import Decidable, Deciding
from volteface.ledger.entries import Action, Choice, Decision, Reading, Stored
from volteface.ledger.storing import store
from volteface.ledger.view import LedgerView
from volteface.records import Report


def now() -> datetime:
    """The present moment in UTC."""
    return datetime.now(UTC)


def open_ledger(
    place: str | Path,
    *,
    create: bool = True,
    clock: Callable[[], datetime] = now,
    wait: float = 30.0,
) -> "Ledger":
    """Open a ledger, make it if there is none, bring it up to date if it is of an older version.

    Args:
        place: A path, or an SQLAlchemy URL (``sqlite:///path``,
            ``postgresql+psycopg://host/name``).
        create: Whether to make a ledger where there is none.
        clock: What time it is, with a time zone; written to the history.
        wait: How many seconds to wait while another run writes.

    Raises:
        LedgerError: There is no ledger and none can be made; or what is there is no ledger, is
            damaged, or was written by a newer version. It is left as it is.
        LedgerBusyError: Another run did not finish writing in time.
    """
    return Ledger(open_database(place, create=create, clock=clock, wait=wait))


class Ledger(LedgerView):
    """An open ledger; use it in a ``with`` statement, or close it.

    Every method may raise :class:`~volteface.errors.LedgerError`. A method that writes does all
    it says or nothing, and waits its turn.
    """

    def store(self, reading: Reading) -> Stored:
        """Store one report as one coder read it, as a whole.

        The same report under the same key adds nothing. Under a new key, statements that were
        not there are added, and those that this coder made before and makes no longer are
        superseded; one that reappears holds again. A record that a person has decided on
        (:meth:`decide`, :meth:`note`, :meth:`supersede`, :meth:`retract`, :meth:`add`) stays as
        it is. Of a reading that does not count nothing holds (:meth:`read_by` gives it back).
        """
        check(reading)
        if self.has_reading(reading.report.id, reading.key):
            return Stored(reading.report.id, new=False)
        with self._database.write() as connection:
            return store(connection, reading, self._database.clock())

    def decide(
        self,
        choice: Choice,
        record: Decidable,
        coder: str,
        *,
        why: str | None = None,
        settles: bool = False,
    ) -> tuple[Decision, ...]:
        """Store what a person decides on a statement, an event or a claim.

        A statement gets a further version, read with confidence 1. An event or a claim is replaced
        by another record. What the machine read is kept. Where another coder has decided on the
        record, that decision goes on to hold, and this one is kept beside it, unless it settles.

        Args:
            choice: ``approved``: it is as ``record`` says; ``corrected``: it is as ``record``
                says, which has the id of what it corrects; ``rejected``: there is no such
                statement, event or claim.
            record: What the coder saw, or what it should be.
            coder: The person's name.
            why: In a few words.
            settles: Whether this is said in knowledge of what others decided, and ends it.

        Returns:
            Where coders now differ on the record: the decision that stands, then the others;
            empty where they agree or nobody else has decided.

        Raises:
            UsageError: There is no such record.
        """
        with self._database.write() as connection:
            at = Deciding(connection, coder, self._database.clock())
            return at.decide(choice, record, why=why, settles=settles)

    def undo(self, record_id: str, coder: str) -> tuple[Decision, ...]:
        """Take back what this coder last decided on a record; what held before holds again.

        Returns:
            As for :meth:`decide`.

        Raises:
            UsageError: There is no such record, or this coder has decided nothing on it.
        """
        with self._database.write() as connection:
            record = self._known(connection, record_id)
            if isinstance(record, Report):
                raise UsageError(f"{record_id} is a report: nothing is decided on it")
            return Deciding(connection, coder, self._database.clock()).undo(record)

    def add(self, record: Decidable, who: str, why: str) -> None:
        """Enter a statement, an event or a claim by hand, for a report that is in the ledger.

        Raises:
            UsageError: The report is not there, or the record's id is.
        """
        with self._database.write() as connection:
            if not isinstance(self._known(connection, record.report), Report):
                raise UsageError(f"{record.report} is no report")
            if by_id.record(connection, record.id) is not None:
                raise UsageError(f"there is a record {record.id} already")
            entering = Deciding(connection, who, self._database.clock())
            entering.decide("entered", record, why=why, settles=False)

    def note(self, record_id: str, who: str, why: str) -> None:
        """Write an approval or a remark to a record's history; the record stays as it is.

        Raises:
            UsageError: There is no such record.
        """
        self._decide(record_id, "noted", who, why)

    def retract(self, record_id: str, who: str, why: str) -> None:
        """Withdraw a record; a report takes its statements with it.

        Raises:
            UsageError: There is no such record.
        """
        self._decide(record_id, "retracted", who, why)

    def supersede(self, record_id: str, by: str, who: str, why: str) -> None:
        """Withdraw a record in favour of another that is in the ledger.

        Raises:
            UsageError: One of the two records is not there, or both are the same.
        """
        if by == record_id:
            raise UsageError(f"{by} cannot supersede itself")
        self._decide(record_id, "superseded", who, why, by)

    def _decide(
        self, record_id: str, action: Action, who: str, why: str, by: str | None = None
    ) -> None:
        with self._database.write() as connection:
            for known in filter(None, (record_id, by)):
                self._known(connection, known)
            history = tables.history.c
            standing = past.standings(connection, history.record == record_id).get(record_id)
            version = standing.version if standing is not None else 1
            at = self._database.clock()
            past.append(
                connection, [past.line(record_id, version, action, who, at, why=why, by=by)]
            )

    def _known(self, connection: Connection, record_id: str) -> by_id.Record:
        record = by_id.record(connection, record_id)
        if record is None:
            raise UsageError(f"there is no record {record_id} in {self.place}")
        return record
