"""What people decided on records, one row a decision; and whether a reading counts."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Create the table, and let the readings that are there count."""
    op.create_table(
        "decision",
        sa.Column("number", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("record", sa.Text, nullable=False),
        sa.Column("coder", sa.Text, nullable=False),
        sa.Column("choice", sa.Text, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("result", sa.Text),
        sa.Column("version", sa.Integer),
        sa.Column("why", sa.Text),
        sa.Column("settles", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("number", name="decision_key"),
    )
    op.create_index("decision_by_record_number", "decision", ["record", "number"])
    op.create_index("decision_by_result", "decision", ["result"])
    counts = sa.Column("counts", sa.Boolean, nullable=False, server_default=sa.true())
    op.add_column("reading", counts)
