"""What happened to each record, in order; lines are added and never changed."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, RowMapping, Table, func, insert, select

from volteface.ledger import tables
from volteface.ledger.entries import Action, HistoryEntry
from volteface.ledger.rows import Row

history = tables.history

UNDONE = "undone: "
"""How the reason of a line begins that takes back what the same person had decided."""


def line(
    record: str,
    version: int,
    action: Action,
    who: str,
    at: datetime,
    *,
    why: str | None = None,
    by: str | None = None,
    reading: int | None = None,
    was: str | None = None,
) -> Row:
    """A line to append; the fields of :class:`HistoryEntry`, and the reading's number."""
    return {
        "record": record,
        "version": version,
        "action": action,
        "at": at,
        "who": who,
        "why": why,
        "replaced_by": by,
        "reading": reading,
        "was": was,
    }


def next_number(connection: Connection, table: Table) -> int:
    """The number for the next row; only the one writer may ask."""
    last = select(func.coalesce(func.max(table.c.number), 0))
    return int(connection.execute(last).scalar_one()) + 1


def append(connection: Connection, lines: Iterable[Row]) -> None:
    """Write lines at the end of the history."""
    numbered = [
        {"number": number} | row
        for number, row in enumerate(lines, start=next_number(connection, history))
    ]
    if numbered:
        connection.execute(insert(history), numbered)


def entries(connection: Connection, record: str) -> tuple[HistoryEntry, ...]:
    """All that happened to a record, oldest first; empty for an unknown id."""
    query = (
        select(history, tables.reading.c.key)
        .join_from(history, tables.reading, isouter=True)
        .where(history.c.record == record)
        .order_by(history.c.number)
    )
    return tuple(
        HistoryEntry(
            record=row["record"],
            version=row["version"],
            action=row["action"],
            at=row["at"],
            who=row["who"],
            why=row["why"],
            by=row["replaced_by"],
            key=row["key"],
            was=row["was"],
        )
        for row in connection.execute(query).mappings()
    )


class Standing:
    """How a record stands after its history: which version, by whose word, touched by hand."""

    __slots__ = ("_hands", "holds", "version", "who")

    def __init__(self) -> None:
        self.version = 1
        self.holds = False
        self.who = ""
        self._hands = 0

    @property
    def by_hand(self) -> bool:
        """Whether a person has decided on it and not taken that back."""
        return self._hands > 0

    def follow(self, row: RowMapping) -> None:
        """Take in the next line."""
        if row["reading"] is None:
            self._hands += -1 if (row["why"] or "").startswith(UNDONE) else 1
        if row["action"] != "noted":
            self.version, self.who = row["version"], row["who"]
            self.holds = row["action"] == "added"


def standings(connection: Connection, records: ColumnElement[bool]) -> dict[str, Standing]:
    """How the records stand whose lines fit the condition, by id."""
    found: dict[str, Standing] = {}
    query = select(history).where(records).order_by(history.c.number)
    for row in connection.execute(query).mappings():
        found.setdefault(row["record"], Standing()).follow(row)
    return found
