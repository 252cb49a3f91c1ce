"""What goes into a ledger and what it answers, beside the records themselves."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeAlias

from volteface.records import Claim, Event, Report, Statement

Action: TypeAlias = Literal["added", "superseded", "retracted", "noted"]
"""What happened to a record. ``added`` also says that a record holds again; ``noted`` (an
approval, a remark) leaves it as it was."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One report as one coder read it: stored as a whole or not at all.

    ``key`` is a digest of everything the reading depends on besides the report: the case, the
    coder and the coder's version. ``coder`` is a name that stays the same from version to version
    (``offline``, ``anna``), since a coder's new reading replaces its older ones; ``version`` is
    for people to read.
    """

    report: Report
    key: str
    coder: str
    statements: tuple[Statement, ...]
    version: str | None = None
    events: tuple[Event, ...] = ()
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Stored:
    """What storing a reading changed, in numbers of statements.

    ``added`` were never in the ledger, ``restored`` hold again, ``reread`` are known and now read
    differently (a new version of the same id), ``superseded`` are no longer made. ``new`` is
    false when the reading was there already; then all numbers are zero.
    """

    report: str
    new: bool
    added: int = 0
    restored: int = 0
    reread: int = 0
    superseded: int = 0


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One line of a record's history; ``at`` is in UTC.

    ``version`` is the version of the record that the line speaks of (1 unless a record was read
    differently under the same id), ``by`` the id of the record that replaced it, ``key`` that of
    the reading that caused the line (None when a person did), ``was`` the earlier values of
    fields that changed, as a JSON object.
    """

    record: str
    version: int
    action: Action
    at: datetime
    who: str
    why: str | None = None
    by: str | None = None
    key: str | None = None
    was: str | None = None
