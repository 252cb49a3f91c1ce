import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from volteface.case.schema import Case
from volteface.errors import UsageError
from volteface.ledger import Ledger, Reading
from volteface.ledger.deciding import sure
from volteface.ledger.machine import coder_for
from volteface.records import Statement
from volteface.review.session import Item, Session

Open = Callable[[], Ledger]


def shown(session: Session) -> Item:
    """What the session shows; there is something."""
    item = session.current()
    assert item is not None
    return item


def test_each_choice(opened: Open, case: Case, statements: tuple[Statement, ...]) -> None:
    """Approving, picking, correcting and rejecting are stored at once, and the next one comes."""
    four = [one for one in statements if one.issue == "talks"][:4]
    with opened() as ledger:
        session = Session(ledger, case, "anna", [one.id for one in four])
        session.approve(shown(session))
        session.pick(shown(session), 2)
        session.correct(shown(session), {"stance": "-0.25"}, "milder")
        session.reject(shown(session), "a caption")
        assert session.current() is None
        held = {one.id: one for one in ledger.statements()}
        second = four[1].candidates[1]
        assert held[four[0].id] == sure(four[0])
        assert (held[four[1].id].issue, held[four[1].id].stance) == (second.issue, second.stance)
        assert held[four[2].id].stance == -0.25
        assert four[3].id not in held
        assert [d.choice for d in ledger.decisions()] == [
            "approved", "corrected", "corrected", "rejected"
        ]  # fmt: skip


def test_first_candidate_is_approval(
    opened: Open, case: Case, statements: tuple[Statement, ...]
) -> None:
    """Picking what the machine chose approves it; a number without a candidate is refused."""
    one = next(s for s in statements if s.candidates and s.candidates[0].stance == s.stance)
    with opened() as ledger:
        session = Session(ledger, case, "anna", [one.id])
        with pytest.raises(UsageError, match="there is no candidate 9"):
            session.pick(shown(session), 9)
        session.pick(shown(session), 1)
        (decision,) = ledger.decisions()
    assert decision.choice == "approved"


def test_undo_skip_note(opened: Open, case: Case, statements: tuple[Statement, ...]) -> None:
    """Undoing shows the statement again, skipping puts it last, a note leaves it as it is."""
    one, two = statements[:2]
    with opened() as ledger:
        session = Session(ledger, case, "anna", ["s-none", one.id, two.id])
        assert session.undo() is None
        session.approve(shown(session))
        assert session.undo() == one.id
        assert shown(session).statement == one
        session.note(shown(session), "ask the desk")
        assert shown(session).notes == ("anna: ask the desk",)
        session.skip()
        assert [shown(session).statement.id, session.waiting[-1]] == [two.id, one.id]
        assert list(ledger.statements()) == list(statements)


def test_second_coder_is_blind(opened: Open, case: Case, statements: tuple[Statement, ...]) -> None:
    """A second coder sees the machine's reading; in a conflict both decisions, and settles it."""
    one = next(s for s in statements if s.issue == "talks")
    with opened() as ledger:
        ledger.decide("corrected", replace(one, stance=0.1), "anna")
        ledger.note(one.id, "anna", "hard to tell")
        second = Session(ledger, case, "boris", [one.id], "again")
        item = shown(second)
        assert (item.statement, item.decided, item.notes) == (one, (), ())
        second.approve(item)
        assert [d.coder for d in second.conflict] == ["anna", "boris"]
        third = Session(ledger, case, "carla", [one.id], "conflicts")
        item = shown(third)
        assert item.statement.stance == 0.1
        assert [d.coder for d, _ in item.decided] == ["anna", "boris"]
        third.correct(item, {"stance": "0.3"})
        assert third.conflict == ()
        assert next(s for s in ledger.statements() if s.id == one.id).stance == 0.3


def test_what_a_new_reading_changed(
    opened: Open, case: Case, statements: tuple[Statement, ...]
) -> None:
    """A statement read anew shows what was read before; a decided one what is read now."""
    first, second, *rest = [s for s in statements if s.report == statements[0].report]
    new = [replace(s, id=f"{s.id}x", stance=-0.5, issue="talks") for s in (first, second)]
    with opened() as ledger:
        report = ledger.report(first.report)
        assert report is not None
        ledger.decide("approved", first, "anna")
        ledger.store(Reading(report, "k2", coder_for(case), (*new, *rest)))
        session = Session(ledger, case, "anna", [first.id, new[1].id], "changed")
        item = shown(session)
        assert (item.statement, item.now, item.before) == (sure(first), new[0], None)
        assert [d.choice for d, _ in item.decided] == ["approved"]
        session.skip()
        item = shown(session)
        assert (item.statement, item.before, item.now) == (new[1], second, None)


PROGRAM = """
import sys
from volteface.case import load_case
from volteface.ledger import open_ledger
from volteface.review.session import Session

case = load_case(sys.argv[1])
with open_ledger(sys.argv[2]) as ledger:
    records = [one.id for one in ledger.statements()]
    session = Session(ledger, case, sys.argv[3], records)
    sys.stdin.readline()
    while (item := session.current()) is not None:
        if sys.argv[3] == "anna":
            session.approve(item)
        else:
            session.reject(item)
"""


def test_two_reviewers_at_once(
    place: Path, opened: Open, statements: tuple[Statement, ...]
) -> None:
    """Two processes that decide on the same statements at once lose nothing of either."""
    with opened() as ledger:
        total = len(list(ledger.statements()))
    arguments = [sys.executable, "-c", PROGRAM, str(place / "mine"), str(place / "mine.sqlite")]
    both = [
        subprocess.Popen([*arguments, coder], stdin=subprocess.PIPE, text=True)  # noqa: S603
        for coder in ("anna", "boris")
    ]
    for process in both:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    for process in both:
        process.communicate()
        assert process.returncode == 0
    with opened() as ledger:
        made = ledger.decisions()
        held = {one.id for one in ledger.statements()}
        firsts = {record: ledger.decisions(record)[0] for record in {d.record for d in made}}
    assert len(made) == 2 * total
    assert {d.coder for d in made} == {"anna", "boris"}
    assert held == {one.id for one in statements if firsts[one.id].choice == "approved"}
