"""A whole bundle into a ledger, inside the caller's transaction."""

from datetime import datetime

from sqlalchemy import Connection

from volteface.formats.bundle import Bundle, Made
from volteface.formats.storing import decide, enter
from volteface.ledger.checking import check
from volteface.ledger.entries import Reading
from volteface.ledger.storing import store
from volteface.records import Claim, Event, Report, Statement


def store_bundle(connection: Connection, bundle: Bundle, at: datetime) -> None:
    """Store a report with who read it and what was decided on it.

    Raises:
        LedgerError: A record does not hold together with the report.
    """
    told: list[Statement | Event | Claim] = [*bundle.statements, *bundle.events, *bundle.claims]
    records = {record.id: record for record in told}
    for made in bundle.made:
        reading = reading_of(bundle.report, made, records)
        check(reading)
        store(connection, reading, at)
    for hand in bundle.by_hand:
        enter(connection, hand, records.get(hand.record), bundle.report, at)
    for choice in bundle.decisions:
        decide(connection, choice)


def reading_of(
    report: Report, made: Made, records: dict[str, Statement | Event | Claim]
) -> Reading:
    """A reading with those of its records that are there."""
    mine = [records[record] for record in made.records if record in records]
    return Reading(
        report,
        made.key,
        made.coder,
        tuple(record for record in mine if isinstance(record, Statement)),
        made.version,
        tuple(record for record in mine if isinstance(record, Event)),
        tuple(record for record in mine if isinstance(record, Claim)),
        counts=made.counts,
    )
