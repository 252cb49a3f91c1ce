import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from volteface.errors import LedgerError, UsageError
from volteface.ledger import Ledger, Reading, open_ledger
from volteface.ledger.fetch import BATCH
from volteface.records import (
    Claim,
    DateInterval,
    Direction,
    Event,
    EventType,
    Figure,
    Mode,
    Number,
    Voice,
)

Make = Callable[..., Reading]

WORDS = st.text(st.characters(exclude_categories=()), max_size=12)
MAYBE = st.none() | WORDS
DAY = date(2014, 9, 5)


def an_event(name: str = "a", report: str = "r-001", **fields: object) -> Event:
    """An ordinary event; ``name`` tells one from another."""
    event = Event(
        id=f"e-{report}-{name}",
        report=report,
        content=((0, 6), (10, 16)),
        text="Lavrov on Tue",
        actors=("RUS", "CHN"),
        recipients=("USA",),
        type="REJECT",
        mode="historical",
        when=DateInterval(DAY, DAY, "day", "Friday before publication"),
        place="Geneva",
        numbers=(Number("deaths", 65, "the army"), Number("injured", 3, None)),
        issue="assad_stay",
        stance=0.5,
        voice="writer",
    )
    return replace(event, **fields)  # type: ignore[arg-type]


def a_claim(name: str = "a", report: str = "r-001", **fields: object) -> Claim:
    """An ordinary claim; ``name`` tells one from another."""
    claim = Claim(
        id=f"c-{report}-{name}",
        report=report,
        content=((0, 20),),
        text="Lavrov said on Tuesd",
        holder="Lavrov",
        endorsed=True,
        condition="outside force",
        consequence="the war would spread",
        direction="brings",
        matches=None,
    )
    return replace(claim, **fields)  # type: ignore[arg-type]


def letters(ledger: Ledger) -> tuple[str, str]:
    """The last letters of the ids of the events and of the claims that hold."""
    return "".join(e.id[-1] for e in ledger.events()), "".join(c.id[-1] for c in ledger.claims())


EVENTS = st.builds(
    an_event,
    text=WORDS,
    actors=st.lists(WORDS, max_size=3).map(tuple),
    recipients=st.lists(WORDS, max_size=3).map(tuple),
    type=st.sampled_from(get_args(EventType)),
    mode=st.sampled_from(get_args(Mode)),
    when=st.none() | st.builds(DateInterval, st.just(DAY), st.just(DAY), st.just("week"), WORDS),
    place=MAYBE,
    numbers=st.lists(
        st.builds(Number, st.sampled_from(get_args(Figure)), st.integers(0, 2**40), MAYBE),
        max_size=3,
    ).map(tuple),
    issue=MAYBE,
    stance=st.none() | st.floats(-1, 1),
    voice=st.sampled_from(get_args(Voice)),
)
CLAIMS = st.builds(
    a_claim,
    text=WORDS,
    holder=WORDS,
    endorsed=st.booleans(),
    condition=WORDS,
    consequence=WORDS,
    direction=st.sampled_from(get_args(Direction)),
    matches=MAYBE,
)


@given(number=st.integers(0, 10**9), event=EVENTS, claim=CLAIMS)
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_round_trip(
    ledger: Ledger, make_reading: Make, number: int, event: Event, claim: Claim
) -> None:
    """Whatever is stored comes back equal, and by its id."""
    name = f"x{number}-{abs(hash((event, claim)))}"
    reading = make_reading(name)
    event = replace(event, id=f"e-{name}", report=reading.report.id)
    claim = replace(claim, id=f"c-{name}", report=reading.report.id)
    ledger.store(replace(reading, events=(event,), claims=(claim,)))
    assert list(ledger.events(report=reading.report.id)) == [event]
    assert list(ledger.claims(report=reading.report.id)) == [claim]
    assert ledger.record(event.id) == event
    assert ledger.record(claim.id) == claim


def test_a_new_reading_replaces_an_old_one(ledger: Ledger, make_reading: Make) -> None:
    """What the last reading no longer made does not hold, is kept, and holds again if reread."""
    for key, made in (("k1", "ab"), ("k2", "bc"), ("k3", "a")):
        told = make_reading(key=key)
        events = tuple(an_event(name) for name in made)
        claims = tuple(a_claim(name) for name in made)
        ledger.store(replace(told, events=events, claims=claims))
        assert letters(ledger) == (made, made)
    assert len(list(ledger.events(current=False))) == 3
    assert len(list(ledger.claims(current=False))) == 3


def test_coders_do_not_replace_each_other(ledger: Ledger, make_reading: Make) -> None:
    """An event holds as long as some coder's last reading made it; read by two, it is one."""
    ledger.store(replace(make_reading(coder="anna"), events=(an_event("a"), an_event("b"))))
    ledger.store(replace(make_reading(coder="offline", key="k9"), events=(an_event("b"),)))
    assert letters(ledger)[0] == "ab"
    ledger.store(replace(make_reading(coder="anna", key="k2"), events=()))
    assert letters(ledger)[0] == "b"


def test_a_person_has_the_last_word(ledger: Ledger, make_reading: Make) -> None:
    """What somebody withdraws stays withdrawn, whoever reads it again; a note changes nothing."""
    events, claims = (an_event("a"), an_event("b")), (a_claim("a"),)
    ledger.store(replace(make_reading(), events=events, claims=claims))
    ledger.note("e-r-001-b", "anna", "approved")
    ledger.retract("e-r-001-a", "anna", "it was denied")
    ledger.supersede("c-r-001-a", "e-r-001-b", "anna", "an event")
    ledger.store(replace(make_reading(key="k2"), events=events, claims=claims))
    assert letters(ledger) == ("b", "")
    assert [each.action for each in ledger.history("e-r-001-a")] == ["retracted"]
    assert ledger.approved() == {"e-r-001-b"}
    with pytest.raises(UsageError, match="no record e-nowhere"):
        ledger.note("e-nowhere", "anna", "seen")


def test_a_withdrawn_report_takes_them_with_it(ledger: Ledger, make_reading: Make) -> None:
    """Events and claims of a report that does not hold do not hold."""
    ledger.store(replace(make_reading(), events=(an_event(),), claims=(a_claim(),)))
    ledger.retract("r-001", "anna", "a forgery")
    assert letters(ledger) == ("", "")


def test_filters(ledger: Ledger, make_reading: Make) -> None:
    """Events can be chosen by who takes part, by type and by report, claims by report."""
    first = (an_event("a"), an_event("b", type="AID", actors=("IRN",), recipients=("RUS",)))
    second = an_event("c", "r-002", actors=("GBR",), recipients=())
    ledger.store(replace(make_reading("001"), events=first, claims=(a_claim(),)))
    ledger.store(replace(make_reading("002"), events=(second,)))
    assert [e.id[-1] for e in ledger.events(actor="RUS")] == ["a", "b"]
    assert [e.id[-1] for e in ledger.events(actor="RUS", type_="AID")] == ["b"]
    assert [e.id[-1] for e in ledger.events(report="r-002")] == ["c"]
    assert list(ledger.claims(report="r-002")) == []


def test_more_events_than_are_fetched_at_once(ledger: Ledger, make_reading: Make) -> None:
    """Each has its own parties, however many there are."""
    actors = ("RUS", "IRN", "GBR")
    many = [an_event(f"{k:04}", actors=(actors[k % 3],)) for k in range(2 * BATCH + 1)]
    ledger.store(replace(make_reading(), events=tuple(many)))
    assert [event.actors for event in ledger.events()] == [event.actors for event in many]


@pytest.mark.parametrize(
    ("record", "wrong"),
    [
        (an_event(report="r-002"), "it belongs to report r-002"),
        (an_event(content=((3, 3),)), "its content 3-3 is empty"),
        (an_event(content=((0, 999),)), "outside the text"),
        (an_event(stance=1.5), "its stance 1.5 is not between"),
        (an_event(stance=float("nan")), "its stance nan is not between"),
        (a_claim(content=((-1, 4),)), "its content -1-4"),
    ],
)
def test_what_does_not_fit_is_refused(
    ledger: Ledger, make_reading: Make, record: Event | Claim, wrong: str
) -> None:
    """The whole reading is, and the message names the record."""
    told = {"events": (record,)} if isinstance(record, Event) else {"claims": (record,)}
    with pytest.raises(LedgerError, match=wrong):
        ledger.store(replace(make_reading(), **told))  # type: ignore[arg-type]
    assert list(ledger.reports()) == []


def test_two_records_of_one_id_are_refused(ledger: Ledger, make_reading: Make) -> None:
    """As for statements."""
    twins = (an_event(), an_event(place="Vienna"))
    with pytest.raises(LedgerError, match="two different records have the id e-r-001-a"):
        ledger.store(replace(make_reading(), events=twins))


LATER = ("reading_event", "reading_claim", "event_party", "event_number", "event", "claim")


def test_a_ledger_from_before_keeps_all_it_held(path: Path, make_reading: Make) -> None:
    """A ledger without events or decisions opens with its statements and takes events then."""
    with open_ledger(path) as ledger:
        ledger.store(make_reading())
    with closing(sqlite3.connect(path)) as file:
        for table in (*LATER, "decision"):
            file.execute(f"DROP TABLE {table}")
        file.execute("ALTER TABLE reading DROP COLUMN counts")
        file.execute("UPDATE ledger_version SET version_num = '0001'")
        file.commit()
    with open_ledger(path) as ledger:
        assert tuple(ledger.statements()) == make_reading().statements
        assert letters(ledger) == ("", "")
        ledger.store(replace(make_reading(key="k2"), events=(an_event(),)))
        assert letters(ledger) == ("a", "")
