from pathlib import Path

import pytest

from volteface.case import load_case
from volteface.errors import UsageError
from volteface.ledger import open_ledger
from volteface.ledger.intake import take_in
from volteface.ledger.ledger import Ledger
from volteface.ledger.lessons import FEWEST, approved_statements, lessons

CASE = load_case(str(Path(__file__).parent.parent / "coding" / "four_wars"))
LINES = (
    '"France should withdraw its troops from Mali," Sergei Lavrov said on Monday.',
    '"We are ready for peace talks with the rebels," Sergei Lavrov said on Tuesday.',
)


@pytest.fixture
def read(tmp_path: Path) -> Ledger:
    """A ledger with a dozen statements, none of them approved."""
    for number in range(6):
        text = f"PARIS, 4 June 2014 (Reuters {number}) - {LINES[0]}\n\n{LINES[1]}\n"
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    ledger = open_ledger(str(tmp_path / "ledger.sqlite"))
    take_in(ledger, [tmp_path], CASE)
    return ledger


def test_nothing_approved_teaches_nothing(read: Ledger) -> None:
    """Too few approved statements are refused, with how many are needed."""
    with read, pytest.raises(UsageError, match=f"0 approved .* needs {FEWEST}"):
        approved_statements(read, CASE)


def test_remarks_are_no_approval(read: Ledger) -> None:
    """Only notes that begin with *approved* approve."""
    with read:
        ids = [one.id for one in read.statements()]
        for one in ids[:3]:
            read.note(one, "anna", "who is this?")
        for one in ids[3:]:
            read.note(one, "anna", "Approved: checked against the text")
        assert read.approved() == frozenset(ids[3:])


def test_approved_statements_become_lessons(read: Ledger) -> None:
    """Each has its words, issue, side and register, and its passage to be read again."""
    with read:
        for one in list(read.statements()):
            read.note(one.id, "anna", "approved")
        before = [read.history(one.id) for one in read.statements()]
        statements = approved_statements(read, CASE)
        found = lessons(read, CASE, statements)
        assert [one.approved.issue for one in found] == [one.issue for one in statements]
        assert all("source, party" in one.approved.signs for one in found)
        for lesson, statement in zip(found, statements, strict=True):
            assert lesson.passage is not None
            assert lesson.passage.text() == lesson.approved.text
            assert lesson.approved.register == statement.register
        assert before == [read.history(one.id) for one in read.statements()]


def test_few_reports_are_read_again(read: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    """Statements of reports beyond the limit are lessons too, without their passages."""
    monkeypatch.setattr("volteface.ledger.lessons._REPORTS", 2)
    with read:
        for one in list(read.statements()):
            read.note(one.id, "anna", "approved")
        statements = approved_statements(read, CASE)
        found = lessons(read, CASE, statements)
        again = {s.report for s, one in zip(statements, found, strict=True) if one.passage}
        assert len(found) == len(statements)
        assert len(again) == 2
