"""What people decided, into the ledger, inside the caller's transaction."""

from dataclasses import asdict, replace
from datetime import datetime

from sqlalchemy import Connection, insert, select

from volteface.formats.bundle import ByHand
from volteface.ledger import by_id, decisions, history, tables, told
from volteface.ledger.entries import Decision, HistoryEntry
from volteface.ledger.inserting import insert_statements
from volteface.records import Claim, Event, Report, Statement

_WHY = "corrected in a file"


def enter(
    connection: Connection,
    hand: ByHand,
    record: Statement | Event | Claim | None,
    report: Report,
    at: datetime,
) -> None:
    """Write what a person decided, unless the ledger has it already.

    Args:
        connection: Inside the writer's transaction.
        hand: What was decided.
        record: The record that it is about, None for the report.
        report: The record's report.
        at: The moment to write down.
    """
    known = history.entries(connection, hand.record)
    said = {(line.action, line.who, line.why) for line in known}
    if (hand.action, hand.who, hand.why) in said:
        return
    there = by_id.record(connection, hand.record) is not None
    if hand.action == "added" and not there:
        _insert(connection, record, report)
    elif not there:
        return
    version = known[-1].version if known else 1
    line = history.line(hand.record, version, hand.action, hand.who, at, why=hand.why)
    history.append(connection, [line])


def decide(connection: Connection, decision: Decision) -> None:
    """Write a decision on a record, unless the ledger has it already."""
    known = decisions.all_of(connection, decision.record)
    if any(replace(one, number=0) == decision for one in known):
        return
    number = history.next_number(connection, tables.decision)
    row = asdict(decision) | {"number": number}
    connection.execute(insert(tables.decision), [row])


def supersede(connection: Connection, old: str, new: str, who: str, at: datetime) -> bool:
    """Put a corrected record in the place of one that holds; whether there was one."""
    known = history.entries(connection, old)
    record = by_id.record(connection, old)
    if record is None or (known and not _holds(known)):
        return False
    version = known[-1].version if known else 1
    line = history.line(old, version, "superseded", who, at, why=_WHY, by=new)
    history.append(connection, [line])
    return True


def _holds(known: tuple[HistoryEntry, ...]) -> bool:
    last = [line.action for line in known if line.action != "noted"]
    return bool(last) and last[-1] == "added"


def _insert(
    connection: Connection, record: Statement | Event | Claim | None, report: Report
) -> None:
    number = select(tables.report.c.number).where(tables.report.c.id == report.id)
    of_report = connection.execute(number).scalar_one()
    match record:
        case Statement():
            fresh = history.next_number(connection, tables.statement)
            insert_statements(connection, of_report, report.text, [(fresh, 1, record)])
        case Event():
            told.insert_told(connection, [record], of_report)
        case Claim():
            told.insert_told(connection, [record], of_report)
        case None:
            return
