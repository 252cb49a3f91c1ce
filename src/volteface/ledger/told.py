"""Events and claims into the ledger and out of it; what comes back equals what went in."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    RowMapping,
    Select,
    Table,
    case,
    exists,
    false,
    func,
    insert,
    select,
    true,
)

from volteface.ledger import tables, told_tables
from volteface.ledger.entries import Reading
from volteface.ledger.fetch import BATCH
from volteface.ledger.history import next_number
from volteface.ledger.rows import Row, interval_of, interval_row
from volteface.ledger.standing import decided_by_hand, withdrawn_reports
from volteface.records import Claim, Event, Number

_EVENT = ("id", "text", "type", "mode", "place", "issue", "stance", "voice")
_CLAIM = ("id", "text", "holder", "endorsed", "condition", "consequence", "direction", "matches")
_MADE = {"event": told_tables.reading_event, "claim": told_tables.reading_claim}
_PARTS = {"actor": "actors", "recipient": "recipients"}


def store_told(connection: Connection, reading: Reading, number: int, report: int) -> None:
    """Write a reading's events and claims that the ledger does not have, and that it made them.

    Args:
        connection: Inside the writer's transaction.
        reading: What is stored.
        number: The reading's number.
        report: Its report's number.
    """
    for table, made, records in (
        (told_tables.event, told_tables.reading_event, list(dict.fromkeys(reading.events))),
        (told_tables.claim, told_tables.reading_claim, list(dict.fromkeys(reading.claims))),
    ):
        insert_told(connection, records, report)
        known = _numbers(connection, table, [record.id for record in records])
        rows = [{"reading": number, table.name: known[record.id]} for record in records]
        _insert(connection, made, rows)


def insert_told(
    connection: Connection, records: Sequence[Event] | Sequence[Claim], report: int
) -> None:
    """Write the events or the claims that the ledger does not have; ``report`` is a number."""
    events = [record for record in records if isinstance(record, Event)]
    claims = [record for record in records if isinstance(record, Claim)]
    known = _numbers(connection, told_tables.event, [event.id for event in events])
    fresh = [event for event in events if event.id not in known]
    first = next_number(connection, told_tables.event)
    known |= {event.id: first + at for at, event in enumerate(fresh)}
    _insert(connection, told_tables.event, [_event_row(e, known[e.id], report) for e in fresh])
    _insert(connection, told_tables.event_party, _parties(fresh, known))
    _insert(connection, told_tables.event_number, _figures(fresh, known))
    there = _numbers(connection, told_tables.claim, [claim.id for claim in claims])
    first = next_number(connection, told_tables.claim)
    rows = [
        {name: getattr(claim, name) for name in _CLAIM}
        | {"number": first + at, "report": report, "content": _listed(claim.content)}
        for at, claim in enumerate(claim for claim in claims if claim.id not in there)
    ]
    _insert(connection, told_tables.claim, rows)


def events(
    connection: Connection,
    *,
    actor: str | None = None,
    type_: str | None = None,
    report: str | None = None,
    current: bool = True,
    record: str | None = None,
    moment: datetime | None = None,
) -> Iterator[Event]:
    """The events that fit every condition given, in the order of reading."""
    table, party = told_tables.event, told_tables.event_party.c
    query = _chosen(table, report, record, current=current, moment=moment)
    if type_ is not None:
        query = query.where(table.c.type == type_)
    if actor is not None:
        takes_part = exists().where(party.event == table.c.number, party.actor == actor)
        query = query.where(takes_part)
    found = connection.execute(query).mappings().all()
    for begin in range(0, len(found), BATCH):
        yield from _whole_events(connection, found[begin : begin + BATCH])


def _whole_events(connection: Connection, rows: Sequence[RowMapping]) -> Iterator[Event]:
    numbers = [row["number"] for row in rows]
    parties: defaultdict[tuple[int, str], list[str]] = defaultdict(list)
    for row in _beside(connection, told_tables.event_party, numbers):
        parties[row["event"], row["part"]].append(row["actor"])
    figures: defaultdict[int, list[Number]] = defaultdict(list)
    for row in _beside(connection, told_tables.event_number, numbers):
        figures[row["event"]].append(Number(row["what"], row["value"], row["source"]))
    for row in rows:
        number = row["number"]
        yield Event(
            **{name: row[name] for name in _EVENT},
            report=row["report_id"],
            content=tuple((start, end) for start, end in row["content"]),
            when=interval_of(row, "when"),
            numbers=tuple(figures[number]),
            actors=tuple(parties[number, "actor"]),
            recipients=tuple(parties[number, "recipient"]),
        )


def claims(
    connection: Connection,
    *,
    report: str | None = None,
    current: bool = True,
    record: str | None = None,
    moment: datetime | None = None,
) -> Iterator[Claim]:
    """The claims that fit every condition given, in the order of reading."""
    query = _chosen(told_tables.claim, report, record, current=current, moment=moment)
    for row in connection.execute(query).mappings():
        yield Claim(
            **{name: row[name] for name in _CLAIM},
            report=row["report_id"],
            content=tuple((start, end) for start, end in row["content"]),
        )


def _chosen(
    table: Table,
    report: str | None,
    record: str | None,
    *,
    current: bool,
    moment: datetime | None,
) -> Select[Any]:
    named = tables.report.c
    query = (
        select(table, named.id.label("report_id"))
        .join_from(table, tables.report)
        .order_by(named.path, named.id, table.c.number)
    )
    if report is not None:
        query = query.where(named.id == report)
    if record is not None:
        query = query.where(table.c.id == record)
    return query.where(_holds(table, moment)) if current else query


def _holds(table: Table, moment: datetime | None) -> ColumnElement[bool]:
    """Whether a person said so last, or else a last reading that counts made it."""
    reading, made = tables.reading.c, _MADE[table.name].c
    last = select(func.max(reading.number)).where(reading.counts)
    last = last.group_by(reading.report, reading.coder)
    if moment is not None:
        last = last.where(reading.at <= moment)
    still = exists().where(made[table.name] == table.c.number, made.reading.in_(last))
    said = decided_by_hand(table.c.id, moment)
    holds = case((said.is_(None), still), (said == "added", true()), else_=false())
    return holds & table.c.report.not_in(withdrawn_reports(moment))


def _numbers(connection: Connection, table: Table, ids: Sequence[str]) -> dict[str, int]:
    query = select(table.c.id, table.c.number).where(table.c.id.in_(ids))
    return {str(record): int(number) for record, number in connection.execute(query)}


def _insert(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def _event_row(event: Event, number: int, report: int) -> Row:
    row: Row = {name: getattr(event, name) for name in _EVENT}
    row |= {"number": number, "report": report, "content": _listed(event.content)}
    return row | interval_row("when", event.when)


def _parties(fresh: Sequence[Event], known: dict[str, int]) -> list[Row]:
    return [
        {"event": known[event.id], "part": part, "ordinal": ordinal, "actor": actor}
        for event in fresh
        for part, name in _PARTS.items()
        for ordinal, actor in enumerate(getattr(event, name))
    ]


def _figures(fresh: Sequence[Event], known: dict[str, int]) -> list[Row]:
    return [
        {
            "event": known[event.id],
            "ordinal": ordinal,
            "what": number.what,
            "value": number.value,
            "source": number.source,
        }
        for event in fresh
        for ordinal, number in enumerate(event.numbers)
    ]


def _beside(connection: Connection, table: Table, numbers: Sequence[int]) -> list[RowMapping]:
    """Rows beside events, in order."""
    query = select(table).where(table.c.event.in_(numbers)).order_by(*table.primary_key.columns)
    return list(connection.execute(query).mappings())


def _listed(spans: Sequence[tuple[int, int]]) -> list[list[int]]:
    return [list(span) for span in spans]
