"""What can be learnt from a ledger: the statements that a person has approved."""

from collections import defaultdict
from collections.abc import Sequence

from volteface.case.schema import Case
from volteface.coding.learning import Lesson, spread
from volteface.coding.learnt import NOTHING, Approved
from volteface.coding.passage import Passage
from volteface.coding.spans import Given, SpanCoder
from volteface.errors import UsageError
from volteface.ledger.ledger import Ledger
from volteface.records import Statement

FEWEST = 10
"""Approved statements from which anything can be learnt."""
_REPORTS = 40
"""At most so many are read again, evenly spread: that takes most of the time."""


def approved_statements(ledger: Ledger, case: Case) -> list[Statement]:
    """The statements that hold and were approved, on the case's issues or on none.

    Raises:
        UsageError: There are fewer than ``FEWEST``.
    """
    ids = ledger.approved()
    known = {issue.id for issue in case.issues} | {None}
    found = [s for s in ledger.statements() if s.id in ids and s.issue in known]
    if len(found) < FEWEST:
        raise UsageError(
            f"{ledger.place} has {len(found)} approved statements on the case's issues, and "
            f"learning needs {FEWEST}: approve more (docs/learning.md)"
        )
    return found


def lessons(ledger: Ledger, case: Case, statements: Sequence[Statement]) -> list[Lesson]:
    """The statements as lessons; as many as are judged with their passages, evenly spread."""
    again = set(spread(list(dict.fromkeys(one.report for one in statements)), _REPORTS))
    by_report: defaultdict[str, list[int]] = defaultdict(list)
    for number in spread([n for n, one in enumerate(statements) if one.report in again]):
        by_report[statements[number].report].append(number)
    coder = SpanCoder(case, NOTHING)
    read: dict[int, tuple[Passage, tuple[str, ...]]] = {}
    for report_id, numbers in by_report.items():
        report = ledger.report(report_id)
        if report is None:
            continue
        for number in numbers:
            try:
                ((passage, told, _),) = coder.passages(report, [_given(statements[number])])
            except UsageError:
                continue
            read[number] = passage, told.signs
    return [_lesson(one, read.get(number)) for number, one in enumerate(statements)]


def _given(statement: Statement) -> Given:
    return Given(
        content=statement.content,
        actor=statement.actor,
        attributed=statement.voice == "attributed",
        register=statement.register,
        about=statement.about,
    )


def _lesson(statement: Statement, read: tuple[Passage, tuple[str, ...]] | None) -> Lesson:
    stance = statement.stance or 0.0
    approved = Approved(
        text=" ".join(statement.text.split()),
        issue=statement.issue,
        sign=0 if statement.issue is None else 1 if stance >= 0 else -1,
        register=statement.register,
        signs=read[1] if read is not None else (),
    )
    return Lesson(approved, read[0] if read is not None else None)
