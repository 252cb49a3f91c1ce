"""What goes into a ledger and what it answers, beside the records themselves."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeAlias

from volteface.records import Claim, Event, Report, Statement

Action: TypeAlias = Literal["added", "superseded", "retracted", "noted"]
"""What happened to a record. ``added`` also says that a record holds again; ``noted`` (an
approval, a remark) leaves it as it was."""
Choice: TypeAlias = Literal["approved", "corrected", "rejected", "entered", "undone"]
"""What a person decided on a record; ``undone`` takes that person's last choice back."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One report as one coder read it: stored as a whole or not at all.

    ``key`` is a digest of everything the reading depends on besides the report: the case, the
    coder and the coder's version. ``coder`` is a name that stays the same from version to version
    (``offline``, ``anna``), since a coder's new reading replaces its older ones; ``version`` is
    for people to read. ``counts`` is false for a second reading of what another coder has read:
    it is kept and compared, and nothing of it holds until a person approves it.
    """

    report: Report
    key: str
    coder: str
    statements: tuple[Statement, ...]
    version: str | None = None
    events: tuple[Event, ...] = ()
    claims: tuple[Claim, ...] = ()
    counts: bool = True


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


@dataclass(frozen=True, slots=True)
class Decision:
    """What one coder decided on one record, at a moment in UTC.

    ``record`` is the id that was decided on, of an event or a claim the first one's where a
    correction has replaced it. ``result`` and ``version`` name what holds in this coder's eyes,
    None where nothing does. ``settles`` is true of a decision made in knowledge of what others
    had decided, which ends their conflict. ``number`` gives the order of deciding.
    """

    number: int
    record: str
    coder: str
    choice: Choice
    at: datetime
    result: str | None = None
    version: int | None = None
    why: str | None = None
    settles: bool = False
