"""What a ledger answers, as it stands now or as it stood at an earlier moment."""

from collections.abc import Iterator
from datetime import date, datetime
from types import TracebackType
from typing import Self

from volteface.ledger import by_id, decisions, fetch, told
from volteface.ledger import history as past
from volteface.ledger.anchors import Anchor
from volteface.ledger.database import Database
from volteface.ledger.entries import Decision, HistoryEntry
from volteface.ledger.ranking import Ranked, Scales, informative
from volteface.ledger.storing import coders, has_reading, last_keys
from volteface.records import Claim, Event, Report, Statement


class LedgerView:
    """A ledger to ask; use it in a ``with`` statement, or close it.

    Every method may raise :class:`~volteface.errors.LedgerError`. An iterator sees the ledger as
    it was when its first record was asked for. ``moment`` is the moment as of which it answers
    what held, None for now.
    """

    def __init__(self, database: Database, moment: datetime | None = None) -> None:
        self._database = database
        self.moment = moment

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

    def at(self, moment: datetime) -> "LedgerView":
        """The same ledger as it stood at a moment, with a time zone; it is closed with this one.

        Reports, statements, events and claims are those that held then. Heads of reports that
        were read better since are given as they are now.
        """
        return LedgerView(self._database, moment)

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
            yield from fetch.reports(connection, current=current, moment=self.moment)

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
        query = fetch.chosen(
            actor=actor,
            issue=issue,
            report=report,
            current=current,
            as_of=as_of,
            moment=self.moment,
        )
        with self._database.read() as connection:
            for _, _, statement in fetch.statements(connection, query):
                yield statement

    def read_by(self, coder: str, report: str | None = None) -> Iterator[Statement]:
        """The statements that a coder's last reading of each report made, whether they hold or not.

        Args:
            coder: The reader's name, one of :meth:`coders`.
            report: Only those of this report.
        """
        with self._database.read() as connection:
            for _, _, statement in fetch.statements(connection, fetch.read_by(coder, report)):
                yield statement

    def same_words(self, statement: Statement) -> tuple[Statement, ...]:
        """All that was ever read of the same words of the same speaker, in order."""
        query = fetch.same_words(statement.report, statement.utterance)
        with self._database.read() as connection:
            return tuple(found for _, _, found in fetch.statements(connection, query))

    def reread(self, coder: str) -> dict[str, str]:
        """What a coder's last reading read otherwise than an earlier one: the new id to the old.

        Of words that stand at the same place and have the same speaker.
        """
        with self._database.read() as connection:
            return fetch.reread(connection, coder)

    def informative(
        self,
        scales: Scales,
        *,
        limit: int,
        actor: str | None = None,
        issue: str | None = None,
    ) -> list[Ranked]:
        """The statements that hold, most worth looking at first (:mod:`volteface.ledger.ranking`).

        Args:
            scales: What the case says of evidence.
            limit: At most so many.
            actor: Only those that bear on this actor.
            issue: Only those on this issue, or likeliest on it.
        """
        with self._database.read() as connection:
            return informative(connection, scales, limit=limit, actor=actor, issue=issue)

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
                connection,
                actor=actor,
                type_=type_,
                report=report,
                current=current,
                moment=self.moment,
            )

    def claims(self, *, report: str | None = None, current: bool = True) -> Iterator[Claim]:
        """The claims, of one report or of all, ordered by their reports' paths.

        With ``current`` false all that were ever read.
        """
        with self._database.read() as connection:
            yield from told.claims(connection, report=report, current=current, moment=self.moment)

    def record(self, record_id: str) -> by_id.Record | None:
        """The record with this id: of a statement the version that holds, or held last."""
        with self._database.read() as connection:
            return by_id.record(connection, record_id)

    def versions(self, statement_id: str) -> tuple[Statement, ...]:
        """Every version of a statement in order, the machine's first; empty for an unknown id."""
        with self._database.read() as connection:
            return by_id.versions(connection, statement_id)

    def anchors(self, statement_id: str) -> dict[str, tuple[Anchor, ...]]:
        """The anchors of a statement's content, speaker and cue, by these names."""
        with self._database.read() as connection:
            numbered = by_id.statement(connection, statement_id)
            return fetch.anchors(connection, numbered[0]) if numbered else {}

    def history(self, record_id: str) -> tuple[HistoryEntry, ...]:
        """What happened to a record, oldest first; empty for an unknown id."""
        with self._database.read() as connection:
            return past.entries(connection, record_id)

    def decisions(self, record_id: str | None = None) -> tuple[Decision, ...]:
        """What people decided, on one record or on all, in order, with what was undone."""
        with self._database.read() as connection:
            return decisions.all_of(connection, record_id)

    def approved(self) -> frozenset[str]:
        """Ids of the records that a person approved, corrected or entered, and that so stand.

        A record noted in words that begin *approved* is approved too.
        """
        with self._database.read() as connection:
            return decisions.approved(connection)

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
