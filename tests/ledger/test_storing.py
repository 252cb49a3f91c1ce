import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from volteface.errors import LedgerError
from volteface.ledger import Ledger, Reading, Stored, open_ledger
from volteface.records import DateInterval, Statement

Make = Callable[..., Reading]


def held(ledger: Ledger) -> list[str]:
    """The last letters of the ids of what holds."""
    return [statement.id[-1] for statement in ledger.statements()]


def test_same_key(ledger: Ledger, make_reading: Make) -> None:
    """The same report under the same key adds nothing, whatever is in it."""
    assert ledger.store(make_reading(letters="ab")) == Stored("r-001", new=True, added=2)
    assert ledger.store(make_reading(letters="abc")) == Stored("r-001", new=False)
    assert held(ledger) == ["a", "b"]


def test_new_key(ledger: Ledger, make_reading: Make) -> None:
    """A new reading adds what is new, supersedes what is gone, and deletes nothing."""
    ledger.store(make_reading(letters="ab"))
    stored = ledger.store(make_reading(letters="bc", key="k2"))
    assert stored == Stored("r-001", new=True, added=1, superseded=1)
    assert held(ledger) == ["b", "c"]
    assert len(list(ledger.statements(current=False))) == 3
    entries = ledger.history("s-r-001-a")
    assert [(each.action, each.key) for each in entries] == [("added", "k1"), ("superseded", "k2")]
    assert [each.action for each in ledger.history("s-r-001-b")] == ["added"]


def test_back_to_an_old_key(ledger: Ledger, make_reading: Make) -> None:
    """A case changed and changed back: what the first reading found holds again."""
    ledger.store(make_reading(letters="ab"))
    ledger.store(make_reading(letters="b", key="k2"))
    assert not ledger.has_reading("r-001", "k1")
    assert ledger.last_keys("offline") == {"r-001": "k2"}
    ledger.store(make_reading(letters="ab"))
    assert held(ledger) == ["a", "b"]
    assert ledger.last_keys("offline") == {"r-001": "k1"}
    assert ledger.coders() == ("offline",)


def test_reappears(ledger: Ledger, make_reading: Make) -> None:
    """A statement that is read again holds again, by a further line of its history."""
    for key, letters in (("k1", "a"), ("k2", ""), ("k3", "a")):
        stored = ledger.store(make_reading(letters=letters, key=key))
    assert stored == Stored("r-001", new=True, restored=1)
    assert held(ledger) == ["a"]
    actions = [each.action for each in ledger.history("s-r-001-a")]
    assert actions == ["added", "superseded", "added"]


def test_next_version_of_a_coder(path: Path, make_reading: Make) -> None:
    """A coder's next version replaces what the one before it read, and each reading is noted."""
    with open_ledger(path) as ledger:
        ledger.store(replace(make_reading(letters="a"), version="0.1"))
        ledger.store(replace(make_reading(letters="b", key="k2"), version="0.2"))
        assert held(ledger) == ["b"]
    with closing(sqlite3.connect(path)) as file:
        readings = file.execute("SELECT key, coder, version FROM reading").fetchall()
    assert readings == [("k1", "offline", "0.1"), ("k2", "offline", "0.2")]


def test_other_reports_stay(ledger: Ledger, make_reading: Make) -> None:
    """A reading of one report supersedes nothing of another."""
    ledger.store(make_reading("001"))
    ledger.store(make_reading("002"))
    ledger.store(make_reading("001", "", key="k2"))
    assert [each.report for each in ledger.statements()] == ["r-002", "r-002"]


def test_read_differently(ledger: Ledger, make_reading: Make) -> None:
    """A known id with other fields becomes a new version; the first is kept."""
    first = make_reading(letters="a")
    (old,) = first.statements
    new = replace(old, stance=-0.5, content=((0, 10),), via=())
    ledger.store(first)
    stored = ledger.store(replace(first, key="k2", statements=(new,)))
    assert stored == Stored("r-001", new=True, reread=1)
    assert list(ledger.statements()) == [new]
    assert list(ledger.statements(current=False)) == [old, new]
    assert ledger.record(old.id) == new
    assert [(each.action, each.version) for each in ledger.history(old.id)] == [
        ("added", 1),
        ("added", 2),
    ]
    ledger.store(replace(first, key="k3"))
    assert list(ledger.statements()) == [old]


@pytest.mark.parametrize("decision", ["note", "retract", "supersede"])
def test_what_a_person_decided_stays(ledger: Ledger, make_reading: Make, decision: str) -> None:
    """No later reading changes how a record stands that a person has decided on."""
    reading = make_reading(letters="ab")
    ledger.store(reading)
    decided, other = (statement.id for statement in reading.statements)
    if decision == "supersede":
        ledger.supersede(decided, other, "anna", "the same")
    else:
        getattr(ledger, decision)(decided, "anna", "I looked")
    before = held(ledger)
    ledger.store(make_reading(letters="b", key="k2"))
    assert held(ledger) == before
    ledger.store(make_reading(letters="ab", key="k3"))
    assert held(ledger) == before
    changed = tuple(replace(each, confidence=0.1) for each in reading.statements[:1])
    ledger.store(Reading(reading.report, "k4", "offline", (*changed, reading.statements[1])))
    assert held(ledger) == before
    assert ledger.history(decided)[-1].action == "noted"
    assert ledger.record(decided) == reading.statements[0]


def test_new_reading_of_a_decided_utterance(
    ledger: Ledger, make_reading: Make, make_statement: Callable[..., Statement]
) -> None:
    """A machine's new record of an utterance that a person decided is kept, but does not hold."""
    reading = make_reading(letters="a")
    ledger.store(reading)
    (decided,) = reading.statements
    correction = make_statement(reading.report, "x", utterance=decided.utterance, stance=-1.0)
    ledger.add(correction, "anna", "irony")
    ledger.supersede(decided.id, correction.id, "anna", "irony")
    again = replace(decided, id="s-r-001-z", confidence=0.4)
    for key in ("k2", "k3"):
        stored = ledger.store(Reading(reading.report, key, "offline", (again,)))
        assert stored == Stored("r-001", new=True)
    assert list(ledger.statements()) == [correction]
    assert ledger.record(again.id) == again
    assert [each.action for each in ledger.history(again.id)] == ["noted"]
    assert ledger.history(decided.id)[-1].by == correction.id


def test_other_records_of_a_decided_utterance(
    ledger: Ledger, make_reading: Make, make_statement: Callable[..., Statement]
) -> None:
    """An utterance on two issues stays whole when a person has approved one of its records."""
    reading = make_reading(letters="a")
    (first,) = reading.statements
    second = make_statement(reading.report, "b", utterance=first.utterance, issue="dialogue")
    ledger.store(replace(reading, statements=(first, second)))
    ledger.note(first.id, "anna", "right")
    again = tuple(replace(each, id=each.id + "z", stance=0.1) for each in (first, second))
    ledger.store(replace(reading, key="k2", statements=again))
    assert list(ledger.statements()) == [first, second]


def test_two_coders(ledger: Ledger, make_reading: Make) -> None:
    """One coder supersedes nothing that another still reads, and changes no reading of theirs."""
    ledger.store(make_reading(letters="abc", key="k1", coder="offline"))
    ledger.store(make_reading(letters="bd", key="m1", coder="model"))
    assert held(ledger) == ["a", "b", "c", "d"]
    ledger.store(make_reading(letters="c", key="k2", coder="offline"))
    assert held(ledger) == ["b", "c", "d"]
    ledger.store(make_reading(letters="d", key="m2", coder="model"))
    assert held(ledger) == ["c", "d"]
    (c,) = make_reading(letters="c").statements
    ledger.store(Reading(make_reading().report, "m3", "model", (replace(c, stance=0.0),)))
    assert list(ledger.statements()) == [c]
    assert ledger.history(c.id)[-1].action == "noted"


def test_head_read_anew(ledger: Ledger, make_reading: Make) -> None:
    """A new reading may date a report better; what stood there before is in its history."""
    reading = make_reading(letters="a")
    ledger.store(reading)
    day = DateInterval(date(2012, 6, 1), date(2012, 6, 2), "interval", "mentions")
    better = replace(reading.report, title="Envoys in Geneva", published=day)
    ledger.store(replace(reading, report=better, key="k2"))
    assert list(ledger.reports()) == [better]
    added, noted = ledger.history("r-001")
    assert (added.action, added.was) == ("added", None)
    assert noted.action == "noted"
    assert noted.was == (
        '{"published_basis": "dateline", "published_earliest": "2012-05-31",'
        ' "published_latest": "2012-05-31", "published_precision": "day", "title": "Title 001"}'
    )
    assert not ledger.search('"title 001"')
    assert ledger.search("envoys")[-1] == "r-001"


def test_head_decided_by_a_person(ledger: Ledger, make_reading: Make) -> None:
    """A report that a person has looked at keeps its head."""
    reading = make_reading(letters="a")
    ledger.store(reading)
    ledger.note("r-001", "anna", "date checked")
    ledger.store(replace(reading, report=replace(reading.report, title="Other"), key="k2"))
    assert ledger.report("r-001") == reading.report


def test_retracted_report(ledger: Ledger, make_reading: Make) -> None:
    """A report that is withdrawn takes its statements with it, and no later reading revives it."""
    ledger.store(make_reading("001"))
    ledger.store(make_reading("002"))
    ledger.retract("r-001", "anna", "a forgery")
    ledger.store(make_reading("001", key="k2"))
    assert [each.id for each in ledger.reports()] == ["r-002"]
    assert [each.id for each in ledger.reports(current=False)] == ["r-001", "r-002"]
    assert {each.report for each in ledger.statements()} == {"r-002"}
    assert ledger.report("r-001") is not None


def test_another_text(ledger: Ledger, make_reading: Make) -> None:
    """An id cannot stand for two texts, and nothing of such a reading is stored."""
    reading = make_reading(letters="a")
    ledger.store(reading)
    other = replace(reading.report, text=reading.report.text + " More.")
    with pytest.raises(LedgerError, match="report r-001 is in the ledger with another text"):
        ledger.store(replace(make_reading(letters="b", key="k2"), report=other))
    assert held(ledger) == ["a"]
    assert not ledger.has_reading("r-001", "k2")


def test_id_of_another_report(ledger: Ledger, make_reading: Make) -> None:
    """A statement's id that another report has taken is refused in one line."""
    ledger.store(make_reading("001", "a"))
    reading = make_reading("002", "b")
    stolen = replace(reading.statements[0], id="s-r-001-a")
    with pytest.raises(LedgerError, match=r"refused .*UNIQUE") as caught:
        ledger.store(replace(reading, statements=(stolen,)))
    assert "\n" not in str(caught.value)
    assert [each.id for each in ledger.reports()] == ["r-001"]
