import os
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from sqlalchemy import create_engine, text
from sqlalchemy.dialects import postgresql as dialect
from sqlalchemy.schema import CreateTable

from volteface.errors import LedgerBusyError, LedgerError
from volteface.ledger import Ledger, Reading, open_ledger, postgresql, standing, tables

Make = Callable[..., Reading]

ADDRESS = os.environ.get("VOLTEFACE_TEST_POSTGRESQL", "")
"""An empty database that the tests may fill, as in ``postgresql+psycopg://host/name``."""

needs_server = pytest.mark.skipif(not ADDRESS, reason="VOLTEFACE_TEST_POSTGRESQL is not set")


@pytest.fixture
def server() -> Iterator[Ledger]:
    """A new ledger on the server."""
    engine = create_engine(ADDRESS)
    with engine.begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    engine.dispose()
    with open_ledger(ADDRESS, wait=0.2) as ledger:
        yield ledger


def test_tables() -> None:
    """Every table and the view can be said in PostgreSQL's own words."""
    for table in tables.metadata.sorted_tables:
        assert f"CREATE TABLE {table.name}" in str(
            CreateTable(table).compile(dialect=dialect.dialect())
        )
    view = str(standing.current_statement().compile(dialect=dialect.dialect()))
    assert "CREATE VIEW current_statement" in view


def test_search_without_index(ledger: Ledger, make_reading: Make) -> None:
    """Search by likeness, which needs no index, finds words and phrases in any case."""
    ledger.store(make_reading("001"))
    ledger.store(make_reading("002", "c"))
    with ledger._database.read() as connection:  # noqa: SLF001
        found = {
            words: [
                postgresql.search(connection, table, words) for table in ("statement", "report")
            ]
            for words in ("STAY assad", '"title 002"', "100% lavrov", "")
        }
    assert found == {
        "STAY assad": [["s-r-001-a", "s-r-001-b", "s-r-002-c"], ["r-001", "r-002"]],
        '"title 002"': [[], ["r-002"]],
        "100% lavrov": [[], []],
        "": [[], []],
    }


@pytest.mark.parametrize(
    ("state", "kind"),
    [
        ("55P03", "busy"),
        ("53100", "full"),
        ("08006", "closed"),
        ("28P01", "closed"),
        ("42P01", None),
    ],
)
def test_faults(state: str, kind: str | None) -> None:
    """The server's codes are told apart (PostgreSQL manual, appendix A)."""

    class ServerError(Exception):
        sqlstate = state

    assert postgresql.fault(ServerError()) == kind


def test_no_database_named() -> None:
    """An address without a database is refused."""
    with pytest.raises(LedgerError, match="names no database"):
        open_ledger("postgresql+psycopg://localhost")


@needs_server
@given(reading=...)
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_round_trip(server: Ledger, reading: Reading) -> None:
    """Whatever is stored on a server comes back equal."""
    server.store(reading)
    assert server.report(reading.report.id) == reading.report
    found = tuple(server.statements(report=reading.report.id))
    assert found == tuple(dict.fromkeys(reading.statements))


@needs_server
def test_life_of_a_ledger(server: Ledger, make_reading: Make) -> None:
    """Storing, superseding, deciding, searching and opening again work on a server."""
    reading = make_reading(letters="abc")
    assert server.store(reading).added == 3
    assert server.store(make_reading(letters="ab", key="k2")).superseded == 1
    server.retract("s-r-001-a", "anna", "no statement")
    assert server.search('"should stay"') == [each.id for each in reading.statements] + ["r-001"]
    with open_ledger(ADDRESS, create=False) as again:
        assert [each.id for each in again.statements()] == ["s-r-001-b"]
        assert again.store(replace(reading, key="k3")).restored == 1


@needs_server
def test_one_writer_on_a_server(server: Ledger, make_reading: Make) -> None:
    """Who waits too long for a server's lock is told who holds it."""
    server.store(make_reading("001"))
    with (
        open_ledger(ADDRESS, wait=0.2) as other,
        server._database.write(),  # noqa: SLF001
        pytest.raises(LedgerBusyError, match="is writing to this ledger"),
    ):
        other.store(make_reading("002"))


@needs_server
def test_no_such_database() -> None:
    """A database that is not there is said in one line, without the password."""
    address = ADDRESS.rsplit("/", 1)[0] + "/nowhere"
    with pytest.raises(LedgerError, match="cannot be opened or written") as caught:
        open_ledger(address)
    assert "\n" not in str(caught.value)
