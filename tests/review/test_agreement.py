from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from volteface.coding.record_id import identified
from volteface.errors import UsageError
from volteface.ledger import Ledger, Reading
from volteface.records import DateInterval, Event, Statement
from volteface.review.agreement import agreement
from volteface.review.codings import codings

Open = Callable[[], Ledger]


def test_two_people(opened: Open, statements: tuple[Statement, ...]) -> None:
    """Two people who differ on a stance and on what is a statement at all are compared there."""
    later = DateInterval(date(2018, 3, 1), date(2018, 3, 3), "interval", "by hand")
    with opened() as ledger:
        taken = [one for one in statements if one.issue is not None][:6]
        for one in taken:
            ledger.decide("approved", one, "anna")
            ledger.decide("approved", one, "boris")
        ledger.decide("corrected", replace(taken[0], stance=-1.0, said_on=later), "boris")
        ledger.decide("rejected", taken[1], "boris")
        ledger.decide("corrected", replace(taken[2], issue=None, stance=None), "boris")
        found = agreement(codings(ledger))
    assert found.coders == ("anna", "boris")
    assert found.alphas["statement"].units == 6
    assert found.alphas["statement"].alike == pytest.approx(5 / 6)
    assert found.alphas["stance"].units == 4
    assert found.alphas["issue"].units == 5
    told = {(one.record, one.field): dict(one.said) for one in found.differences}
    assert told[taken[1].id, "statement"] == {"anna": "yes", "boris": "no"}
    assert told[taken[2].id, "issue"] == {"anna": str(taken[2].issue), "boris": "none"}
    assert told[taken[0].id, "stance"]["boris"] == "-1.00"
    assert told[taken[0].id, "said_on"]["boris"] == "2018-03-02"
    assert (taken[2].id, "stance") not in told


def test_one_person_and_the_machine(opened: Open, statements: tuple[Statement, ...]) -> None:
    """One person is compared with the machine's own readings, whatever holds now."""
    one, other = statements[:2]
    with opened() as ledger:
        ledger.decide("corrected", replace(one, person="X. Y."), "anna")
        ledger.decide("approved", other, "anna")
        found = agreement(codings(ledger))
    assert found.coders == ("volteface/mine", "anna")
    assert [(d.record, d.field) for d in found.differences] == [(one.id, "speaker")]
    assert found.alone["volteface/mine"] == len(statements) - 2


def test_a_second_reader_meets_the_machine(opened: Open, statements: tuple[Statement, ...]) -> None:
    """A second reader's statement is the same unit where most of its words are."""
    one = max((s for s in statements if len(s.content) == 1), key=lambda s: len(s.text))
    start, end = one.content[0]
    nearly = identified(replace(one, content=((start + 1, end),), stance=-1.0, issue="talks"))
    apart = identified(replace(one, content=((start, start + 3),)))
    with opened() as ledger:
        report = ledger.report(one.report)
        assert report is not None
        ledger.store(Reading(report, "m1", "model", (nearly, apart), counts=False))
        found = agreement(codings(ledger))
        with pytest.raises(UsageError, match="carla has coded nothing"):
            agreement(codings(ledger), ("carla", "model"))
    assert found.coders == ("volteface/mine", "model")
    assert {d.record for d in found.differences} == {one.id}
    assert found.alone["model"] == 1


def test_too_few(opened: Open) -> None:
    """The machine alone agrees with nobody."""
    with opened() as ledger, pytest.raises(UsageError, match="two coders are needed"):
        agreement(codings(ledger))


def test_events_are_no_units(opened: Open) -> None:
    """What was decided on events is left out."""
    with opened() as ledger:
        event: Event = next(ledger.events())
        ledger.decide("approved", event, "anna")
        assert codings(ledger).people == ()
