"""What a ledger holds, report by report, with who read it and what people decided."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import TypeAlias

from sqlalchemy import Connection, Table, func, select

from volteface.formats.bundle import Bundle, ByHand, Made
from volteface.formats.record_json import Record
from volteface.ledger import decisions, fetch, tables, told, told_tables
from volteface.ledger.database import Database, open_database
from volteface.ledger.entries import Decision
from volteface.ledger.ledger import now
from volteface.records import Claim, Event, Statement

Tell: TypeAlias = Callable[[int, int], None]
"""Called with how much is done, and of how much."""

_WAIT = 30.0
_UNDONE = "undone: "
_READING, _REPORT, _HISTORY = tables.reading.c, tables.report.c, tables.history.c
_MADE: tuple[tuple[Table, Table], ...] = (
    (tables.statement, tables.reading_statement),
    (told_tables.event, told_tables.reading_event),
    (told_tables.claim, told_tables.reading_claim),
)


@contextmanager
def opened(place: str | Path, *, create: bool = False) -> Iterator[Database]:
    """A ledger's database, closed at the end.

    Raises:
        LedgerError: There is no ledger and none may be made, or it cannot be read.
    """
    database = open_database(place, create=create, clock=now, wait=_WAIT)
    try:
        yield database
    finally:
        database.close()


def bundles(database: Database, tell: Tell | None = None) -> Iterator[Bundle]:
    """All that the ledger holds, ordered by the reports' paths, as it is at the beginning.

    Memory is bounded by the largest report's.

    Args:
        database: The ledger's.
        tell: Told after each report.
    """
    with database.read() as connection:
        total = connection.execute(select(func.count()).select_from(tables.report)).scalar_one()
        hands = _by_hand(connection)
        told_of = _reports_with(connection)
        decided = _decided(connection)
        query = fetch.chosen(actor=None, issue=None, report=None, current=True, as_of=None)
        said = groupby(
            (statement for _, _, statement in fetch.statements(connection, query)),
            key=lambda statement: statement.report,
        )
        next_id, next_said = next(said, (None, iter(())))
        for done, report in enumerate(fetch.reports(connection, current=True), start=1):
            statements: tuple[Statement, ...] = ()
            if report.id == next_id:
                statements = tuple(next_said)
                next_id, next_said = next(said, (None, iter(())))
            events: tuple[Event, ...] = ()
            claims: tuple[Claim, ...] = ()
            if report.id in told_of:
                events = tuple(told.events(connection, report=report.id))
                claims = tuple(told.claims(connection, report=report.id))
            bundle = Bundle(report, (), statements, events, claims)
            yield _whole(connection, bundle, hands, decided)
            if tell is not None:
                tell(done, total)


def _whole(
    connection: Connection,
    bundle: Bundle,
    hands: dict[str, list[ByHand]],
    decided: dict[str, list[Decision]],
) -> Bundle:
    """The records of a report, with who made them and what was decided on them."""
    records: list[Record] = [*bundle.statements, *bundle.events, *bundle.claims]
    report = bundle.report
    holding = {record.id for record in records}
    made = tuple(_made(connection, report.id, holding))
    read = {record for one in made for record in one.records}
    by_hand: list[ByHand] = []
    for record in (report.id, *(each.id for each in records)):
        lines = hands.get(record, [])
        entered = [line for line in lines if line.action == "added"]
        if record in holding and entered:
            by_hand.append(entered[-1])
        elif record in holding and record not in read:
            made = _given_back(connection, made, record)
        by_hand += [line for line in lines if line.action == "noted"]
    choices = {d.number: d for name in (report.id, *holding) for d in decided.get(name, ())}
    return replace(
        bundle,
        made=made,
        by_hand=tuple(by_hand),
        decisions=tuple(replace(choices[at], number=0) for at in sorted(choices)),
    )


def _given_back(connection: Connection, made: tuple[Made, ...], record: str) -> tuple[Made, ...]:
    """The readings, with a record that no last one made and that a decision keeps.

    It goes back to the coder who read it.
    """
    last = select(_HISTORY.who).where(_HISTORY.record == record, _HISTORY.action == "added")
    who = connection.execute(last.order_by(_HISTORY.number.desc()).limit(1)).scalar()
    return tuple(
        replace(one, records=(*one.records, record)) if one.coder == who else one for one in made
    )


def _made(connection: Connection, report: str, holding: set[str]) -> Iterator[Made]:
    last = (
        select(func.max(_READING.number))
        .join_from(tables.reading, tables.report)
        .where(_REPORT.id == report)
        .group_by(_READING.coder)
    )
    columns = (_READING.number, _READING.coder, _READING.key, _READING.version, _READING.counts)
    query = select(*columns).where(_READING.number.in_(last)).order_by(_READING.number)
    for number, coder, key, version, counts in connection.execute(query).all():
        records: list[str] = []
        for table, made in _MADE:
            ids = select(table.c.id).join_from(made, table).where(made.c.reading == number)
            found = connection.execute(ids.order_by(table.c.number)).scalars()
            records += [record for record in found if record in holding]
        yield Made(coder, key, version, tuple(dict.fromkeys(records)), counts=counts)


def _by_hand(connection: Connection) -> dict[str, list[ByHand]]:
    """What people decided, by record, without what they took back."""
    columns = (_HISTORY.record, _HISTORY.action, _HISTORY.who, _HISTORY.why)
    query = select(*columns).where(
        _HISTORY.reading.is_(None), _HISTORY.action.in_(("added", "noted"))
    )
    found: defaultdict[str, list[ByHand]] = defaultdict(list)
    for record, action, who, why in connection.execute(query.order_by(_HISTORY.number)):
        if (why or "").startswith(_UNDONE):
            del found[record][-1:]
        else:
            found[record].append(ByHand(record, action, who, why or ""))
    return found


def _decided(connection: Connection) -> dict[str, list[Decision]]:
    """Decisions by the record decided on and by what came of it."""
    found: defaultdict[str, list[Decision]] = defaultdict(list)
    for decision in decisions.all_of(connection):
        for record in {decision.record, decision.result} - {None}:
            found[str(record)].append(decision)
    return found


def _reports_with(connection: Connection) -> set[str]:
    """The ids of the reports that have events or claims."""
    found: set[str] = set()
    for table in (told_tables.event, told_tables.claim):
        query = select(_REPORT.id).join_from(table, tables.report).distinct()
        found.update(connection.execute(query).scalars())
    return found
