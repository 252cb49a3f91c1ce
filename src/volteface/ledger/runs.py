"""Which runs have written to a ledger, and which one may be writing now."""

import os
import shlex
import socket
import sys
from datetime import datetime

from sqlalchemy import Connection, func, insert, select, update

from volteface.ledger import tables
from volteface.ledger.engines import masked

run = tables.run


def sign_in(connection: Connection, now: datetime) -> int:
    """Note that this process writes to the ledger; gives the run's number."""
    number: int = connection.execute(
        select(func.coalesce(func.max(run.c.number), 0) + 1)
    ).scalar_one()
    connection.execute(
        insert(run).values(
            number=number,
            pid=os.getpid(),
            host=socket.gethostname(),
            command=masked(shlex.join(sys.argv)),
            started=now,
        )
    )
    return number


def sign_out(connection: Connection, number: int, now: datetime) -> None:
    """Note that a run has finished."""
    connection.execute(update(run).where(run.c.number == number).values(finished=now))


def holder(connection: Connection, own: int | None) -> str | None:
    """The last other run that has not finished, in words, or None when there is none."""
    query = select(run).where(run.c.finished.is_(None)).order_by(run.c.number.desc())
    for row in connection.execute(query).mappings():
        if row["number"] != own and _may_live(row["pid"], row["host"]):
            since = row["started"].strftime("%Y-%m-%d %H:%M:%S UTC")
            return f"process {row['pid']} on {row['host']} ({row['command']}), since {since},"
    return None


def _may_live(pid: int, host: str) -> bool:
    """False only for a process that is known to be gone."""
    if host != socket.gethostname() or os.name != "posix":
        return True
    try:
        os.kill(pid, 0)
    except OSError as error:
        # Another user's process refuses the question, but it is there to refuse.
        return not isinstance(error, ProcessLookupError)
    return True
