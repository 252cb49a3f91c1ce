from collections.abc import Callable
from dataclasses import replace

import pytest

from volteface.case.schema import Case
from volteface.ledger import Ledger, Reading
from volteface.ledger.machine import coder_for
from volteface.records import Statement
from volteface.review.queue import queue, scales_of

Open = Callable[[], Ledger]


def test_every_statement_once(opened: Open, case: Case, statements: tuple[Statement, ...]) -> None:
    """All that holds is in the queue, each once, and what is decided on leaves it."""
    with opened() as ledger:
        found = queue(ledger, case, "anna")
        assert sorted(found) == sorted(one.id for one in statements)
        ledger.decide("approved", statements[0], "boris")
        ledger.note(statements[1].id, "boris", "approved: as in the text")
        left = queue(ledger, case, "anna")
    assert set(found) - set(left) == {statements[0].id, statements[1].id}


def test_only_some(opened: Open, case: Case, statements: tuple[Statement, ...]) -> None:
    """A queue can be of one actor or on one issue."""
    by_id = {one.id: one for one in statements}
    with opened() as ledger:
        on_talks = queue(ledger, case, "anna", issue="talks")
        of_front = queue(ledger, case, "anna", actor="FRONT")
    assert {by_id[one].issue for one in on_talks} <= {"talks", None}
    assert {"FRONT"} == {by_id[one].actor or by_id[one].about for one in of_front}


def test_doubt_comes_first(opened: Open, case: Case, statements: tuple[Statement, ...]) -> None:
    """Of two statements that differ in confidence alone, the doubtful one is ranked higher."""
    one = next(s for s in statements if s.issue == "talks" and s.confidence > 0.9)
    start, end = one.content[0]
    sure = replace(one, id="s-sure", utterance="u-1", content=((start, end - 1),), stance=0.9)
    unsure = replace(sure, id="s-unsure", utterance="u-2", confidence=0.7)
    with opened() as ledger:
        report = ledger.report(one.report)
        assert report is not None
        ledger.store(Reading(report, "k", "other", (sure, unsure)))
        ranked = [each.record for each in ledger.informative(scales_of(case), limit=1000)]
    assert ranked.index("s-unsure") < ranked.index("s-sure")


def test_weight_comes_first(opened: Open, case: Case, statements: tuple[Statement, ...]) -> None:
    """Of two equally doubtful statements, the one that departs from the rest is ranked higher."""
    one = next(s for s in statements if s.issue == "talks" and s.actor == "FRONT")
    start, end = one.content[0]
    alike = replace(
        one,
        id="s-alike",
        utterance="u-1",
        content=((start, end - 1),),
        stance=-0.85,
        confidence=0.7,
    )
    apart = replace(alike, id="s-apart", utterance="u-2", stance=0.85)
    nobody = replace(alike, id="s-nobody", utterance="u-3", actor=None)
    with opened() as ledger:
        report = ledger.report(one.report)
        assert report is not None
        ledger.store(Reading(report, "k", "other", (alike, apart, nobody)))
        found = {e.record: e for e in ledger.informative(scales_of(case), limit=1000)}
    assert found["s-apart"].score > found["s-alike"].score > found["s-nobody"].score == 0
    assert found["s-apart"].doubt == pytest.approx(0.3)


def test_what_others_decided(opened: Open, case: Case, statements: tuple[Statement, ...]) -> None:
    """A second coder can be given what others decided, and conflicts are a queue of their own."""
    one, two = statements[:2]
    with opened() as ledger:
        ledger.decide("approved", one, "anna")
        ledger.decide("rejected", two, "anna")
        assert queue(ledger, case, "boris", "again") == [one.id, two.id]
        assert queue(ledger, case, "anna", "again") == []
        ledger.decide("approved", two, "boris")
        assert queue(ledger, case, "boris", "again") == [one.id]
        assert queue(ledger, case, "boris", "conflicts") == [two.id]


def test_what_is_read_otherwise(
    opened: Open, case: Case, statements: tuple[Statement, ...]
) -> None:
    """After a new reading, what it reads otherwise is shown; what was decided as decided."""
    same = [one for one in statements if one.report == statements[0].report]
    first, second, *rest = same
    new = [replace(s, id=f"{s.id}x", stance=-0.5, issue="talks") for s in (first, second)]
    with opened() as ledger:
        ledger.decide("approved", first, "anna")
        assert queue(ledger, case, "anna", "changed") == []
        report = ledger.report(first.report)
        assert report is not None
        ledger.store(Reading(report, "k2", coder_for(case), (*new, *rest)))
        assert set(queue(ledger, case, "anna", "changed")) == {first.id, f"{second.id}x"}
