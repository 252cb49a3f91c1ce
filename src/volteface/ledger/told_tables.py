"""The tables of events and claims, beside those of :mod:`volteface.ledger.tables`.

Their ids are hashes of all that they say, so that a record read differently is another record. It
holds as long as some coder's last reading of its report made it and nobody has withdrawn it.
"""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    Double,
    ForeignKey,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
)

from volteface.ledger.tables import metadata
from volteface.ledger.words import Words

event = Table(
    "event",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("id", Words, nullable=False),
    Column("report", ForeignKey("report.number"), nullable=False),
    Column("content", JSON, nullable=False),
    Column("text", Words, nullable=False),
    Column("type", Text, nullable=False),
    Column("mode", Text, nullable=False),
    Column("when_earliest", Date),
    Column("when_latest", Date),
    Column("when_precision", Text),
    Column("when_basis", Words),
    Column("place", Words),
    Column("issue", Words),
    Column("stance", Double),
    Column("voice", Text, nullable=False),
    UniqueConstraint("id"),
    Index(None, "report", "number"),
    Index(None, "type"),
)

event_party = Table(
    "event_party",
    metadata,
    Column("event", ForeignKey("event.number"), primary_key=True, autoincrement=False),
    Column("part", Text, primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("actor", Words, nullable=False),
    Index(None, "actor"),
)

event_number = Table(
    "event_number",
    metadata,
    Column("event", ForeignKey("event.number"), primary_key=True, autoincrement=False),
    Column("ordinal", Integer, primary_key=True),
    Column("what", Text, nullable=False),
    Column("value", BigInteger, nullable=False),
    Column("source", Words),
)

claim = Table(
    "claim",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("id", Words, nullable=False),
    Column("report", ForeignKey("report.number"), nullable=False),
    Column("content", JSON, nullable=False),
    Column("text", Words, nullable=False),
    Column("holder", Words, nullable=False),
    Column("endorsed", Boolean, nullable=False),
    Column("condition", Words, nullable=False),
    Column("consequence", Words, nullable=False),
    Column("direction", Text, nullable=False),
    Column("matches", Words),
    UniqueConstraint("id"),
    Index(None, "report", "number"),
)

reading_event = Table(
    "reading_event",
    metadata,
    Column("reading", ForeignKey("reading.number"), primary_key=True, autoincrement=False),
    Column("event", ForeignKey("event.number"), primary_key=True),
    Index(None, "event"),
)

reading_claim = Table(
    "reading_claim",
    metadata,
    Column("reading", ForeignKey("reading.number"), primary_key=True, autoincrement=False),
    Column("claim", ForeignKey("claim.number"), primary_key=True),
    Index(None, "claim"),
)
