"""The ledger: every report and statement that was read, who read it, and what became of it."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, select

from volteface.errors import UsageError
from volteface.ledger import by_id, fetch, tables, told
from volteface.ledger import history as past
from volteface.ledger.anchors import Anchor
from volteface.ledger.checking import check
from volteface.ledger.database import Database, open_database
from volteface.ledger.entries import Action, HistoryEntry, Reading, Stored
from volteface.ledger.inserting import insert_statements
from volteface.ledger.storing import coders, has_reading, last_keys, store
from volteface.records import Claim, Event, Report, Statement


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


class Ledger:
    """An open ledger; use it in a ``with`` statement, or close it.

    Every method may raise :class:`~volteface.errors.LedgerError`. A method that writes does all
    it says or nothing, and waits its turn. An iterator sees the ledger as it was when its first
    record was asked for.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the ledger; closing twice does no harm."""
        self._database.close()

    @property
    def place(self) -> str:
        """Where the ledger is: its path, or its address without a password."""
        return self._database.place

    def store(self, reading: Reading) -> Stored:
        """Store one report as one coder read it, as a whole.

        The same report under the same key adds nothing. Under a new key, statements that were
        not there are added, and those that this coder made before and makes no longer are
        superseded; one that reappears holds again. A record that a person has decided on
        (:meth:`note`, :meth:`supersede`, :meth:`retract`, :meth:`add`) stays as it is.
        """
        check(reading)
        if self.has_reading(reading.report.id, reading.key):
            return Stored(reading.report.id, new=False)
        with self._database.write() as connection:
            return store(connection, reading, self._database.clock())

    def has_reading(self, report_id: str, key: str) -> bool:
        """Whether some coder's last reading of the report is the one under ``key``."""
        with self._database.read() as connection:
            return has_reading(connection, report_id, key)

    def last_keys(self, coder: str) -> dict[str, str]:
        """The key of this coder's last reading of each report, by the report's id."""
        with self._database.read() as connection:
            return last_keys(connection, coder)

    def coders(self) -> tuple[str, ...]:
        """Who has read into the ledger, in order of name."""
        with self._database.read() as connection:
            return coders(connection)

    def reports(self, *, current: bool = True) -> Iterator[Report]:
        """The reports, ordered by path; with ``current`` false, withdrawn ones too."""
        with self._database.read() as connection:
            yield from fetch.reports(connection, current=current)

    def report(self, report_id: str) -> Report | None:
        """The report with this id, withdrawn or not."""
        with self._database.read() as connection:
            return by_id.report(connection, report_id)

    def statements(
        self,
        *,
        actor: str | None = None,
        issue: str | None = None,
        report: str | None = None,
        current: bool = True,
        as_of: date | None = None,
    ) -> Iterator[Statement]:
        """The statements that fit all conditions, ordered by their reports' paths.

        Args:
            actor: Only those spoken for this actor.
            issue: Only those on this issue.
            report: Only those of this report.
            current: Only what holds; otherwise every version of every statement.
            as_of: Only those of reports that were surely published by this day.
        """
        query = fetch.chosen(actor=actor, issue=issue, report=report, current=current, as_of=as_of)
        with self._database.read() as connection:
            for _, _, statement in fetch.statements(connection, query):
                yield statement

    def events(
        self,
        *,
        actor: str | None = None,
        type_: str | None = None,
        report: str | None = None,
        current: bool = True,
    ) -> Iterator[Event]:
        """The events that fit all conditions, ordered by their reports' paths.

        Args:
            actor: Only those in which this actor takes part, as doer or recipient.
            type_: Only those of this type.
            report: Only those of this report.
            current: Only what holds; otherwise all that were ever read.
        """
        with self._database.read() as connection:
            yield from told.events(
                connection, actor=actor, type_=type_, report=report, current=current
            )

    def claims(self, *, report: str | None = None, current: bool = True) -> Iterator[Claim]:
        """The claims, of one report or of all, ordered by their reports' paths.

        With ``current`` false all that were ever read.
        """
        with self._database.read() as connection:
            yield from told.claims(connection, report=report, current=current)

    def record(self, record_id: str) -> by_id.Record | None:
        """The record with this id: of a statement the version that holds, or held last."""
        with self._database.read() as connection:
            return by_id.record(connection, record_id)

    def anchors(self, statement_id: str) -> dict[str, tuple[Anchor, ...]]:
        """The anchors of a statement's content, speaker and cue, by these names."""
        with self._database.read() as connection:
            numbered = by_id.statement(connection, statement_id)
            return fetch.anchors(connection, numbered[0]) if numbered else {}

    def history(self, record_id: str) -> tuple[HistoryEntry, ...]:
        """What happened to a record, oldest first; empty for an unknown id."""
        with self._database.read() as connection:
            return past.entries(connection, record_id)

    def approved(self) -> frozenset[str]:
        """Ids of the records that a person entered, or noted in words that begin *approved*."""
        with self._database.read() as connection:
            return past.approved(connection)

    def search(self, words: str) -> list[str]:
        """The ids of statements, then of reports, that hold all words and "quoted phrases".

        Withdrawn records are found too; their history says what became of them.
        """
        with self._database.read() as connection:
            found = [
                record
                for table in ("statement", "report")
                for record in self._database.kind.search(connection, table, words)
            ]
        return list(dict.fromkeys(found))

    def add(self, statement: Statement, who: str, why: str) -> None:
        """Enter a statement by hand, for a report that is in the ledger.

        Raises:
            UsageError: The report is not there, or the statement's id is.
        """
        with self._database.write() as connection:
            report = self._known(connection, statement.report)
            if not isinstance(report, Report):
                raise UsageError(f"{statement.report} is no report")
            if by_id.statement(connection, statement.id) is not None:
                raise UsageError(f"there is a statement {statement.id} already")
            check(Reading(report, "", who, (statement,)))
            number = past.next_number(connection, tables.statement)
            of_report = select(tables.report.c.number).where(tables.report.c.id == report.id)
            report_number = connection.execute(of_report).scalar_one()
            insert_statements(connection, report_number, report.text, [(number, 1, statement)])
            entry = past.line(statement.id, 1, "added", who, self._database.clock(), why=why)
            past.append(connection, [entry])

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
