"""One coder at work on a queue of statements: what is shown, and what a choice does."""

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import get_args

from volteface.case.schema import Case
from volteface.errors import UsageError
from volteface.ledger import Ledger
from volteface.ledger.decisions import differing, in_force, standing
from volteface.ledger.entries import Choice, Decision
from volteface.ledger.history import UNDONE
from volteface.ledger.machine import coder_for
from volteface.records import Candidate, Report, Statement
from volteface.review.fields import BY_A_PERSON, corrected
from volteface.review.queue import Which

_TOLD = (*get_args(Choice), UNDONE)
CHOICES = 3
"""Candidates that can be picked with one key."""


@dataclass(frozen=True, slots=True)
class Item:
    """A statement as it is shown to the coder.

    ``statement`` is what a choice is about; ``before`` what the machine read of the same words
    earlier, and ``now`` what it reads there now, where that differs. ``decided`` are others'
    decisions, with what each holds to be right (None: no such statement), where the coder may
    know them.
    """

    statement: Statement
    report: Report
    before: Statement | None
    now: Statement | None
    decided: tuple[tuple[Decision, Statement | None], ...]
    notes: tuple[str, ...]

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """The machine's likeliest readings, best first."""
        return self.statement.candidates[:CHOICES]


class Session:
    """A queue in the hands of one coder.

    Args:
        ledger: Where choices are stored, each at once.
        case: Whose actors and issues there are.
        coder: The coder's name.
        records: The queue, ids of statements.
        which: What kind of queue it is; in one of conflicts every decision settles.
    """

    def __init__(
        self,
        ledger: Ledger,
        case: Case,
        coder: str,
        records: Sequence[str],
        which: Which = "open",
    ) -> None:
        self.ledger = ledger
        self.case = case
        self.coder = coder
        self.which = which
        self.waiting = deque(records)
        self.done: list[str] = []
        self.conflict: tuple[Decision, ...] = ()

    def current(self) -> Item | None:
        """What is to be decided next; None when the queue is empty."""
        while self.waiting:
            item = self._item(self.waiting[0])
            if item is not None:
                return item
            self.waiting.popleft()
        return None

    def approve(self, item: Item) -> None:
        """It is as it was read."""
        self._decide("approved", item.statement)

    def pick(self, item: Item, number: int) -> None:
        """It is as the candidate with this number says, counted from 1.

        Raises:
            UsageError: there is no such candidate.
        """
        if not 1 <= number <= len(item.candidates):
            raise UsageError(f"there is no candidate {number}")
        chosen = item.candidates[number - 1]
        one = item.statement
        if (chosen.issue, chosen.stance) == (one.issue, one.stance):
            self.approve(item)
            return
        right = replace(one, issue=chosen.issue, stance=chosen.stance, reason=BY_A_PERSON)
        self._decide("corrected", right)

    def correct(self, item: Item, changes: Mapping[str, str], why: str | None = None) -> None:
        """Some fields are as written.

        Raises:
            UsageError: a field or a value is not allowed.
        """
        right = corrected(item.statement, changes, self.case, item.report)
        self._decide("corrected", right, why)

    def reject(self, item: Item, why: str | None = None) -> None:
        """There is no such statement."""
        self._decide("rejected", item.statement, why)

    def skip(self) -> None:
        """Show it again at the end."""
        self.waiting.rotate(-1)

    def note(self, item: Item, text: str) -> None:
        """Write a remark to its history and stay."""
        self.ledger.note(item.statement.id, self.coder, text)

    def undo(self) -> str | None:
        """Take back the last choice of this session and show that statement again; its id."""
        if not self.done:
            return None
        record = self.done.pop()
        self.conflict = ()
        self.ledger.undo(record, self.coder)
        self.waiting.appendleft(record)
        return record

    def _decide(self, choice: Choice, right: Statement, why: str | None = None) -> None:
        settles = self.which == "conflicts"
        self.conflict = self.ledger.decide(choice, right, self.coder, why=why, settles=settles)
        self.done.append(self.waiting.popleft())

    def _item(self, record: str) -> Item | None:
        versions = self.ledger.versions(record)
        report = self.ledger.report(versions[0].report) if versions else None
        if report is None:
            return None
        held = self.ledger.decisions(record)
        stands = standing(held)
        # A second coder sees what the machine read, not what the first one made of it.
        seen = versions[0]
        if self.which in {"conflicts", "changed"} and stands is not None and stands.version:
            seen = versions[stands.version - 1]
        others: Sequence[Decision] = differing(held) if self.which == "conflicts" else ()
        if self.which == "changed":
            others = in_force(held)
        before, now = self._otherwise(versions[0])
        return Item(
            statement=seen,
            report=report,
            before=before,
            now=now,
            decided=tuple(
                (one, versions[one.version - 1] if one.version else None) for one in others
            ),
            notes=() if self.which == "again" else self._notes(record),
        )

    def _otherwise(self, one: Statement) -> tuple[Statement | None, Statement | None]:
        """Other readings of the same words by the machine: the latest of the past, and today's."""
        same = [other for other in self.ledger.same_words(one) if other.id != one.id]
        if not same:
            return None, None
        read = {each.id for each in self.ledger.read_by(coder_for(self.case), one.report)}
        before = [other for other in same if other.id not in read]
        now = [other for other in same if other.id in read]
        return (before[-1] if before else None), (now[-1] if now else None)

    def _notes(self, record: str) -> tuple[str, ...]:
        """Remarks that people wrote, without the lines that tell of choices."""
        return tuple(
            f"{entry.who}: {entry.why}"
            for entry in self.ledger.history(record)
            if entry.action == "noted" and entry.key is None and entry.why
            if not entry.why.startswith(_TOLD)
        )
