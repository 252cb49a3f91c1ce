"""Everything about SQLite: the file, waiting for one's turn, full text, and what guards rows."""

import re
import time
from pathlib import Path
from sqlite3 import Connection as Driver
from sqlite3 import Error as SQLiteError

from sqlalchemy import URL, Connection, Engine, event, text
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import ConnectionPoolEntry

from volteface.errors import LedgerError
from volteface.ledger.faults import Fault, complaint
from volteface.ledger.words import escape, unescape

FULL_TEXT = {"statement": ("text",), "report": ("title", "text")}
"""The columns of each table that can be searched by word."""

GUARDED = (
    *("statement", "anchor", "candidate", "via"),
    *("reading", "reading_statement", "history", "decision"),
    *("event", "event_party", "event_number", "claim", "reading_event", "reading_claim"),
)
"""Tables whose rows are never changed; no row of ``report`` is removed or loses its text."""

_MAGIC = b"SQLite format 3\x00"
_FAULTS: dict[str, Fault] = {
    "BUSY": "busy",
    "LOCKED": "busy",
    "FULL": "full",
    "IOERR": "full",
    "CORRUPT": "damaged",
    "NOTADB": "damaged",
    "CANTOPEN": "closed",
    "READONLY": "closed",
    "PERM": "closed",
}


def place(url: URL) -> str:
    """The file's path as the user gave it."""
    return str(url.database)


def check_place(url: URL, *, create: bool) -> None:
    """Refuse what cannot be a ledger's file, before SQLite touches it.

    Raises:
        LedgerError: The address names no file, a folder, a file of another kind, a file in a
            folder that does not exist, or no ledger where one was expected.
    """
    if url.database in {None, "", ":memory:"}:
        raise LedgerError("a ledger is a file, and this address names none: name one (--ledger)")
    try:
        wrong = _wrong_file(Path(place(url)), create=create)
    except OSError as error:
        raise complaint("closed", place(url), error.strerror or str(error), None) from error
    if wrong:
        raise LedgerError(f"{place(url)}: {wrong}")


def _wrong_file(path: Path, *, create: bool) -> str | None:
    if path.is_dir():
        return "is a folder: name a file for the ledger (--ledger)"
    if path.exists():
        with path.open("rb") as file:
            known = file.read(len(_MAGIC)) in {b"", _MAGIC}
        return None if known else "is no ledger and was left as it is: name another (--ledger)"
    if not create:
        return "there is no ledger here; make one with 'volteface run'"
    if not path.absolute().parent.is_dir():
        return "its folder does not exist; make it, or name another file (--ledger)"
    return None


def prepare(engine: Engine, wait: float) -> None:
    """Let every connection keep foreign keys, wait its turn, and begin writing at once.

    A transaction that first reads and then writes could not wait for its turn, so one that will
    write takes the lock when it begins.
    """

    @event.listens_for(engine, "connect")
    def _connect(driver: Driver, entry: ConnectionPoolEntry) -> None:
        del entry
        driver.isolation_level = None
        for pragma in (f"busy_timeout = {round(wait * 1000)}", "foreign_keys = ON"):
            driver.execute(f"PRAGMA {pragma}")
        # With a write-ahead log this loses no whole transaction to a killed process.
        driver.execute("PRAGMA synchronous = NORMAL")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def settle(engine: Engine, wait: float) -> None:
    """Keep a write-ahead log, so that readers and one writer do not wait for each other."""
    deadline = time.monotonic() + wait
    while True:
        with engine.connect() as connection:
            driver = connection.connection.driver_connection
            assert isinstance(driver, Driver)
            if driver.execute("PRAGMA journal_mode").fetchone() == ("wal",):
                return
            try:
                driver.execute("PRAGMA journal_mode = WAL").close()
            except SQLiteError as error:
                # SQLite does not wait for this lock by itself.
                if fault(error) != "busy" or time.monotonic() > deadline:
                    raise OperationalError(None, None, error) from error
                time.sleep(0.01)


def lock(connection: Connection) -> None:
    """Nothing: a writing transaction holds the lock since it began."""
    del connection


def strip(connection: Connection) -> None:
    """Check the whole file, then take off triggers and indexes that would hinder a migration.

    Raises:
        LedgerError: The file is damaged.
    """
    if connection.exec_driver_sql("PRAGMA quick_check(1)").scalar() != "ok":
        raise complaint("damaged", place(connection.engine.url), "the check found errors", None)
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
        raise complaint("damaged", place(connection.engine.url), "rows lack their record", None)
    found = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'")
    for name in found.scalars().all():
        connection.exec_driver_sql(f'DROP TRIGGER "{name}"')
    for table in FULL_TEXT:
        connection.exec_driver_sql(f"DROP TABLE IF EXISTS {table}_fts")


def dress(connection: Connection) -> None:
    """Index the words of reports and statements, and guard what must not change."""
    for table, columns in FULL_TEXT.items():
        for command in _full_text(table, columns):
            connection.exec_driver_sql(command)
    for table in GUARDED:
        for verb in ("UPDATE", "DELETE"):
            connection.exec_driver_sql(_guard(table, verb, verb))
    for verb in ("UPDATE OF number, id, sha256, text", "DELETE"):
        connection.exec_driver_sql(_guard("report", verb.split(maxsplit=1)[0], verb))


def search(connection: Connection, table: str, words: str) -> list[str]:
    """The ids of the rows of ``table`` with all words and "quoted phrases", best match first."""
    terms = [phrase or word for phrase, word in re.findall(r'"([^"]+)"|([^\s"]+)', words)]
    match = " AND ".join(f'"{escape(term)}"' for term in terms)
    found = connection.execute(
        text(
            f"SELECT id FROM {table}_fts JOIN {table} ON number = {table}_fts.rowid"  # noqa: S608
            f" WHERE {table}_fts MATCH :match ORDER BY rank, number"
        ),
        {"match": match or '""'},
    )
    return [unescape(name) for name in found.scalars()]


def fault(error: BaseException | None) -> Fault | None:
    """What kind of trouble a driver's error tells of, or None for a mistake of the program."""
    name = getattr(error, "sqlite_errorname", "").removeprefix("SQLITE_")
    return _FAULTS.get(name.split("_")[0])


def _full_text(table: str, columns: tuple[str, ...]) -> tuple[str, ...]:
    # The names are those of FULL_TEXT, so no foreign text enters these commands.
    index, names = f"{table}_fts", ", ".join(columns)
    new, old = (", ".join(f"{row}.{name}" for name in columns) for row in ("new", "old"))
    add = f"INSERT INTO {index}(rowid, {names}) VALUES (new.number, {new});"  # noqa: S608
    words = f"VALUES ('delete', old.number, {old})"
    drop = f"INSERT INTO {index}({index}, rowid, {names}) {words};"
    options = f"content='{table}', content_rowid='number', tokenize='unicode61 remove_diacritics 2'"
    added, changed = f"AFTER INSERT ON {table}", f"AFTER UPDATE OF {names} ON {table}"
    return (
        f"CREATE VIRTUAL TABLE {index} USING fts5({names}, {options})",
        f"CREATE TRIGGER {table}_words_added {added} BEGIN {add} END",
        f"CREATE TRIGGER {table}_words_changed {changed} BEGIN {drop} {add} END",
        f"INSERT INTO {index}({index}) VALUES ('rebuild')",  # noqa: S608
    )


def _guard(table: str, name: str, verb: str) -> str:
    return (
        f"CREATE TRIGGER {table}_refuses_{name.lower()} BEFORE {verb} ON {table} BEGIN"
        f" SELECT RAISE(ABORT, 'what the ledger holds in {table} is never changed or removed');"
        " END"
    )
