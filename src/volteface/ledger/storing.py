"""Storing one reading of one report, inside the caller's transaction.

A reading adds what is not there yet and supersedes what its coder found before and finds no
longer. What a person has decided, or another coder has read, stays as it is.
"""

import json
from collections import Counter, defaultdict
from datetime import datetime

from sqlalchemy import Connection, func, insert, select, update

from volteface.errors import LedgerError
from volteface.ledger import fetch, tables
from volteface.ledger.entries import Action, Reading, Stored
from volteface.ledger.history import Standing, append, line, next_number, standings
from volteface.ledger.inserting import insert_statements
from volteface.ledger.rows import Row, report_row
from volteface.ledger.told import store_told

_READING, _MADE = tables.reading.c, tables.reading_statement.c


def has_reading(connection: Connection, report: str, key: str) -> bool:
    """Whether some coder's last reading of the report is the one under ``key``.

    An earlier one does not count: what it found and the last one did not is superseded.
    """
    other = tables.reading.alias().c
    last = select(func.max(other.number)).where(
        other.report == _READING.report, other.coder == _READING.coder
    )
    query = (
        select(_READING.number)
        .join_from(tables.reading, tables.report)
        .where(
            tables.report.c.id == report,
            _READING.key == key,
            _READING.number == last.scalar_subquery(),
        )
    )
    return connection.execute(query).first() is not None


def last_keys(connection: Connection, coder: str) -> dict[str, str]:
    """The key of the coder's last reading of each report, by the report's id."""
    query = (
        select(tables.report.c.id, _READING.key)
        .join_from(tables.reading, tables.report)
        .where(_READING.coder == coder)
        .order_by(_READING.number)
    )
    return {str(report): str(key) for report, key in connection.execute(query)}


def coders(connection: Connection) -> tuple[str, ...]:
    """Who has read into the ledger, in order of name."""
    return tuple(connection.execute(select(_READING.coder).distinct().order_by("coder")).scalars())


def store(connection: Connection, reading: Reading, at: datetime) -> Stored:
    """Store a reading that has passed :func:`volteface.ledger.checking.check`.

    Raises:
        LedgerError: The report's id stands for another text in the ledger.
    """
    if has_reading(connection, reading.report.id, reading.key):
        return Stored(reading.report.id, new=False)
    return _Storing(connection, reading, at).run()


class _Storing:
    """One reading on its way in."""

    def __init__(self, connection: Connection, reading: Reading, at: datetime) -> None:
        self.connection = connection
        self.reading = reading
        self.at = at
        self.number = next_number(connection, tables.reading)
        self.counts: Counter[str] = Counter()
        self.lines: list[Row] = []

    def run(self) -> Stored:
        """Write everything; gives what changed."""
        report = self._report()
        row = {"number": self.number, "report": report, "key": self.reading.key}
        row |= {"coder": self.reading.coder, "version": self.reading.version, "at": self.at}
        row["counts"] = self.reading.counts
        self.connection.execute(insert(tables.reading), [row])
        self._statements(report)
        store_told(self.connection, self.reading, self.number, report)
        append(self.connection, self.lines)
        return Stored(self.reading.report.id, new=True, **self.counts)

    def _write(
        self, record: str, version: int, action: Action, why: str | None, was: str | None = None
    ) -> None:
        who = self.reading.coder
        self.lines.append(
            line(record, version, action, who, self.at, why=why, reading=self.number, was=was)
        )

    def _report(self) -> int:
        """Add the report, or bring up to date what was read in its head; gives its number."""
        table, report = tables.report, self.reading.report
        query = select(table).where(table.c.id == report.id)
        known = self.connection.execute(query).mappings().first()
        if known is None:
            number = next_number(self.connection, table)
            self.connection.execute(insert(table), [{"number": number} | report_row(report)])
            self._write(report.id, 1, "added", None)
            return number
        changed = {
            name: value for name, value in report_row(report).items() if known[name] != value
        }
        if changed.keys() & {"text", "sha256"}:
            raise LedgerError(
                f"report {report.id} is in the ledger with another text;"
                " nothing of this reading was stored"
            )
        number = int(known["number"])
        standing = standings(self.connection, tables.history.c.record == report.id)[report.id]
        if changed and not standing.by_hand:
            self.connection.execute(update(table).where(table.c.number == number).values(changed))
            was = json.dumps({name: known[name] for name in sorted(changed)}, default=str)
            self._write(report.id, 1, "noted", "read anew", was)
        return number

    def _statements(self, report: int) -> None:
        known, stood = self._known(report)
        decided = {
            row[2].utterance for record in known if stood[record].by_hand for row in known[record]
        }
        fresh: list[fetch.Numbered] = []
        made: list[int] = []
        first = next_number(self.connection, tables.statement)
        for read in dict.fromkeys(self.reading.statements):
            versions = known.get(read.id, [])
            same = [row for row in versions if row[2] == read]
            row = same[0] if same else (first + len(fresh), len(versions) + 1, read)
            if not same:
                fresh.append(row)
            made.append(row[0])
            if not self.reading.counts:
                if read.id not in known:
                    self._write(read.id, row[1], "noted", "read beside; does not count")
            elif read.utterance not in decided:
                self._welcome(read.id, row[1], stood.get(read.id), unseen=not same)
            elif not same:
                self._write(read.id, row[1], "noted", "read anew; left as a person decided")
        insert_statements(self.connection, report, self.reading.report.text, fresh)
        undecided = {
            record: rows
            for record, rows in known.items()
            if decided.isdisjoint(row[2].utterance for row in rows)
        }
        if self.reading.counts:
            self._part(report, undecided, stood)
        if made:
            rows = [{"reading": self.number, "statement": number} for number in made]
            self.connection.execute(insert(tables.reading_statement), rows)

    def _known(
        self, report: int
    ) -> tuple[defaultdict[str, list[fetch.Numbered]], dict[str, Standing]]:
        """All versions of the report's statements by id, and how each id stands."""
        statement = tables.statement.c
        known: defaultdict[str, list[fetch.Numbered]] = defaultdict(list)
        query = fetch.all_statements().where(statement.report == report)
        for row in fetch.statements(self.connection, query):
            known[row[2].id].append(row)
        of_report = select(statement.id).where(statement.report == report)
        return known, standings(self.connection, tables.history.c.record.in_(of_report))

    def _welcome(self, record: str, version: int, stood: Standing | None, *, unseen: bool) -> None:
        """Say in the history what this reading of a statement changes."""
        if stood is None:
            self.counts["added"] += 1
            self._write(record, version, "added", None)
        elif not stood.holds:
            self.counts["restored"] += 1
            self._write(record, version, "added", "read again")
        elif stood.version == version:
            return
        elif stood.who == self.reading.coder:
            self.counts["reread"] += 1
            self._write(record, version, "added", "read differently")
        elif unseen:
            self._write(record, version, "noted", "read differently by another coder")

    def _part(
        self, report: int, known: dict[str, list[fetch.Numbered]], stood: dict[str, Standing]
    ) -> None:
        """Supersede what this coder alone once read in the report and reads no longer.

        ``known`` leaves out utterances that a person has decided on.
        """
        still = {read.id for read in self.reading.statements}
        lost = self._once_read(report) - self._read_by_others(report)
        for record in sorted(known.keys() - still, key=lambda record: known[record][0][0]):
            standing = stood[record]
            numbers = {
                number for number, version, _ in known[record] if version == standing.version
            }
            if standing.holds and numbers <= lost:
                self.counts["superseded"] += 1
                self._write(record, standing.version, "superseded", "no longer read")

    def _once_read(self, report: int) -> set[int]:
        mine = (_READING.report == report, _READING.coder == self.reading.coder)
        query = select(_MADE.statement).join_from(tables.reading_statement, tables.reading)
        return set(self.connection.execute(query.where(*mine)).scalars())

    def _read_by_others(self, report: int) -> set[int]:
        last = (
            select(func.max(_READING.number))
            .where(_READING.report == report, _READING.coder != self.reading.coder, _READING.counts)
            .group_by(_READING.coder)
        )
        query = select(_MADE.statement).where(_MADE.reading.in_(last))
        return set(self.connection.execute(query).scalars())
