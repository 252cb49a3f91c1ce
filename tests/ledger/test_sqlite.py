import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from volteface.errors import LedgerError
from volteface.ledger import Ledger, Reading, open_ledger
from volteface.records import Statement

Make = Callable[..., Reading]


def refused(place: str | Path, *, create: bool = True) -> str:
    """What opening a ledger complains of, in one line."""
    with pytest.raises(LedgerError) as caught:
        open_ledger(place, create=create)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_no_place(tmp_path: Path) -> None:
    """A place that cannot be a ledger's is refused, and nothing is made there."""
    absent = tmp_path / "absent.sqlite"
    assert "there is no ledger here" in refused(absent, create=False)
    assert "its folder does not exist" in refused(tmp_path / "no" / "war.sqlite")
    assert "is a folder" in refused(tmp_path)
    assert "names none" in refused("sqlite://")
    assert "cannot be opened or written" in refused(tmp_path / ("x" * 300))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not Path("/proc/version").exists(), reason="needs a folder nobody may write to")
def test_folder_that_nobody_may_write_to() -> None:
    """A ledger that may not be made says whose rights to look at."""
    assert "check who may write to the file and its folder" in refused("/proc/war.sqlite")


@pytest.mark.parametrize(
    "content", [b"Envoys met in Geneva.\n", b"\x89PNG\r\n\x1a\n", b"\x00" * 5000]
)
def test_no_sqlite_file(path: Path, content: bytes) -> None:
    """A file of another kind is refused and left as it is."""
    path.write_bytes(content)
    assert "is no ledger and was left as it is" in refused(path)
    assert path.read_bytes() == content


def test_another_programs_file(path: Path) -> None:
    """A database of another program is refused and left as it is."""
    with closing(sqlite3.connect(path)) as file:
        file.execute("CREATE TABLE bookmark (address TEXT)")
    before = path.read_bytes()
    assert "holds other tables (bookmark) and is no ledger" in refused(path)
    assert path.read_bytes() == before


def test_empty_file(path: Path) -> None:
    """An empty file becomes a ledger where one may be made, and is refused where one is wanted."""
    path.touch()
    assert "is empty; make a ledger" in refused(path, create=False)
    open_ledger(path).close()
    open_ledger(path, create=False).close()


def test_damaged_head(path: Path) -> None:
    """A file that only begins like a database is refused and left as it is."""
    open_ledger(path).close()
    content = path.read_bytes()[:100] + b"\xff" * 5000
    path.write_bytes(content)
    assert "is no ledger or is damaged" in refused(path)
    assert path.read_bytes() == content


def test_damaged_later(
    path: Path, make_reading: Make, damage: Callable[[Path, str], bytes]
) -> None:
    """Damage that is found only while reading is said in one line."""
    with open_ledger(path) as ledger:
        for number in range(30):
            ledger.store(make_reading(f"{number:03}"))
    damage(path, "anchor")
    with open_ledger(path) as ledger, pytest.raises(LedgerError, match="damaged") as caught:
        list(ledger.statements())
    assert "\n" not in str(caught.value)


def test_opens_well_elsewhere(path: Path, make_reading: Make) -> None:
    """A plain SQLite reader finds the log mode, the view of what holds, and the word indexes."""
    reading = make_reading()
    with open_ledger(path) as ledger:
        ledger.store(reading)
        ledger.retract("s-r-001-b", "anna", "no statement")
    with closing(sqlite3.connect(path)) as file:
        assert file.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        file.row_factory = sqlite3.Row
        (row,) = file.execute("SELECT * FROM current_statement").fetchall()
        assert (row["id"], row["report"], row["report_title"]) == (
            "s-r-001-a",
            "r-001",
            "Title 001",
        )
        assert (row["published_earliest"], row["stance"]) == ("2012-05-31", 0.8)
        found = file.execute("SELECT text FROM statement_fts WHERE statement_fts MATCH 'assad'")
        assert {each["text"] for each in found} == {"Assad should stay"}
        keys = file.execute("PRAGMA foreign_key_list(anchor)").fetchall()
        assert [(key["table"], key["from"]) for key in keys] == [("statement", "statement")]


@pytest.mark.parametrize(
    "table", ["statement", "anchor", "candidate", "via", "reading", "reading_statement", "history"]
)
def test_guards(path: Path, make_reading: Make, table: str) -> None:
    """No program can change or remove a row, whatever it uses to write."""
    with open_ledger(path) as ledger:
        ledger.store(make_reading())
    with closing(sqlite3.connect(path)) as file:
        column = file.execute(f"SELECT name FROM pragma_table_info('{table}')").fetchone()[0]  # noqa: S608
        for command in (f"UPDATE {table} SET {column} = {column}", f"DELETE FROM {table}"):  # noqa: S608
            with pytest.raises(sqlite3.IntegrityError, match="never changed or removed"):
                file.execute(command)


def test_guarded_report(path: Path, make_reading: Make) -> None:
    """A report keeps its id and text and cannot be removed; its title may be read better."""
    with open_ledger(path) as ledger:
        ledger.store(make_reading())
    with closing(sqlite3.connect(path)) as file:
        for command in ("UPDATE report SET text = ''", "DELETE FROM report"):
            with pytest.raises(sqlite3.IntegrityError, match="never changed or removed"):
                file.execute(command)
        assert file.execute("UPDATE report SET title = 'Talks'").rowcount == 1


def test_search(
    ledger: Ledger, make_reading: Make, make_statement: Callable[..., Statement]
) -> None:
    """All words must stand in the text, in any order and case; phrases stand as they are."""
    reading = make_reading("001", "a")
    ledger.store(reading)
    ledger.store(make_reading("002", "b"))
    ledger.add(make_statement(reading.report, "c", text="No \x00 veto \ud800"), "anna", "why")
    assert ledger.search("STAY assad") == ["s-r-001-a", "s-r-002-b", "r-001", "r-002"]
    assert ledger.search('"should stay" lavrov') == ["r-001", "r-002"]
    assert ledger.search('"stay should"') == []
    assert ledger.search("001") == ["r-001"]
    assert ledger.search("veto no")[0] == "s-r-001-c"


@pytest.mark.parametrize(
    "words", ["", "  ", '"', '""', "--", "'", "NEAR(", "stay* OR", "\x00", "\ud800"]
)
def test_search_for_odd_words(ledger: Ledger, make_reading: Make, words: str) -> None:
    """No input is a mistake: what no text holds is not found."""
    ledger.store(make_reading())
    assert ledger.search(words) == []
