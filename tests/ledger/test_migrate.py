import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from volteface.errors import LedgerError
from volteface.ledger import Reading, migrate, open_ledger, tables

Make = Callable[..., Reading]

NEXT = """
import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade():
    op.execute("UPDATE statement SET confidence = confidence / 2")
    op.add_column("report", sa.Column("grade", sa.Text))
    {more}
"""


@pytest.fixture
def newer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Makes the program one revision newer; the text given is run at the end of it."""

    def install(more: str = "") -> None:
        folder = tmp_path / "migrations"
        shutil.copytree(migrate.MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
        (folder / "r0004_grades.py").write_text(NEXT.format(more=more))
        monkeypatch.setattr(migrate, "MIGRATIONS", folder)

    return install


def dump(path: Path) -> Iterator[str]:
    """All that is in a file, as SQL."""
    with closing(sqlite3.connect(path)) as file:
        yield from file.iterdump()


def columns(path: Path) -> list[str]:
    """The names of the columns of the table report."""
    with closing(sqlite3.connect(path)) as file:
        return [row[1] for row in file.execute("PRAGMA table_info(report)")]


def test_migrations_make_the_tables(path: Path) -> None:
    """A new ledger has exactly the tables that the queries are written for."""
    open_ledger(path).close()
    engine = create_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        options = {"version_table": tables.VERSION_TABLE, "include_object": _ours}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, tables.metadata) == []
        assert migrate.revision(connection, "here") == migrate.revisions()[-1]
    engine.dispose()


def _ours(thing: object, name: str, kind: str, *rest: object) -> bool:
    """Leave out the word indexes, which are no tables of the model."""
    del thing, rest
    return kind != "table" or "_fts" not in name


def test_file_names_and_revisions_agree() -> None:
    """The last file, by name, is the last revision, so that opening needs no search for it."""
    folder = str(migrate.MIGRATIONS)
    script = ScriptDirectory(folder, version_locations=[folder])
    assert script.get_current_head() == migrate.revisions()[-1]


def test_old_ledger(path: Path, newer: Callable[..., None], make_reading: Make) -> None:
    """An older ledger comes up to date with all it holds, its guards and its word indexes."""
    reading = make_reading(letters="a")
    with open_ledger(path) as ledger:
        ledger.store(reading)
    newer()
    with open_ledger(path) as ledger:
        (statement,) = ledger.statements()
        assert statement == replace(reading.statements[0], confidence=0.45)
        assert ledger.search("assad") == ["s-r-001-a", "r-001"]
        assert ledger.store(make_reading("002", "b")).added == 1
    assert "grade" in columns(path)
    with closing(sqlite3.connect(path)) as file, pytest.raises(sqlite3.IntegrityError):
        file.execute("DELETE FROM statement")


def test_broken_migration(path: Path, newer: Callable[..., None], make_reading: Make) -> None:
    """A migration that fails leaves the older ledger as it was, guards included."""
    with open_ledger(path) as ledger:
        ledger.store(make_reading())
    before = list(dump(path))
    newer("op.execute('INSERT INTO nowhere VALUES (1)')")
    with pytest.raises(LedgerError, match=r"refused .*no such table: nowhere"):
        open_ledger(path)
    assert list(dump(path)) == before


def test_damaged_old_ledger(path: Path, newer: Callable[..., None]) -> None:
    """A ledger that fails the check is not migrated."""
    open_ledger(path).close()
    with closing(sqlite3.connect(path)) as file:
        file.execute("INSERT INTO via VALUES (7, 0, 'nobody')")
        file.commit()
    newer()
    with pytest.raises(LedgerError, match=r"is damaged .rows lack their record"):
        open_ledger(path)
    assert "grade" not in columns(path)


def test_old_ledger_with_damaged_pages(
    path: Path,
    newer: Callable[..., None],
    make_reading: Make,
    damage: Callable[[Path, str], bytes],
) -> None:
    """Pages that do not fit together stop a migration before it begins."""
    with open_ledger(path) as ledger:
        for number in range(20):
            ledger.store(make_reading(f"{number:03}"))
    content = damage(path, "statement_by_issue")
    newer()
    with pytest.raises(LedgerError, match="damaged"):
        open_ledger(path)
    assert path.read_bytes() == content


def test_newer_ledger(
    path: Path, newer: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A ledger of a newer version is refused and left as it is."""
    newer()
    open_ledger(path).close()
    monkeypatch.undo()
    before = path.read_bytes()
    with pytest.raises(LedgerError, match=r"newer version of volteface .ledger revision 0004"):
        open_ledger(path)
    assert path.read_bytes() == before
