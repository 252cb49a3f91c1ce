"""Everything about PostgreSQL: waiting for one's turn, and search without a word index."""

import re

from sqlalchemy import URL, Connection, Engine, event, or_, select, text

from volteface.errors import LedgerError
from volteface.ledger import tables
from volteface.ledger.faults import Fault

SEARCHED = {"statement": ("text",), "report": ("title", "text")}

# One number that all runs ask for; any would do.
_LOCK = 7_665_828_370

_FAULTS: dict[str, Fault] = {
    "55P03": "busy",  # lock_not_available
    "53": "full",  # insufficient resources
    "08": "closed",  # no connection
    "28": "closed",  # wrong user or password
    "3D": "closed",  # no such database
    "42501": "closed",  # may not do this
}


def place(url: URL) -> str:
    """The address without its password."""
    return url.render_as_string(hide_password=True)


def check_place(url: URL, *, create: bool) -> None:
    """Refuse an address without a database's name."""
    del create
    if not url.database:
        raise LedgerError("this address names no database: postgresql+psycopg://host/name")


def prepare(engine: Engine, wait: float) -> None:
    """Let every connection wait its turn for at most ``wait`` seconds."""

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{max(1, round(wait * 1000))}ms'")


def settle(engine: Engine, wait: float) -> None:
    """Nothing: the server keeps its own log."""
    del engine, wait


def lock(connection: Connection) -> None:
    """Wait until no other run writes; the lock falls with the transaction."""
    connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})


def strip(connection: Connection) -> None:
    """Nothing: the server guards its own files."""
    del connection


def dress(connection: Connection) -> None:
    """Nothing: no row is changed by this program, and search needs no index of its own."""
    del connection


def search(connection: Connection, table: str, words: str) -> list[str]:
    """The ids of the rows of ``table`` with all words and "quoted phrases", in order of storing."""
    searched = tables.metadata.tables[table].c
    query = select(searched.id).order_by(searched.number)
    terms = [phrase or word for phrase, word in re.findall(r'"([^"]+)"|([^\s"]+)', words)]
    if not terms:
        return []
    for term in terms:
        query = query.where(
            or_(*(searched[name].icontains(term, autoescape=True) for name in SEARCHED[table]))
        )
    return list(connection.execute(query).scalars())


def fault(error: BaseException | None) -> Fault | None:
    """What kind of trouble a driver's error tells of, or None for a mistake of the program."""
    state = getattr(error, "sqlstate", None)
    if state is None:
        # Without a state there was no server to answer.
        return "closed" if type(error).__name__ == "OperationalError" else None
    return _FAULTS.get(state) or _FAULTS.get(state[:2])
