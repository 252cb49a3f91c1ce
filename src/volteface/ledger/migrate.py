"""From an empty database, or a ledger of any earlier version, to one of this version."""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, column, inspect, select, table, text

from volteface.errors import LedgerError
from volteface.ledger import standing, tables

if TYPE_CHECKING:
    from volteface.ledger.engines import Kind

MIGRATIONS = Path(__file__).parent / "migrations"

VIEW = "current_statement"


def revisions() -> tuple[str, ...]:
    """The numbers of all revisions, oldest first, from the names ``r0001_....py``."""
    return tuple(sorted(path.stem[1:5] for path in MIGRATIONS.glob("r[0-9]*.py")))


def revision(connection: Connection, place: str) -> str | None:
    """The revision of the ledger, or None for an empty database.

    Raises:
        LedgerError: The database is another program's, or of a newer version of this one.
    """
    names = inspect(connection).get_table_names()
    if not names:
        return None
    if tables.VERSION_TABLE not in names:
        raise LedgerError(
            f"{place}: holds other tables ({', '.join(sorted(names)[:3])}) and is no ledger;"
            " it was left as it is: name another place for the ledger (--ledger)"
        )
    found = connection.execute(
        select(column("version_num")).select_from(table(tables.VERSION_TABLE))
    ).scalar()
    if found not in revisions():
        raise LedgerError(
            f"{place}: was written by a newer version of volteface (ledger revision {found}, this"
            f" version knows {revisions()[-1]}); it was left as it is: update volteface"
        )
    return str(found)


def upgrade(connection: Connection, kind: "Kind", place: str) -> None:
    """Run all revisions that the ledger lacks, inside the caller's transaction.

    Raises:
        LedgerError: As for :func:`revision`; or the ledger is damaged.
    """
    # Slow to import, and needed only when there is something to do.
    from alembic.operations import Operations  # noqa: PLC0415
    from alembic.runtime.migration import MigrationContext  # noqa: PLC0415
    from alembic.script import ScriptDirectory  # noqa: PLC0415

    found = revision(connection, place)
    if found == revisions()[-1]:
        return
    kind.strip(connection)
    connection.execute(text(f"DROP VIEW IF EXISTS {VIEW}"))
    script = ScriptDirectory(str(MIGRATIONS), version_locations=[str(MIGRATIONS)])
    context = MigrationContext.configure(connection, opts={"version_table": tables.VERSION_TABLE})
    with Operations.context(context):
        for step in reversed(list(script.iterate_revisions("head", found or "base"))):
            step.module.upgrade()
    context.stamp(script, "head")
    connection.execute(standing.current_statement())
    kind.dress(connection)
