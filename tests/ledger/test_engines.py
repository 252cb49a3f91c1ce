from pathlib import Path

import pytest

from volteface.errors import LedgerError
from volteface.ledger import open_ledger
from volteface.ledger.engines import address, masked


def test_paths_and_addresses() -> None:
    """A path is a SQLite file, odd characters or not; anything with :// is an address."""
    assert address("my war?#1.sqlite").database == "my war?#1.sqlite"
    assert address("~/war.sqlite").database == str(Path.home() / "war.sqlite")
    assert address("sqlite:////tmp/war.sqlite").database == "/tmp/war.sqlite"  # noqa: S108
    assert address("postgresql+psycopg://host/war").database == "war"


def test_odd_path(tmp_path: Path) -> None:
    """A ledger can have any name that the system allows."""
    path = tmp_path / "война ?#%20.sqlite"
    open_ledger(path).close()
    assert path.exists()


def test_no_address() -> None:
    """What is no address says so without showing a password."""
    with pytest.raises(LedgerError) as caught:
        open_ledger("postgresql+psycopg://anna:secret@host:port/war")
    assert "is no address of a ledger" in str(caught.value)
    assert "secret" not in str(caught.value)


def test_other_kinds_of_database() -> None:
    """A kind of database that holds no ledgers is named."""
    with pytest.raises(LedgerError, match="SQLite or PostgreSQL, not in mysql"):
        open_ledger("mysql://host/war")


@pytest.mark.parametrize("driver", ["postgresql+pg8000", "postgresql+nonesuch"])
def test_driver_not_installed(driver: str) -> None:
    """A missing driver says what to install."""
    with pytest.raises(LedgerError, match=r"pip install 'psycopg\[binary\]'"):
        open_ledger(f"{driver}://host/war")


def test_masked() -> None:
    """Names and passwords are taken out of addresses wherever they stand."""
    command = "volteface run syria --ledger postgresql://anna:se/cret@host/war"
    assert masked(command.replace("/cret", "cret")).endswith("postgresql://***@host/war")
    assert masked("a@b c://d") == "a@b c://d"
