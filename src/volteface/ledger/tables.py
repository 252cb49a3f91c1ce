"""The ledger's tables: one row a record, plain names, foreign keys between them.

Numbers are given by the ledger in the order of storing; ids are the records' own. A record that
is read differently under the same id gets a further version; which version holds, or whether
none does, is said by the last line of its history that is not a note.
"""

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    Double,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

from volteface.ledger.words import Moment, Words

VERSION_TABLE = "ledger_version"

metadata = MetaData(
    naming_convention={
        "ix": "%(table_name)s_by_%(column_0_N_name)s",
        "uq": "%(table_name)s_has_one_%(column_0_N_name)s",
        "fk": "%(table_name)s_names_its_%(column_0_N_name)s",
        "pk": "%(table_name)s_key",
    }
)


def _number() -> Column[int]:
    return Column("number", Integer, primary_key=True, autoincrement=False)


report = Table(
    "report",
    metadata,
    _number(),
    Column("id", Words, nullable=False),
    Column("title", Words),
    Column("outlet", Words),
    Column("published_earliest", Date),
    Column("published_latest", Date),
    Column("published_precision", Text),
    Column("published_basis", Words),
    Column("language", Words),
    Column("path", Words, nullable=False),
    Column("duplicate_of", Words),
    Column("note", Words),
    Column("sha256", Words, nullable=False),
    Column("removed", JSON, nullable=False),
    Column("text", Words, nullable=False),
    UniqueConstraint("id"),
    Index(None, "path", "id"),
)

statement = Table(
    "statement",
    metadata,
    _number(),
    Column("id", Words, nullable=False),
    Column("version", Integer, nullable=False),
    Column("report", ForeignKey("report.number"), nullable=False),
    Column("utterance", Words, nullable=False),
    Column("text", Words, nullable=False),
    Column("voice", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("register", Text, nullable=False),
    Column("person", Words),
    Column("actor", Words),
    Column("role", Words),
    Column("about", Words),
    Column("addressee", Words),
    Column("endorsed", Boolean, nullable=False),
    Column("said_earliest", Date),
    Column("said_latest", Date),
    Column("said_precision", Text),
    Column("said_basis", Words),
    Column("issue", Words),
    Column("stance", Double),
    Column("confidence", Double, nullable=False),
    Column("repeats", Words),
    Column("reason", Words),
    UniqueConstraint("id", "version"),
    Index(None, "report", "number"),
    Index(None, "actor", "issue"),
    Index(None, "issue"),
)

anchor = Table(
    "anchor",
    metadata,
    Column("statement", ForeignKey("statement.number"), primary_key=True, autoincrement=False),
    Column("part", Text, primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("start", Integer, nullable=False),
    Column("stop", Integer, nullable=False),
    Column("exact", Words, nullable=False),
    Column("prefix", Words, nullable=False),
    Column("suffix", Words, nullable=False),
    Column("text_sha256", Words, nullable=False),
)

candidate = Table(
    "candidate",
    metadata,
    Column("statement", ForeignKey("statement.number"), primary_key=True, autoincrement=False),
    Column("ordinal", Integer, primary_key=True),
    Column("issue", Words),
    Column("stance", Double),
    Column("p", Double, nullable=False),
)

via = Table(
    "via",
    metadata,
    Column("statement", ForeignKey("statement.number"), primary_key=True, autoincrement=False),
    Column("ordinal", Integer, primary_key=True),
    Column("name", Words, nullable=False),
)

reading = Table(
    "reading",
    metadata,
    _number(),
    Column("report", ForeignKey("report.number"), nullable=False),
    Column("key", Words, nullable=False),
    Column("coder", Words, nullable=False),
    Column("version", Words),
    Column("at", Moment, nullable=False),
    Column("counts", Boolean, nullable=False),
    Index(None, "report", "coder"),
)

reading_statement = Table(
    "reading_statement",
    metadata,
    Column("reading", ForeignKey("reading.number"), primary_key=True, autoincrement=False),
    Column("statement", ForeignKey("statement.number"), primary_key=True),
    Index(None, "statement"),
)

history = Table(
    "history",
    metadata,
    _number(),
    Column("record", Words, nullable=False),
    Column("version", Integer, nullable=False),
    Column("action", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("who", Words, nullable=False),
    Column("why", Words),
    Column("replaced_by", Words),
    Column("reading", ForeignKey("reading.number")),
    Column("was", Words),
    Index(None, "record", "number"),
)

decision = Table(
    "decision",
    metadata,
    _number(),
    Column("record", Words, nullable=False),
    Column("coder", Words, nullable=False),
    Column("choice", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("result", Words),
    Column("version", Integer),
    Column("why", Words),
    Column("settles", Boolean, nullable=False),
    Index(None, "record", "number"),
    Index(None, "result"),
)

run = Table(
    "run",
    metadata,
    _number(),
    Column("pid", Integer, nullable=False),
    Column("host", Words, nullable=False),
    Column("command", Words, nullable=False),
    Column("started", Moment, nullable=False),
    Column("finished", Moment),
)
