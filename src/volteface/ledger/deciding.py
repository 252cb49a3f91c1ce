"""Writing what a person decides on a record, inside the caller's transaction.

The choice is a row of its own, and the record's history says what it changed. The machine's reading
stays: a statement gets a further version, an event or a claim another record in its place.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection, insert, select

from volteface.coding.record_id import identified
from volteface.errors import UsageError
from volteface.ledger import by_id, fetch, tables
from volteface.ledger.checking import check
from volteface.ledger.decisions import all_of, differing, first_of, in_force, standing
from volteface.ledger.entries import Action, Choice, Decision, Reading
from volteface.ledger.history import UNDONE, append, line, next_number, standings
from volteface.ledger.inserting import insert_statements
from volteface.ledger.rows import Row
from volteface.ledger.told import insert_told
from volteface.records import Candidate, Claim, Event, Report, Statement

Decidable = Statement | Event | Claim
_Place = tuple[str, int] | None
"""The id and version of what holds, None for nothing."""


def sure(statement: Statement) -> Statement:
    """The statement as read by somebody who is certain of it."""
    only = (Candidate(statement.issue, statement.stance, 1.0),)
    return replace(statement, confidence=1.0, candidates=only)


@dataclass(frozen=True, slots=True)
class Deciding:
    """One person at work on one record."""

    connection: Connection
    coder: str
    at: datetime

    def decide(
        self, choice: Choice, record: Decidable, *, why: str | None, settles: bool
    ) -> tuple[Decision, ...]:
        """Keep a choice, and let it hold unless somebody else's does.

        Raises:
            UsageError: The ledger has no such record.
            LedgerError: What it says does not hold together.
        """
        report = by_id.report(self.connection, record.report)
        if report is None or not (
            choice == "entered" or by_id.record(self.connection, record.id) is not None
        ):
            raise UsageError(f"there is no record {record.id} in the ledger")
        first = first_of(self.connection, record.id)
        before = all_of(self.connection, first)
        place = None if choice == "rejected" else self._kept(choice, record, report)
        made = self._row(first, choice, place, why, settles=settles)
        after = (*before, made)
        told = f"{choice}: {why}" if why and choice != "entered" else why or choice
        self._follow(record, before, after, told)
        return differing(after)

    def undo(self, record: Decidable) -> tuple[Decision, ...]:
        """Take this coder's last choice on the record back.

        Raises:
            UsageError: There is none.
        """
        first = first_of(self.connection, record.id)
        before = all_of(self.connection, first)
        own = [one for one in in_force(before) if one.coder == self.coder]
        if not own:
            raise UsageError(f"{self.coder} has decided nothing on {record.id} to be undone")
        after = (*before, self._row(first, "undone", None, None, settles=False))
        self._follow(record, before, after, f"{UNDONE}{own[-1].choice}")
        return differing(after)

    def _row(
        self, record: str, choice: Choice, place: _Place, why: str | None, *, settles: bool
    ) -> Decision:
        result, version = place or (None, None)
        number = next_number(self.connection, tables.decision)
        made = Decision(number, record, self.coder, choice, self.at, result, version, why, settles)
        row = {name: getattr(made, name) for name in Decision.__slots__}
        self.connection.execute(insert(tables.decision), [row])
        return made

    def _kept(self, choice: Choice, record: Decidable, report: Report) -> _Place:
        """Write what holds in the coder's eyes where it is not written yet; where it is."""
        number = self.connection.execute(
            select(tables.report.c.number).where(tables.report.c.id == report.id)
        ).scalar_one()
        if not isinstance(record, Statement):
            return self._told(choice, record, report, int(number))
        record = sure(record) if choice != "entered" else record
        check(Reading(report, "", self.coder, (record,)))
        versions = by_id.numbered_versions(self.connection, record.id)
        for _, version, known in versions:
            if known == record:
                return record.id, version
        fresh: fetch.Numbered = (
            next_number(self.connection, tables.statement),
            len(versions) + 1,
            record,
        )
        insert_statements(self.connection, int(number), report.text, [fresh])
        return record.id, fresh[1]

    def _told(self, choice: Choice, record: Event | Claim, report: Report, number: int) -> _Place:
        corrected = choice == "corrected"
        if isinstance(record, Event):
            event = identified(record) if corrected else record
            check(Reading(report, "", self.coder, (), events=(event,)))
            insert_told(self.connection, [event], number)
            return event.id, 1
        claim = identified(record) if corrected else record
        check(Reading(report, "", self.coder, (), claims=(claim,)))
        insert_told(self.connection, [claim], number)
        return claim.id, 1

    def _follow(
        self,
        record: Decidable,
        before: tuple[Decision, ...],
        after: tuple[Decision, ...],
        why: str,
    ) -> None:
        """Write to the history what a further decision changes, one line for each record."""
        stands = standing(after)
        made = after[-1]
        if stands is not None:
            holds = _place(stands)
        elif after[0].choice == "entered":
            holds = None
        else:
            holds = self._at_first(after[0].record)
        if stands not in {None, made} and made.choice != "undone":
            assert stands is not None
            why = f"{why} (kept beside what {stands.coder} decided)"
        earlier = standing(before)
        touched = {record.id, made.record}
        touched |= {one.result for one in (earlier, stands, made) if one and one.result}
        append(self.connection, [self._line(each, holds, made, why) for each in sorted(touched)])

    def _line(self, record: str, holds: _Place, made: Decision, why: str) -> Row:
        """What becomes of one record when ``holds`` is what holds."""
        history = tables.history.c
        now = standings(self.connection, history.record == record).get(record)
        action: Action = "noted"
        version = now.version if now is not None else 1
        by = None
        here = holds is not None and holds[0] == record
        if here:
            assert holds is not None
            if now is None or not now.holds or now.version != holds[1]:
                action, version = "added", holds[1]
        elif now is None or now.holds:
            # An event or a claim that only readings made has no history yet.
            if now is None and record == made.result:
                return line(record, 1, "noted", self.coder, self.at, why=why)
            action, by = ("retracted", None) if holds is None else ("superseded", holds[0])
        return line(record, version, action, self.coder, self.at, why=why, by=by)

    def _at_first(self, record: str) -> _Place:
        """What held before anybody decided: the last that a reading said of it."""
        history = tables.history.c
        query = (
            select(history.action, history.version)
            .where(history.record == record, history.reading.is_not(None))
            .where(history.action != "noted")
            .order_by(history.number.desc())
            .limit(1)
        )
        found = self.connection.execute(query).first()
        if found is None:
            # Events and claims hold by having been read.
            kept = by_id.record(self.connection, record)
            return (record, 1) if isinstance(kept, Event | Claim) else None
        return (record, int(found.version)) if found.action == "added" else None


def _place(decision: Decision) -> _Place:
    if decision.result is None or decision.version is None:
        return None
    return decision.result, decision.version
