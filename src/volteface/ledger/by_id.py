"""One record of the ledger by its id, whatever has become of it."""

from typing import TypeAlias

from sqlalchemy import Connection, select

from volteface.ledger import fetch, tables, told
from volteface.ledger.rows import report_of
from volteface.ledger.standing import last_version
from volteface.records import Claim, Event, Report, Statement

Record: TypeAlias = Report | Statement | Event | Claim


def record(connection: Connection, record_id: str) -> Record | None:
    """The record with this id; of a statement the version that holds, or held last."""
    numbered = statement(connection, record_id)
    if numbered is not None:
        return numbered[2]
    return (
        report(connection, record_id)
        or next(told.events(connection, record=record_id, current=False), None)
        or next(told.claims(connection, record=record_id, current=False), None)
    )


def report(connection: Connection, record_id: str) -> Report | None:
    """The report with this id."""
    query = select(tables.report).where(tables.report.c.id == record_id)
    row = connection.execute(query).mappings().first()
    return None if row is None else report_of(row)


def statement(connection: Connection, record_id: str) -> fetch.Numbered | None:
    """The statement with this id, in the version that holds, or held last; with its number."""
    column = tables.statement.c
    query = fetch.all_statements().where(
        column.id == record_id, column.version == last_version(column.id)
    )
    return next(fetch.statements(connection, query), None)


def numbered_versions(connection: Connection, record_id: str) -> list[fetch.Numbered]:
    """Every version of a statement in order, with its number."""
    column = tables.statement.c
    query = fetch.all_statements().where(column.id == record_id).order_by(column.version)
    return list(fetch.statements(connection, query))


def versions(connection: Connection, record_id: str) -> tuple[Statement, ...]:
    """Every version of a statement in order."""
    return tuple(found for _, _, found in numbered_versions(connection, record_id))
