"""Ledgers without texts: what can be read in them, and that they join again."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from volteface.errors import UsageError
from volteface.formats.join import join, listed
from volteface.formats.redact import BLOT, Windows, blotted, cut, shown, whole
from volteface.formats.share import share
from volteface.identity import content_id, text_sha256
from volteface.ledger import Reading, open_ledger
from volteface.records import Report, Statement

SPANS = st.lists(
    st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda ends: (min(ends), max(ends))),
    max_size=5,
)


@given(spans=SPANS, most=st.integers(0, 20))
def test_never_more_in_a_row(spans: list[tuple[int, int]], most: int) -> None:
    """Of whatever is quoted, no stretch that can be read is longer than allowed; places stay."""
    text = "x" * 60
    seen = blotted(text, shown(spans, most))
    assert len(seen) == len(text)
    assert all(len(run) <= most for run in seen.split(BLOT))


@given(words=st.text("ab", max_size=30), text=st.text("ab", max_size=40), most=st.integers(1, 6))
def test_words_are_cut_and_made_whole(words: str, text: str, most: int) -> None:
    """Words that a text has at length are cut so that none of it stays, and come back exactly."""
    pieces = Windows(text, most).pieces(words)
    windows = {text[at : at + most + 1] for at in range(len(text) - most)}
    stays = words if pieces is None else cut(pieces, text, most)
    assert not any(stays[at : at + most + 1] in windows for at in range(len(stays) - most))
    assert whole([words] if pieces is None else pieces, text) == words


@settings(max_examples=20, suppress_health_check=list(HealthCheck), deadline=None)
@given(data=st.data(), most=st.sampled_from([0, 3, 100]))
def test_joined_by_hash(
    data: st.DataObject,
    most: int,
    any_history: st.SearchStrategy[tuple[list[Reading], list[str]]],
    trip: Any,  # noqa: ANN401
) -> None:
    """With the very texts, the shared ledger is again the one that it was made from."""
    readings, _ = data.draw(any_history)
    place = trip.fresh()
    with open_ledger(place) as ledger:
        for reading in readings:
            ledger.store(reading)
    before = trip.holdings(place)
    shared, again = place.with_name("shared.sqlite"), place.with_name("again.sqlite")
    assert share(place, shared, quote=most).reports == len(before.reports)
    joined = join(shared, before.reports, again)
    assert len(joined.by_hash) == len(before.reports)
    assert list(listed(joined)) == []
    assert trip.holdings(again) == before


@pytest.mark.parametrize("most", [12, 40])
def test_no_text_in_the_file(
    most: int, fresh: Callable[[], Path], report: Report, said: Statement
) -> None:
    """Nowhere in the file, its free pages too, stand more characters of a report than allowed."""
    start = report.text.index("Lowland rejected")
    long = replace(
        said, id="s-long", content=((0, len(report.text)),), text=report.text,
        role=report.text[start : start + 60], reason=f"nearest: {report.text[5:70]}",
    )  # fmt: skip
    place = fresh()
    with open_ledger(place) as ledger:
        ledger.store(Reading(report, "k", "anna", (said, long)))
        ledger.note(said.id, "anna", f"approved: {report.text[:80]}")
    shared = place.with_name("shared.sqlite")
    share(place, shared, quote=most)
    content = shared.read_bytes()
    encodings = ("utf-8", "utf-16-le")
    for at in range(len(report.text) - most):
        words = report.text[at : at + most + 1]
        escaped = words.encode("ascii", "backslashreplace")
        assert all(words.encode(each) not in content for each in encodings)
        assert escaped not in content
    assert said.text[:10].encode() in content
    with open_ledger(shared, create=False) as ledger:
        (seen,) = ledger.reports()
        assert seen.sha256 == report.sha256
        assert len(seen.text) == len(report.text)
        assert {s.id for s in ledger.statements(actor="UPL", issue="garrison")} == {
            said.id,
            long.id,
        }
    with closing(sqlite3.connect(shared)) as file:
        assert file.execute("SELECT count(*) FROM run").fetchone() == (0,)
        assert file.execute("PRAGMA freelist_count").fetchone() == (0,)


def test_joined_by_words(place: Path, report: Report, said: Statement) -> None:
    """In another copy of the text each record is found by its words, with a new id."""
    text = "By our correspondent\n\n" + report.text.replace("the valley", "the whole valley")
    copy = replace(report, id=content_id("r", text), text=text, sha256=text_sha256(text))
    shared, again = place.with_name("shared.sqlite"), place.with_name("again.sqlite")
    share(place, shared, quote=20)
    joined = join(shared, [copy], again)
    assert joined.by_words == ["gate.txt in gate.txt"]
    with open_ledger(again) as ledger:
        (found,) = ledger.statements()
    assert found.report == copy.id
    assert found.id != said.id
    assert found.text == said.text == text[slice(*found.content[0])]
    assert text[slice(*found.speaker[0])] == report.text[slice(*said.speaker[0])]
    assert (found.actor, found.issue, found.stance) == (said.actor, said.issue, said.stance)


def test_what_cannot_be_joined(
    fresh: Callable[[], Path], report: Report, said: Statement, tmp_path: Path
) -> None:
    """A report without a text stays blotted out, and words that changed are listed."""
    start = report.text.index("Lowland rejected")
    other = replace(
        said, id="s-other", content=((start, start + 22),), text="Lowland rejected this."
    )
    place = fresh()
    with open_ledger(place) as ledger:
        ledger.store(Reading(report, "k", "volteface/valley", (said, other)))
    shared, again = place.with_name("shared.sqlite"), place.with_name("again.sqlite")
    share(place, shared)
    text = report.text.replace("rejected this", "refused this") + " More."
    copy = replace(report, id="r-copy", text=text, sha256=text_sha256(text))
    joined = join(shared, [copy], again)
    assert list(listed(joined)) == [
        "the words of s-other of gate.txt stand nowhere or in several places: left out"
    ]
    unrelated = replace(report, id="r-x", text="Rain fell.", sha256=text_sha256("Rain fell."))
    nothing = join(shared, [unrelated], tmp_path / "none.sqlite")
    assert list(listed(nothing)) == ["no text for gate.txt: its words stay blotted out"]
    with open_ledger(tmp_path / "none.sqlite") as ledger:
        assert {each.id for each in ledger.statements()} == {said.id, other.id}


def test_no_shared_ledger(place: Path) -> None:
    """A ledger that was not shared is refused."""
    with pytest.raises(UsageError, match="is no shared ledger"):
        join(place, [], place.with_name("out.sqlite"))
