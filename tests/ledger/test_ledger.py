from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from sqlalchemy import Engine, event

from volteface.errors import LedgerError, UsageError
from volteface.ledger import Found, Ledger, Reading, open_ledger, reanchor
from volteface.records import Report, Statement

Make = Callable[..., Reading]


@given(reading=...)
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_round_trip(ledger: Ledger, reading: Reading) -> None:
    """Whatever is stored comes back equal, in order, with anchors that find its spans."""
    stored = ledger.store(reading)
    expected = tuple(dict.fromkeys(reading.statements))
    assert stored.added in {0, len(expected)}
    assert ledger.report(reading.report.id) == reading.report
    assert tuple(ledger.statements(report=reading.report.id)) == expected
    for statement in expected:
        assert ledger.record(statement.id) == statement
        anchors = ledger.anchors(statement.id)
        for part in ("content", "speaker", "cue"):
            found = [reanchor(each, reading.report.text) for each in anchors.get(part, ())]
            assert found == [Found(span) for span in getattr(statement, part)]


def test_open_again(path: Path, make_reading: Make) -> None:
    """What was stored is there when the ledger is opened again."""
    reading = make_reading()
    with open_ledger(path) as ledger:
        ledger.store(reading)
    with open_ledger(f"sqlite:///{path}", create=False) as ledger:
        assert list(ledger.reports()) == [reading.report]
        assert tuple(ledger.statements()) == reading.statements
        assert ledger.place == str(path)


def test_reading_again_leaves_the_file_as_it_is(path: Path, make_reading: Make) -> None:
    """A second run over the same reports changes not one byte."""
    for _ in range(2):
        with open_ledger(path) as ledger:
            ledger.store(make_reading())
    before = path.read_bytes()
    with open_ledger(path) as ledger:
        assert ledger.has_reading("r-001", "k1")
        assert not ledger.store(make_reading()).new
    assert path.read_bytes() == before


def test_filters(
    ledger: Ledger, make_report: Callable[..., Report], make_statement: Callable[..., Statement]
) -> None:
    """Statements can be chosen by actor, issue and report, alone and together."""
    first, second = make_report("001"), make_report("002")
    a = make_statement(first, "a", actor="USA")
    b = make_statement(first, "b", issue="dialogue")
    c = make_statement(second, "c", issue="dialogue")
    ledger.store(Reading(second, "k1", "offline", (c,)))
    ledger.store(Reading(first, "k1", "offline", (a, b)))
    assert list(ledger.statements()) == [a, b, c]
    assert list(ledger.statements(actor="USA")) == [a]
    assert list(ledger.statements(issue="dialogue")) == [b, c]
    assert list(ledger.statements(issue="dialogue", report="r-002", actor="RUS")) == [c]
    assert not list(ledger.statements(actor="nobody"))


def test_as_of(
    ledger: Ledger, make_report: Callable[..., Report], make_statement: Callable[..., Statement]
) -> None:
    """Only reports that were surely out by the day count, so undated ones never do."""
    dated, undated = make_report("001"), make_report("002", published=None)
    assert dated.published is not None
    wide = make_report("003")
    wide = replace(wide, published=replace(dated.published, latest=date(2012, 6, 30)))
    for report in (dated, undated, wide):
        statement = make_statement(report)
        ledger.store(Reading(report, "k1", "offline", (statement,)))
    days = (date(2012, 5, 30), date(2012, 5, 31), date(2012, 6, 29), date(2012, 6, 30))
    found = [[each.report for each in ledger.statements(as_of=day)] for day in days]
    assert found == [[], ["r-001"], ["r-001"], ["r-001", "r-003"]]


def test_few_queries(ledger: Ledger, make_reading: Make) -> None:
    """Reading 2,500 statements takes a handful of queries, not one for each."""
    for number in range(25):
        reading = make_reading(f"{number:03}", "")
        statements = make_reading(f"{number:03}", map(str, range(100))).statements
        ledger.store(replace(reading, statements=statements))
    queries: list[str] = []

    def count(*arguments: object) -> None:
        queries.append(str(arguments[2]))

    event.listen(Engine, "before_cursor_execute", count)
    try:
        assert sum(1 for _ in ledger.statements()) == 2500
    finally:
        event.remove(Engine, "before_cursor_execute", count)
    assert len(queries) < 15


def test_statements_see_one_moment(ledger: Ledger, make_reading: Make) -> None:
    """What is stored while statements are read appears in the next reading of them."""
    ledger.store(make_reading("001"))
    statements = ledger.statements()
    first = next(statements)
    ledger.store(make_reading("002"))
    assert len([first, *statements]) == 2
    assert len(list(ledger.statements())) == 4


def test_add_by_hand(
    ledger: Ledger, make_reading: Make, make_statement: Callable[..., Statement]
) -> None:
    """A statement entered by hand stands beside the machine's, with its coder and reason."""
    reading = make_reading("001", "a")
    ledger.store(reading)
    added = make_statement(reading.report, "x", stance=-1.0)
    ledger.add(added, who="anna", why="missed")
    assert list(ledger.statements()) == [*reading.statements, added]
    (entry,) = ledger.history(added.id)
    assert (entry.action, entry.who, entry.why, entry.key) == ("added", "anna", "missed", None)
    assert ledger.anchors(added.id)["content"][0].exact == "Assad should stay"


def test_add_refuses(
    ledger: Ledger, make_reading: Make, make_statement: Callable[..., Statement]
) -> None:
    """A statement by hand needs a report, an id of its own and spans inside the text."""
    reading = make_reading("001", "a")
    ledger.store(reading)
    (known,) = reading.statements
    with pytest.raises(UsageError, match=r"no record r-999 in .*war\.sqlite"):
        ledger.add(replace(known, id="s-x", report="r-999"), "anna", "why")
    with pytest.raises(UsageError, match="is no report"):
        ledger.add(replace(known, id="s-x", report=known.id), "anna", "why")
    with pytest.raises(UsageError, match="there is a record s-r-001-a already"):
        ledger.add(known, "anna", "why")
    with pytest.raises(LedgerError, match="outside the text"):
        ledger.add(make_statement(reading.report, "x", cue=((0, 10_000),)), "anna", "why")
    assert list(ledger.statements(current=False)) == [known]


def test_unknown_records(ledger: Ledger, make_reading: Make) -> None:
    """An unknown id has no record, anchors or history, and nothing can be decided about it."""
    ledger.store(make_reading("001", "a"))
    assert ledger.record("s-none") is None
    assert ledger.report("s-r-001-a") is None
    assert ledger.anchors("s-none") == {}
    assert ledger.history("s-none") == ()
    for decide in (ledger.note, ledger.retract):
        with pytest.raises(UsageError, match="there is no record s-none"):
            decide("s-none", "anna", "why")
    with pytest.raises(UsageError, match="there is no record s-none"):
        ledger.supersede("s-r-001-a", "s-none", "anna", "why")
    with pytest.raises(UsageError, match="cannot supersede itself"):
        ledger.supersede("s-r-001-a", "s-r-001-a", "anna", "why")


def test_closing_twice(path: Path) -> None:
    """Closing a ledger again does no harm."""
    ledger = open_ledger(path)
    ledger.close()
    ledger.close()
    assert path.exists()
