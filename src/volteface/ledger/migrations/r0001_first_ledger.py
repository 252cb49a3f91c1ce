"""The first ledger: reports, statements, their anchors, readings, history and runs."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Create the tables."""
    _reports()
    _statements()
    _beside_statements()
    _readings()
    _history()


def _number() -> sa.Column[int]:
    return sa.Column("number", sa.Integer, autoincrement=False, nullable=False)


def _texts(*names: str, nullable: bool = True) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text, nullable=nullable) for name in names]


def _reports() -> None:
    op.create_table(
        "report",
        _number(),
        *_texts("id", nullable=False),
        *_texts("title", "outlet"),
        sa.Column("published_earliest", sa.Date),
        sa.Column("published_latest", sa.Date),
        *_texts("published_precision", "published_basis", "language"),
        *_texts("path", nullable=False),
        *_texts("duplicate_of", "note"),
        *_texts("sha256", nullable=False),
        sa.Column("removed", sa.JSON, nullable=False),
        *_texts("text", nullable=False),
        sa.PrimaryKeyConstraint("number", name="report_key"),
        sa.UniqueConstraint("id", name="report_has_one_id"),
    )
    op.create_index("report_by_path_id", "report", ["path", "id"])


def _statements() -> None:
    op.create_table(
        "statement",
        _number(),
        *_texts("id", nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("report", sa.Integer, nullable=False),
        *_texts("utterance", "text", "voice", "kind", "register", nullable=False),
        *_texts("person", "actor", "role", "about", "addressee"),
        sa.Column("endorsed", sa.Boolean, nullable=False),
        sa.Column("said_earliest", sa.Date),
        sa.Column("said_latest", sa.Date),
        *_texts("said_precision", "said_basis", "issue"),
        sa.Column("stance", sa.Double),
        sa.Column("confidence", sa.Double, nullable=False),
        *_texts("repeats", "reason"),
        sa.PrimaryKeyConstraint("number", name="statement_key"),
        sa.UniqueConstraint("id", "version", name="statement_has_one_id_version"),
        _names_its("statement", "report"),
    )
    op.create_index("statement_by_report_number", "statement", ["report", "number"])
    op.create_index("statement_by_actor_issue", "statement", ["actor", "issue"])
    op.create_index("statement_by_issue", "statement", ["issue"])


def _beside_statements() -> None:
    op.create_table(
        "anchor",
        sa.Column("statement", sa.Integer, autoincrement=False, nullable=False),
        *_texts("part", nullable=False),
        *(sa.Column(name, sa.Integer, nullable=False) for name in ("ordinal", "start", "stop")),
        *_texts("exact", "prefix", "suffix", "text_sha256", nullable=False),
        sa.PrimaryKeyConstraint("statement", "part", "ordinal", name="anchor_key"),
        _names_its("anchor", "statement"),
    )
    op.create_table(
        "candidate",
        sa.Column("statement", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("ordinal", sa.Integer, nullable=False),
        *_texts("issue"),
        sa.Column("stance", sa.Double),
        sa.Column("p", sa.Double, nullable=False),
        sa.PrimaryKeyConstraint("statement", "ordinal", name="candidate_key"),
        _names_its("candidate", "statement"),
    )
    op.create_table(
        "via",
        sa.Column("statement", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("ordinal", sa.Integer, nullable=False),
        *_texts("name", nullable=False),
        sa.PrimaryKeyConstraint("statement", "ordinal", name="via_key"),
        _names_its("via", "statement"),
    )


def _readings() -> None:
    op.create_table(
        "reading",
        _number(),
        sa.Column("report", sa.Integer, nullable=False),
        *_texts("key", "coder", nullable=False),
        *_texts("version"),
        *_texts("at", nullable=False),
        sa.PrimaryKeyConstraint("number", name="reading_key"),
        _names_its("reading", "report"),
    )
    op.create_table(
        "reading_statement",
        sa.Column("reading", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("statement", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("reading", "statement", name="reading_statement_key"),
        _names_its("reading_statement", "reading"),
        _names_its("reading_statement", "statement"),
    )
    op.create_index("reading_by_report_coder", "reading", ["report", "coder"])
    op.create_index("reading_statement_by_statement", "reading_statement", ["statement"])


def _history() -> None:
    op.create_table(
        "history",
        _number(),
        *_texts("record", nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        *_texts("action", "at", "who", nullable=False),
        *_texts("why", "replaced_by"),
        sa.Column("reading", sa.Integer),
        *_texts("was"),
        sa.PrimaryKeyConstraint("number", name="history_key"),
        _names_its("history", "reading"),
    )
    op.create_index("history_by_record_number", "history", ["record", "number"])
    op.create_table(
        "run",
        _number(),
        sa.Column("pid", sa.Integer, nullable=False),
        *_texts("host", "command", "started", nullable=False),
        *_texts("finished"),
        sa.PrimaryKeyConstraint("number", name="run_key"),
    )


def _names_its(table: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([other], [f"{other}.number"], name=f"{table}_names_its_{other}")
