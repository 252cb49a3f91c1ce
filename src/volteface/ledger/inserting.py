"""New statements into their tables, each with its anchors, candidates and chain."""

from collections.abc import Sequence

from sqlalchemy import Connection, insert

from volteface.ledger import tables
from volteface.ledger.anchors import anchors
from volteface.ledger.fetch import Numbered
from volteface.ledger.rows import PARTS, anchor_row, candidate_row, statement_row
from volteface.records import Span, Statement


def insert_statements(
    connection: Connection, report: int, text: str, fresh: Sequence[Numbered]
) -> None:
    """Write statements of one report, given its number and its text."""
    statements = [
        {"number": number, "version": version, "report": report} | statement_row(statement)
        for number, version, statement in fresh
    ]
    spans = [
        (number, part, ordinal, span)
        for number, _, statement in fresh
        for part, ordinal, span in _spans(statement)
    ]
    made = anchors(text, [span for *_, span in spans])
    placed = [
        {"statement": number} | anchor_row(part, ordinal, anchor)
        for (number, part, ordinal, _), anchor in zip(spans, made, strict=True)
    ]
    candidates = [
        {"statement": number} | candidate_row(ordinal, candidate)
        for number, _, statement in fresh
        for ordinal, candidate in enumerate(statement.candidates)
    ]
    chain = [
        {"statement": number, "ordinal": ordinal, "name": name}
        for number, _, statement in fresh
        for ordinal, name in enumerate(statement.via)
    ]
    for table, rows in (
        (tables.statement, statements),
        (tables.anchor, placed),
        (tables.candidate, candidates),
        (tables.via, chain),
    ):
        if rows:
            connection.execute(insert(table), rows)


def _spans(statement: Statement) -> list[tuple[str, int, Span]]:
    return [
        (part, ordinal, span)
        for part in PARTS
        for ordinal, span in enumerate(getattr(statement, part))
    ]
