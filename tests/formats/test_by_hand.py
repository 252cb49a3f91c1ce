"""What people decided travels with the records that hold."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from volteface.errors import UsageError
from volteface.formats.share import share
from volteface.ledger import Reading, open_ledger
from volteface.records import Claim, Event, Report, Statement


@pytest.fixture
def decided(fresh: Callable[[], Path], report: Report, said: Statement) -> Path:
    """A ledger with records read and entered, corrected, approved and withdrawn by hand."""
    event = Event(
        "e-1", report.id, ((0, 8),), report.text[:8], ("LOW",), (), "REJECT", "historical",
        None, None, (), None, None, "writer",
    )  # fmt: skip
    claim = Claim("c-1", report.id, ((0, 8),), "Garrison", "Venn", True, "a", "b", "raises", None)
    place = fresh()
    with open_ledger(place) as ledger:
        other = replace(said, id="s-other", utterance="u-other")
        gone = replace(said, id="s-gone", utterance="u-gone")
        read = (said, other, gone)
        ledger.store(Reading(report, "k1", "volteface/valley", read, "1", (event,), (claim,)))
        ledger.decide("approved", said, "anna")
        ledger.note(other.id, "boris", "approved: as printed")
        ledger.retract(gone.id, "boris", "never said")
        ledger.add(replace(said, id="s-hand", utterance="u-hand"), "anna", "overlooked")
        ledger.add(replace(event, id="e-hand"), "anna", "overlooked")
        ledger.add(replace(claim, id="c-hand"), "anna", "overlooked")
        ledger.note(report.id, "anna", "a good report")
    return place


@pytest.mark.parametrize("kind", ["csv", "doccano", "prov", "plover"])
def test_decisions_come_back(kind: str, decided: Path, trip: Any) -> None:  # noqa: ANN401
    """Entered records, approvals, notes and decisions; what was withdrawn stays behind."""
    before = trip.holdings(decided)
    path, again = trip.export(decided, kind), trip.fresh()
    for _ in range(2):
        assert trip.take_in(again, path, kind).faults == ()
        assert trip.holdings(again) == before
        with open_ledger(decided) as old, open_ledger(again) as new:
            for record in ("s-venn", "s-other", "s-hand", "e-hand", "c-hand", before.reports[0].id):
                hands = [
                    [(e.action, e.who, e.why) for e in ledger.history(record) if e.key is None]
                    for ledger in (old, new)
                ]
                assert hands[0] == hands[1]
            assert new.record("s-gone") is None


def test_nothing_half_stored(decided: Path, trip: Any) -> None:  # noqa: ANN401
    """Where a later report of the file is another case's, the earlier ones are not kept either."""
    path = trip.export(decided, "doccano")
    line = path.read_text(encoding="utf-8")
    second = line.replace("volteface/valley", "volteface/other").replace("r-", "r-z")
    path.write_text(line + second, encoding="utf-8")
    again = trip.fresh()
    with pytest.raises(UsageError, match="is of the case other"):
        trip.take_in(again, path, "doccano")
    assert trip.holdings(again).reports == []


def test_shared_with_decisions(decided: Path, trip: Any) -> None:  # noqa: ANN401
    """A ledger without texts keeps what was decided."""
    shared = decided.with_name("shared.sqlite")
    share(decided, shared)
    assert trip.holdings(shared).approved == trip.holdings(decided).approved
