"""What a reading must keep to before it may enter the ledger."""

from collections.abc import Iterator

from volteface.errors import LedgerError
from volteface.ledger.entries import Reading
from volteface.ledger.rows import PARTS
from volteface.records import Claim, Event, Statement


def check(reading: Reading) -> None:
    """Refuse a reading whose records do not hold together.

    Raises:
        LedgerError: A statement is of another report, points outside the report's text, has a
            number outside its range, or shares its id with a different statement; or an event
            or a claim does.
    """
    known: dict[str, Statement] = {}
    for statement in reading.statements:
        for wrong in _wrong(statement, reading):
            raise LedgerError(
                f"report {reading.report.id}, statement {statement.id}: {wrong};"
                " nothing of this report was stored"
            )
        if known.setdefault(statement.id, statement) != statement:
            raise LedgerError(
                f"report {reading.report.id}: two different statements have the id"
                f" {statement.id}; nothing of this report was stored"
            )
    told: dict[str, Event | Claim] = {}
    records: list[Event | Claim] = [*reading.events, *reading.claims]
    for record in records:
        for wrong in _wrong_told(record, reading):
            raise LedgerError(
                f"report {reading.report.id}, {record.id}: {wrong};"
                " nothing of this report was stored"
            )
        if told.setdefault(record.id, record) != record:
            raise LedgerError(
                f"report {reading.report.id}: two different records have the id {record.id};"
                " nothing of this report was stored"
            )


def _wrong_told(record: Event | Claim, reading: Reading) -> Iterator[str]:
    if record.report != reading.report.id:
        yield f"it belongs to report {record.report}"
    length = len(reading.report.text)
    for start, end in record.content:
        if not 0 <= start < end <= length:
            yield f"its content {start}-{end} is empty or outside the text of {length}"
    # Written so that nan fails too.
    if isinstance(record, Event) and record.stance is not None and not -1 <= record.stance <= 1:
        yield f"its stance {record.stance} is not between -1 and 1"


def _wrong(statement: Statement, reading: Reading) -> Iterator[str]:
    if statement.report != reading.report.id:
        yield f"it belongs to report {statement.report}"
    length = len(reading.report.text)
    for part in PARTS:
        for start, end in getattr(statement, part):
            if not 0 <= start < end <= length:
                yield f"its {part} {start}-{end} is empty or outside the text of {length}"
    # Written so that nan fails too.
    if not 0 <= statement.confidence <= 1:
        yield f"its confidence {statement.confidence} is not between 0 and 1"
    if statement.stance is not None and not -1 <= statement.stance <= 1:
        yield f"its stance {statement.stance} is not between -1 and 1"
    for candidate in statement.candidates:
        if not 0 <= candidate.p <= 1:
            yield f"a candidate's probability {candidate.p} is not between 0 and 1"
        if candidate.stance is not None and not -1 <= candidate.stance <= 1:
            yield f"a candidate's stance {candidate.stance} is not between -1 and 1"
