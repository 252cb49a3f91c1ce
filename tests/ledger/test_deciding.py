from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from volteface.coding.record_id import identified
from volteface.errors import LedgerError, UsageError
from volteface.ledger import Ledger, Reading, open_ledger
from volteface.ledger.deciding import sure
from volteface.records import Claim, DateInterval, Event, Statement

Make = Callable[..., Reading]


@pytest.fixture
def read(ledger: Ledger, make_reading: Make) -> Statement:
    """A statement as the machine read it, in the ledger."""
    reading = make_reading("001", "a")
    ledger.store(reading)
    return reading.statements[0]


def an_event(report: str, **fields: object) -> Event:
    """An ordinary event of a report."""
    when = DateInterval(date(2012, 5, 31), date(2012, 5, 31), "day", "dateline")
    event = Event(
        id="",
        report=report,
        content=((47, 59),),
        text="Envoys met in",
        actors=("RUS",),
        recipients=(),
        type="CONSULT",
        mode="historical",
        when=when,
        place="Geneva",
        numbers=(),
        issue=None,
        stance=None,
        voice="writer",
    )
    return identified(replace(event, **fields))  # type: ignore[arg-type]


def test_approving_makes_sure(ledger: Ledger, read: Statement) -> None:
    """An approved statement holds with confidence 1, and the machine's version is kept."""
    assert ledger.decide("approved", read, "anna") == ()
    (held,) = ledger.statements()
    assert held == sure(read)
    assert held.confidence == 1
    assert ledger.versions(read.id) == (read, held)
    assert ledger.approved() == {read.id}


def test_correcting_keeps_the_id(ledger: Ledger, read: Statement) -> None:
    """A correction is a further version of the same statement, with its coder and reason."""
    right = replace(read, stance=-0.5)
    ledger.decide("corrected", right, "anna", why="he said no")
    assert list(ledger.statements()) == [sure(right)]
    last = ledger.history(read.id)[-1]
    assert (last.action, last.version, last.who) == ("added", 2, "anna")
    assert last.why == "corrected: he said no"
    (decision,) = ledger.decisions(read.id)
    assert (decision.choice, decision.result, decision.version) == ("corrected", read.id, 2)


def test_rejecting_withdraws(ledger: Ledger, read: Statement) -> None:
    """A rejected statement holds no longer and is not approved."""
    ledger.decide("rejected", read, "anna", why="a headline")
    assert list(ledger.statements()) == []
    assert ledger.approved() == frozenset()
    assert ledger.versions(read.id) == (read,)


def test_undoing_goes_back_one_step(ledger: Ledger, read: Statement) -> None:
    """Undoing takes back the last choice only; when all are taken back the machine's word holds."""
    right = replace(read, stance=-0.5)
    ledger.decide("approved", read, "anna")
    ledger.decide("corrected", right, "anna")
    ledger.undo(read.id, "anna")
    assert list(ledger.statements()) == [sure(read)]
    assert ledger.approved() == {read.id}
    ledger.undo(read.id, "anna")
    assert list(ledger.statements()) == [read]
    assert ledger.approved() == frozenset()
    with pytest.raises(UsageError, match="anna has decided nothing"):
        ledger.undo(read.id, "anna")


def test_the_machine_reads_on_after_undoing(
    ledger: Ledger, read: Statement, make_reading: Make
) -> None:
    """What a person decided withstands a new reading; what was undone does not."""
    anew = replace(make_reading("001", "", key="k2"), statements=())
    ledger.decide("approved", read, "anna")
    ledger.store(anew)
    assert list(ledger.statements()) == [sure(read)]
    ledger.undo(read.id, "anna")
    ledger.store(replace(anew, key="k3"))
    assert list(ledger.statements()) == []


def test_second_coder_is_kept_beside(ledger: Ledger, read: Statement) -> None:
    """A second coder who differs changes nothing, and both are told of the conflict."""
    first, second = replace(read, stance=-0.5), replace(read, issue=None, stance=None)
    ledger.decide("corrected", first, "anna")
    differing = ledger.decide("corrected", second, "boris")
    assert [one.coder for one in differing] == ["anna", "boris"]
    assert list(ledger.statements()) == [sure(first)]
    assert ledger.versions(read.id) == (read, sure(first), sure(second))
    assert "kept beside what anna decided" in (ledger.history(read.id)[-1].why or "")
    assert ledger.decide("corrected", second, "anna") == ()
    assert list(ledger.statements()) == [sure(second)]


def test_settling_ends_a_conflict(ledger: Ledger, read: Statement) -> None:
    """A decision that settles holds, whoever decided first, and can be undone."""
    first, second = replace(read, stance=-0.5), replace(read, stance=0.1)
    ledger.decide("corrected", first, "anna")
    ledger.decide("corrected", second, "boris")
    assert ledger.decide("corrected", second, "carla", settles=True) == ()
    assert list(ledger.statements()) == [sure(second)]
    assert [one.coder for one in ledger.undo(read.id, "carla")] == ["anna", "boris"]
    assert list(ledger.statements()) == [sure(first)]


def test_coders_who_agree_are_in_no_conflict(ledger: Ledger, read: Statement) -> None:
    """Two who say the same share one version."""
    ledger.decide("approved", read, "anna")
    assert ledger.decide("approved", read, "boris") == ()
    assert len(ledger.versions(read.id)) == 2


def test_entering_can_be_undone(
    ledger: Ledger, read: Statement, make_statement: Callable[..., Statement]
) -> None:
    """What was entered by hand is approved, and withdrawn when that is undone."""
    report = ledger.report(read.report)
    assert report is not None
    entered = make_statement(report, "x", stance=-1.0)
    ledger.add(entered, "anna", "missed")
    assert ledger.approved() == {entered.id}
    ledger.undo(entered.id, "anna")
    assert list(ledger.statements()) == [read]
    assert ledger.approved() == frozenset()


def test_events_are_replaced(ledger: Ledger, make_reading: Make) -> None:
    """A corrected event takes the place of the first, in one chain of decisions, till undone."""
    reading = make_reading("001", "")
    event = an_event(reading.report.id)
    ledger.store(replace(reading, events=(event,)))
    ledger.decide("corrected", replace(event, type="AGREE"), "anna")
    (held,) = ledger.events()
    assert held == an_event(reading.report.id, type="AGREE")
    ledger.decide("corrected", replace(held, place="Vienna"), "anna")
    (held,) = ledger.events()
    assert (held.type, held.place) == ("AGREE", "Vienna")
    assert [one.record for one in ledger.decisions(held.id)] == [event.id, event.id]
    ledger.undo(held.id, "anna")
    ledger.undo(held.id, "anna")
    assert list(ledger.events()) == [event]


def test_events_are_entered_approved_and_rejected(ledger: Ledger, make_reading: Make) -> None:
    """An event entered by hand holds without a reading; a rejected one does not."""
    reading = make_reading("001", "")
    event = an_event(reading.report.id)
    ledger.store(replace(reading, events=(event,)))
    other = an_event(reading.report.id, place=None)
    ledger.add(other, "anna", "missed")
    assert set(ledger.events()) == {event, other}
    ledger.decide("rejected", event, "anna", why="it is the same")
    assert list(ledger.events()) == [other]
    ledger.undo(event.id, "anna")
    ledger.decide("approved", event, "anna")
    ledger.store(replace(reading, key="k2"))
    assert set(ledger.events()) == {event, other}


def test_claims_are_decided_on(ledger: Ledger, make_reading: Make) -> None:
    """A claim is corrected as an event is."""
    reading = make_reading("001", "")
    words = ("Assad should stay", "no veto was cast")
    told = ("Lavrov", True, *words, "brings", None)
    claim = identified(Claim("", reading.report.id, ((28, 45),), words[0], *told))
    ledger.store(replace(reading, claims=(claim,)))
    ledger.decide("corrected", replace(claim, direction="prevents"), "anna")
    (held,) = ledger.claims()
    assert held.direction == "prevents"


def test_unknown_records_and_reports(ledger: Ledger, read: Statement) -> None:
    """Nothing can be decided on what is not there, nor on a report."""
    with pytest.raises(UsageError, match="there is no record s-none"):
        ledger.decide("approved", replace(read, id="s-none"), "anna")
    with pytest.raises(UsageError, match="there is no record s-none"):
        ledger.undo("s-none", "anna")
    with pytest.raises(UsageError, match="is a report"):
        ledger.undo(read.report, "anna")


def test_what_does_not_hold_together_is_refused(ledger: Ledger, read: Statement) -> None:
    """A stance outside the poles changes nothing."""
    with pytest.raises(LedgerError, match="not between -1 and 1"):
        ledger.decide("corrected", replace(read, stance=1.5), "anna")
    assert list(ledger.statements()) == [read]
    assert ledger.decisions() == ()


def test_a_reading_beside(ledger: Ledger, read: Statement, make_reading: Make) -> None:
    """A second reader's statements and events are kept and do not hold till they are approved."""
    beside = make_reading("001", "b", key="m1", coder="model")
    event = an_event(read.report)
    ledger.store(replace(beside, counts=False, events=(event,)))
    assert list(ledger.statements()) == [read]
    assert list(ledger.events()) == []
    assert list(ledger.read_by("model")) == list(beside.statements)
    assert list(ledger.read_by("offline", read.report)) == [read]
    assert list(ledger.read_by("model", "r-none")) == []
    ledger.decide("approved", beside.statements[0], "anna")
    assert len(list(ledger.statements())) == 2
    ledger.undo(beside.statements[0].id, "anna")
    assert list(ledger.statements()) == [read]


def test_a_second_reader_changes_nothing_that_holds(
    ledger: Ledger, read: Statement, make_reading: Make
) -> None:
    """A reading beside that makes the same statement, or none, leaves it as it is."""
    same = make_reading("001", "a", key="m1", coder="model")
    ledger.store(replace(same, counts=False))
    ledger.store(replace(same, counts=False, key="m2", statements=()))
    assert list(ledger.statements()) == [read]
    ledger.store(replace(make_reading("001", "", key="k2"), statements=()))
    assert list(ledger.statements()) == []


def test_the_ledger_as_it_stood(path: Path, make_reading: Make) -> None:
    """A view of an earlier moment gives what held then."""
    days = iter(range(1, 30))
    with open_ledger(path, clock=lambda: datetime(2016, 5, next(days), tzinfo=UTC)) as ledger:
        first = make_reading("001", "a")
        event = an_event(first.report.id)
        ledger.store(replace(first, events=(event,)))
        moment = max(entry.at for entry in ledger.history(first.report.id))
        second = make_reading("002", "b")
        ledger.store(second)
        ledger.decide("rejected", first.statements[0], "anna")
        ledger.decide("rejected", event, "anna")
        then = ledger.at(moment)
        assert then.moment == moment
        assert list(then.statements()) == list(first.statements)
        assert list(then.events()) == [event]
        assert list(then.claims()) == []
        assert [report.id for report in then.reports()] == [first.report.id]
        assert list(ledger.statements()) == list(second.statements)
        assert list(ledger.events()) == []


STEPS = st.lists(
    st.tuples(
        st.sampled_from(("approved", "corrected", "rejected", "undone")),
        st.sampled_from(("anna", "boris")),
        st.sampled_from((-1.0, -0.5, 0.0, 0.8)),
        st.booleans(),
    ),
    max_size=8,
)


@settings(max_examples=12, deadline=None)
@given(steps=STEPS)
def test_nothing_is_lost_and_everything_can_be_undone(
    steps: list[tuple[str, str, float, bool]],
    tmp_path_factory: pytest.TempPathFactory,
    make_reading: Make,
) -> None:
    """After any choices of two coders, taking all of them back leaves what the machine read."""
    path = tmp_path_factory.mktemp("steps") / "war.sqlite"
    reading = make_reading("001", "a")
    (read,) = reading.statements
    with open_ledger(path) as ledger:
        ledger.store(reading)
        depth = {"anna": 0, "boris": 0}
        for choice, coder, stance, settles in steps:
            if choice == "undone":
                if depth[coder]:
                    ledger.undo(read.id, coder)
                    depth[coder] -= 1
                continue
            record = replace(read, stance=stance) if choice == "corrected" else read
            ledger.decide(choice, record, coder, settles=settles)  # type: ignore[arg-type]
            depth[coder] += 1
            assert ledger.versions(read.id)[0] == read
        assert len(ledger.decisions()) >= len([s for s in steps if s[0] != "undone"])
        for coder, number in depth.items():
            for _ in range(number):
                ledger.undo(read.id, coder)
        assert list(ledger.statements()) == [read]
        assert ledger.approved() == frozenset()
