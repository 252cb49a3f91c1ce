"""Records out of the ledger, with a fixed number of queries for every thousand statements."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any, TypeAlias

from sqlalchemy import Connection, CursorResult, RowMapping, Select, Table, func, select

from volteface.ledger import tables
from volteface.ledger.anchors import Anchor
from volteface.ledger.rows import anchor_of, report_of, statement_of
from volteface.ledger.standing import report_holds, statement_holds
from volteface.records import Candidate, Report, Span, Statement

BATCH = 1000
"""Statements fetched at a time."""

Numbered: TypeAlias = tuple[int, int, Statement]
"""A statement's number and version, and the statement."""

_STREAM = {"yield_per": BATCH}
_REPORT = tables.report.c
_STATEMENT = tables.statement.c


def reports(
    connection: Connection, *, current: bool, moment: datetime | None = None
) -> Iterator[Report]:
    """All reports, or those that hold or held at a moment, ordered by path."""
    query = select(tables.report).order_by(_REPORT.path, _REPORT.id)
    if current:
        query = query.where(report_holds(moment))
    for row in connection.execute(query, execution_options=_STREAM).mappings():
        yield report_of(row)


def chosen(
    *,
    actor: str | None,
    issue: str | None,
    report: str | None,
    current: bool,
    as_of: date | None,
    moment: datetime | None = None,
) -> Select[Any]:
    """The query for the statements that fit every condition given, in the order of reading."""
    query = all_statements().order_by(_REPORT.path, _REPORT.id, _STATEMENT.number)
    wanted = ((_STATEMENT.actor, actor), (_STATEMENT.issue, issue), (_REPORT.id, report))
    for column, value in wanted:
        if value is not None:
            query = query.where(column == value)
    if as_of is not None:
        query = query.where(_REPORT.published_latest <= as_of)
    return query.where(statement_holds(moment)) if current else query


def read_by(coder: str, report: str | None) -> Select[Any]:
    """The query for what a coder's last reading of each report made, in the order of reading."""
    reading, made = tables.reading.c, tables.reading_statement.c
    last = select(func.max(reading.number)).where(reading.coder == coder).group_by(reading.report)
    mine = select(made.statement).where(made.reading.in_(last))
    query = all_statements().where(_STATEMENT.number.in_(mine))
    if report is not None:
        query = query.where(_REPORT.id == report)
    return query.order_by(_REPORT.path, _REPORT.id, _STATEMENT.number)


def all_statements() -> Select[Any]:
    """The query for every version of every statement, with its report's id."""
    return select(tables.statement, _REPORT.id.label("report_id")).join_from(
        tables.statement, tables.report
    )


def same_words(report: str, utterance: str) -> Select[Any]:
    """The query for all that was ever read of the same words of the same speaker, in order."""
    query = all_statements().where(_REPORT.id == report, _STATEMENT.utterance == utterance)
    return query.order_by(_STATEMENT.number)


def reread(connection: Connection, coder: str) -> dict[str, str]:
    """Statements whose words the coder's reading before the last read otherwise, with its id."""
    reading, made = tables.reading.c, tables.reading_statement.c
    last = select(func.max(reading.number)).where(reading.coder == coder).group_by(reading.report)
    lately = select(made.statement).where(made.reading.in_(last))
    ever = select(made.statement).join_from(tables.reading_statement, tables.reading)
    earlier = tables.statement.alias()
    query = (
        select(_STATEMENT.id, earlier.c.id)
        .join(
            earlier,
            (earlier.c.report == _STATEMENT.report) & (earlier.c.utterance == _STATEMENT.utterance),
        )
        .where(
            _STATEMENT.number.in_(lately),
            earlier.c.number.in_(ever.where(reading.coder == coder)),
            earlier.c.number.not_in(lately),
            earlier.c.id != _STATEMENT.id,
        )
        .order_by(earlier.c.number)
    )
    return {str(now): str(before) for now, before in connection.execute(query)}


def statements(connection: Connection, query: Select[Any]) -> Iterator[Numbered]:
    """The statements that ``query`` chooses, each with all that stands beside it."""
    found = connection.execute(query, execution_options=_STREAM).mappings()
    for rows in found.partitions():
        yield from _whole(connection, rows)


def anchors(connection: Connection, number: int) -> dict[str, tuple[Anchor, ...]]:
    """The anchors of one version of a statement, by part."""
    found: defaultdict[str, tuple[Anchor, ...]] = defaultdict(tuple)
    for row in _beside(connection, tables.anchor, [number]).mappings():
        found[row["part"]] += (anchor_of(row),)
    return dict(found)


def _whole(connection: Connection, rows: Sequence[RowMapping]) -> Iterator[Numbered]:
    numbers = [row["number"] for row in rows]
    spans: defaultdict[int, defaultdict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    beside = _beside(connection, tables.anchor, numbers, "part", "start", "stop")
    for number, part, start, stop in beside:
        spans[number][part].append((start, stop))
    candidates: defaultdict[int, list[Candidate]] = defaultdict(list)
    beside = _beside(connection, tables.candidate, numbers, "issue", "stance", "p")
    for number, issue, stance, p in beside:
        candidates[number].append(Candidate(issue, stance, p))
    via: defaultdict[int, list[str]] = defaultdict(list)
    for number, name in _beside(connection, tables.via, numbers, "name"):
        via[number].append(name)
    for row in rows:
        number = row["number"]
        statement = statement_of(
            row, row["report_id"], spans[number], candidates[number], via[number]
        )
        yield number, row["version"], statement


def _beside(
    connection: Connection, table: Table, numbers: list[int], *names: str
) -> CursorResult[*tuple[Any, ...]]:
    """Rows beside statements, in order: the statement's number and some columns, or all."""
    columns = [table.c[name] for name in ("statement", *names)] if names else list(table.c)
    query = select(*columns).where(table.c.statement.in_(numbers))
    return connection.execute(query.order_by(*table.primary_key.columns))
