"""Events and claims, and which reading made them."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Create the tables."""
    _events()
    _beside_events()
    _claims()
    _made()


def _number() -> sa.Column[int]:
    return sa.Column("number", sa.Integer, autoincrement=False, nullable=False)


def _integers(*names: str) -> list[sa.Column[int]]:
    return [sa.Column(name, sa.Integer, autoincrement=False, nullable=False) for name in names]


def _texts(*names: str, nullable: bool = True) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text, nullable=nullable) for name in names]


def _events() -> None:
    op.create_table(
        "event",
        _number(),
        *_texts("id", nullable=False),
        sa.Column("report", sa.Integer, nullable=False),
        sa.Column("content", sa.JSON, nullable=False),
        *_texts("text", "type", "mode", nullable=False),
        sa.Column("when_earliest", sa.Date),
        sa.Column("when_latest", sa.Date),
        *_texts("when_precision", "when_basis", "place", "issue"),
        sa.Column("stance", sa.Double),
        *_texts("voice", nullable=False),
        sa.PrimaryKeyConstraint("number", name="event_key"),
        sa.UniqueConstraint("id", name="event_has_one_id"),
        _names_its("event", "report"),
    )
    op.create_index("event_by_report_number", "event", ["report", "number"])
    op.create_index("event_by_type", "event", ["type"])


def _beside_events() -> None:
    op.create_table(
        "event_party",
        *_integers("event"),
        *_texts("part", nullable=False),
        *_integers("ordinal"),
        *_texts("actor", nullable=False),
        sa.PrimaryKeyConstraint("event", "part", "ordinal", name="event_party_key"),
        _names_its("event_party", "event"),
    )
    op.create_index("event_party_by_actor", "event_party", ["actor"])
    op.create_table(
        "event_number",
        *_integers("event", "ordinal"),
        *_texts("what", nullable=False),
        sa.Column("value", sa.BigInteger, nullable=False),
        *_texts("source"),
        sa.PrimaryKeyConstraint("event", "ordinal", name="event_number_key"),
        _names_its("event_number", "event"),
    )


def _claims() -> None:
    op.create_table(
        "claim",
        _number(),
        *_texts("id", nullable=False),
        sa.Column("report", sa.Integer, nullable=False),
        sa.Column("content", sa.JSON, nullable=False),
        *_texts("text", "holder", nullable=False),
        sa.Column("endorsed", sa.Boolean, nullable=False),
        *_texts("condition", "consequence", "direction", nullable=False),
        *_texts("matches"),
        sa.PrimaryKeyConstraint("number", name="claim_key"),
        sa.UniqueConstraint("id", name="claim_has_one_id"),
        _names_its("claim", "report"),
    )
    op.create_index("claim_by_report_number", "claim", ["report", "number"])


def _made() -> None:
    for made in ("event", "claim"):
        table = f"reading_{made}"
        op.create_table(
            table,
            *_integers("reading", made),
            sa.PrimaryKeyConstraint("reading", made, name=f"{table}_key"),
            _names_its(table, "reading"),
            _names_its(table, made),
        )
        op.create_index(f"{table}_by_{made}", table, [made])


def _names_its(table: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([other], [f"{other}.number"], name=f"{table}_names_its_{other}")
