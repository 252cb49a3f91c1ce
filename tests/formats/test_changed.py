"""Files of ours that somebody changed in another program: the change is a correction."""

import csv
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from volteface.formats.kinds import KINDS
from volteface.ledger import Reading, open_ledger
from volteface.records import DateInterval, Event, Report, Statement


def _in_table(path: Path, column: str, value: str, delimiter: str) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter=delimiter))
    rows[1][rows[0].index(column)] = value
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows(rows)


def _dna(path: Path) -> None:
    _in_table(path, "agreement", "0", ";")


def _csv(path: Path) -> None:
    _in_table(path, "stance", "-0.7", ",")


def _parquet(path: Path) -> None:
    import pyarrow as pa  # noqa: PLC0415

    table = pq.read_table(path)
    rows = table.to_pylist()
    rows[0]["stance"] = -0.7
    pq.write_table(pa.Table.from_pylist(rows, schema=table.schema), path)


def _words(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count('"garrison:+"') == 1
    path.write_text(text.replace('"garrison:+"', '"garrison:-"'), encoding="utf-8")


def _label_studio(path: Path) -> None:
    (task,) = json.loads(path.read_text(encoding="utf-8"))
    # Whoever takes over a prediction there gets an annotation, and the prediction stays.
    (predicted,) = task["predictions"]
    task["annotations"] = [{"id": 3, "completed_by": 1, "result": predicted["result"]}]
    text = json.dumps([task]).replace('"labels": ["garrison:+"]', '"labels": ["garrison:-"]')
    path.write_text(text, encoding="utf-8")


def _ftm(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('"garrison:+"', '"garrison:-"'), encoding="utf-8")


@pytest.mark.parametrize(
    ("kind", "change"),
    [
        ("dna", _dna), ("csv", _csv), ("parquet", _parquet), ("annotations", _words),
        ("doccano", _words), ("label-studio", _label_studio), ("ftm", _ftm),
    ],
)  # fmt: skip
def test_correction(
    kind: str,
    change: Callable[[Path], None],
    place: Path,
    said: Statement,
    trip: Any,  # noqa: ANN401
) -> None:
    """The corrected statement takes the place of ours and keeps what was not changed."""
    path = trip.export(place, kind)
    change(path)
    brought = trip.take_in(place, path, kind, "anna")
    assert brought.faults == ()
    assert (brought.tally.coded, brought.tally.changed) == (1, 1)
    with open_ledger(place) as ledger:
        (found,) = ledger.statements()
        assert [line.action for line in ledger.history(said.id)] == ["added", "superseded"]
    assert (found.actor, found.person, found.issue) == ("UPL", "Mara Venn", "garrison")
    assert found.stance == pytest.approx(-0.7)
    assert (found.content, found.speaker, found.cue) == (said.content, said.speaker, said.cue)
    assert (found.role, found.via, found.said_on) == (said.role, said.via, said.said_on)
    assert (found.kind, found.voice, found.endorsed) == (said.kind, said.voice, said.endorsed)
    assert (found.confidence, found.reason) == (1.0, "coded by anna")


def test_untouched_labels(place: Path, trip: Any) -> None:  # noqa: ANN401
    """A prediction that somebody takes over as it is stays the machine's."""
    path = trip.export(place, "label-studio")
    before = trip.holdings(place)
    (task,) = json.loads(path.read_text(encoding="utf-8"))
    (predicted,) = task["predictions"]
    task["annotations"] = [{"id": 3, "completed_by": 1, "result": predicted["result"]}]
    path.write_text(json.dumps([task]), encoding="utf-8")
    brought = trip.take_in(place, path, "label-studio", "anna")
    assert (brought.tally.coded, brought.faults) == (0, ())
    assert trip.holdings(place) == before


def test_label_removed(place: Path, trip: Any) -> None:  # noqa: ANN401
    """A label that is gone is said; the statement stays until somebody withdraws it."""
    path = trip.export(place, "doccano")
    data = json.loads(path.read_text(encoding="utf-8"))
    data |= {"entities": [], "relations": []}
    path.write_text(json.dumps(data) + "\n", encoding="utf-8")
    brought = trip.take_in(place, path, "doccano", "anna")
    assert [fault.words for fault in brought.faults] == [
        "s-venn of gate.txt is not in the file any more"
    ]
    assert len(trip.holdings(place).statements) == 1


def test_event_corrected(
    fresh: Callable[[], Path],
    report: Report,
    said: Statement,
    trip: Any,  # noqa: ANN401
) -> None:
    """An event whose type was changed keeps its place, and its mode, which PLOVER lacks."""
    start = report.text.index("Lowland rejected")
    day = report.published
    event = Event(
        "e-1", report.id, ((start, start + 22),), report.text[start : start + 22], ("LOW",),
        ("UPL",), "REJECT", "future", day, "the valley", (), "garrison", -0.4, "attributed",
    )  # fmt: skip
    place = fresh()
    with open_ledger(place) as ledger:
        ledger.store(Reading(report, "k", "volteface/valley", (said,), events=(event,)))
    path = trip.export(place, "plover")
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('"event":"REJECT"', '"event":"PROTEST"'), encoding="utf-8")
    assert trip.take_in(place, path, "plover", "anna").tally.changed == 1
    (found,) = trip.holdings(place).events
    assert found.type == "PROTEST"
    assert isinstance(found.when, DateInterval)
    same = replace(found, id="e-1", type="REJECT", when=day)
    assert same == event


def test_what_was_broken(place: Path, trip: Any) -> None:  # noqa: ANN401
    """A file of ours that lost a field or a reading says what is wrong and keeps the rest out."""
    path = trip.export(place, "prov")
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('\\"voice\\": \\"attributed\\"', '\\"voice\\": 3'), "utf-8")
    again = trip.fresh()
    words = [fault.words for fault in trip.take_in(again, path, "prov").faults]
    assert words == [
        "s-venn: voice is 3, not a text",
        "s-venn of gate.txt is not in the file any more",
    ]
    assert len(trip.holdings(again).reports) == 1
    assert set(KINDS) >= {"prov"}
