"""Ledgers of any shape, what they hold, and a small case by which foreign files are read."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from volteface.case import load_case
from volteface.case.schema import Case
from volteface.formats.bring_in import bring_in
from volteface.formats.found import Fault, Tally
from volteface.formats.holdings import bundles, opened
from volteface.formats.kinds import KINDS
from volteface.formats.names import Names
from volteface.identity import content_id, text_sha256
from volteface.ledger import Ledger, Reading, open_ledger
from volteface.records import Candidate, Claim, DateInterval, Event, Number, Report, Span, Statement

settings.register_profile(
    "thousand ledgers",
    max_examples=5000,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)

CASE_TOML = """\
id = "valley"
title = "The valley"
begins = 2012-01-01
"""
ACTORS_TOML = """\
[[actor]]
id = "UPL"
name = "Upland"
kind = "state"
aliases = ["the Uplanders"]
metonyms = ["Highgate"]

[[actor]]
id = "LOW"
name = "Lowland"
kind = "state"
aliases = ["the Lowlanders"]

[[person]]
name = "Mara Venn"
aliases = ["Venn"]

[[person.office]]
title = "foreign minister"
actor = "UPL"
"""
ISSUES_TOML = """\
[[issue]]
id = "garrison"
question = "Should the garrison stay?"

[issue.plus]
pole = "The garrison should stay."
cues = ["keep the garrison"]
examples = ["We will keep the garrison."]

[issue.minus]
pole = "The garrison should leave."
cues = ["withdraw the garrison"]
examples = ["The garrison must leave."]
"""

# Everything a str can hold: lone surrogates, NUL, right-to-left marks, the ledger's own escape.
CHARACTERS = st.one_of(
    st.characters(exclude_categories=()),
    st.sampled_from("\x00\ud800\udfff\ufdd0\u202e\U0001f54a\r\n;\"'=,"),
)
WORDS = st.text(CHARACTERS, max_size=12)
MAYBE = st.none() | WORDS
UNIT = st.floats(0, 1)
STANCE = st.none() | st.floats(-1, 1)
CODERS = st.sampled_from(["volteface/valley", "anna", "boris"])


def _interval(days: list[date], precision: Any, basis: str) -> DateInterval:  # noqa: ANN401
    return DateInterval(min(days), max(days), precision, basis)


INTERVALS = st.builds(
    _interval,
    st.lists(st.dates(), min_size=1, max_size=2),
    st.sampled_from(["day", "week", "interval"]),
    WORDS,
)


@st.composite
def spans_in(draw: st.DrawFn, text: str) -> Span:
    """Any span of a text that is not empty."""
    start = draw(st.integers(0, len(text) - 1))
    return start, draw(st.integers(start + 1, len(text)))


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """Any report."""
    text = draw(st.text(CHARACTERS, min_size=1, max_size=80))
    removed = st.lists(spans_in(text), max_size=2).map(tuple)
    made = st.builds(
        Report,
        text=st.just(text),
        path=WORDS,
        sha256=st.just(text_sha256(text)),
        title=MAYBE,
        outlet=MAYBE,
        published=st.none() | INTERVALS,
        language=MAYBE,
        removed=removed,
        duplicate_of=MAYBE,
        note=MAYBE,
    )
    report = draw(made)
    return replace(report, id=content_id("r", ascii(report)))


def statements(report: Report) -> st.SearchStrategy[Statement]:
    """Any statement of a report."""
    spans = st.lists(spans_in(report.text), max_size=2).map(tuple)
    made = st.builds(
        Statement,
        id=st.just(""),
        report=st.just(report.id),
        **dict.fromkeys(("utterance", "text"), WORDS),
        **dict.fromkeys(("content", "speaker", "cue"), spans),
        **dict.fromkeys(("person", "actor", "role", "about", "addressee"), MAYBE),
        **dict.fromkeys(("repeats", "reason"), MAYBE),
        via=st.lists(WORDS, max_size=2).map(tuple),
        said_on=st.none() | INTERVALS,
        issue=st.none() | st.just("garrison") | WORDS,
        stance=STANCE,
        confidence=UNIT,
        candidates=st.lists(st.builds(Candidate, MAYBE, STANCE, UNIT), max_size=2).map(tuple),
    )
    return made.map(lambda each: replace(each, id=content_id("s", ascii(each))))


def events(report: Report) -> st.SearchStrategy[Event]:
    """Any event of a report."""
    numbers = st.builds(Number, value=st.integers(0, 2**40), source=MAYBE)
    made = st.builds(
        Event,
        id=st.just(""),
        report=st.just(report.id),
        content=st.lists(spans_in(report.text), max_size=2).map(tuple),
        text=WORDS,
        actors=st.lists(WORDS, max_size=2).map(tuple),
        recipients=st.lists(WORDS, max_size=2).map(tuple),
        when=st.none() | INTERVALS,
        place=MAYBE,
        numbers=st.lists(numbers, max_size=2).map(tuple),
        issue=MAYBE,
        stance=STANCE,
    )
    return made.map(lambda each: replace(each, id=content_id("e", ascii(each))))


def claims(report: Report) -> st.SearchStrategy[Claim]:
    """Any claim of a report."""
    made = st.builds(
        Claim,
        id=st.just(""),
        report=st.just(report.id),
        content=st.lists(spans_in(report.text), max_size=2).map(tuple),
        **dict.fromkeys(("text", "holder", "condition", "consequence"), WORDS),
        matches=MAYBE,
    )
    return made.map(lambda each: replace(each, id=content_id("c", ascii(each))))


@st.composite
def readings_of(draw: st.DrawFn, report: Report) -> Reading:
    """Any reading of a report."""
    return Reading(
        report,
        draw(WORDS),
        draw(CODERS),
        tuple(draw(st.lists(statements(report), max_size=3))),
        draw(MAYBE),
        tuple(draw(st.lists(events(report), max_size=2))),
        tuple(draw(st.lists(claims(report), max_size=1))),
    )


@st.composite
def histories(draw: st.DrawFn) -> tuple[list[Reading], list[str]]:
    """What goes into a ledger one after another: readings, and notes on what they made."""
    found = draw(st.lists(reports(), min_size=1, max_size=2, unique_by=lambda report: report.id))
    readings = [
        reading
        for report in found
        for reading in draw(st.lists(readings_of(report), min_size=1, max_size=2))
    ]
    made = [record.id for reading in readings for record in reading.statements]
    return readings, draw(st.lists(st.sampled_from(made), max_size=2)) if made else []


@pytest.fixture(scope="session")
def any_history() -> st.SearchStrategy[tuple[list[Reading], list[str]]]:
    """What may go into a ledger: readings, and ids of statements to approve."""
    return histories()


@dataclass(frozen=True, slots=True)
class Holdings:
    """All by which two ledgers are the same."""

    reports: list[Report]
    statements: list[Statement]
    events: list[Event]
    claims: list[Claim]
    keys: dict[str, dict[str, str]]
    approved: frozenset[str]


Hold = Callable[[Path], Holdings]


@pytest.fixture(scope="session")
def holdings() -> Hold:
    """Every record that holds, every coder's last reading of each report, and what is approved."""

    def look(place: Path) -> Holdings:
        with open_ledger(place, create=False) as ledger:
            return _holdings(ledger)

    return look


def _holdings(ledger: Ledger) -> Holdings:
    said = sorted(ledger.statements(), key=lambda record: record.id)
    return Holdings(
        list(ledger.reports()),
        said,
        sorted(ledger.events(), key=lambda record: record.id),
        sorted(ledger.claims(), key=lambda record: record.id),
        {coder: ledger.last_keys(coder) for coder in ledger.coders()},
        ledger.approved() & {record.id for record in said},
    )


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty ledger to copy, which is quicker than making one."""
    place = tmp_path_factory.mktemp("ledger") / "empty.sqlite"
    open_ledger(place).close()
    return place


@pytest.fixture(scope="session")
def case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    """Upland, Lowland, and the garrison between them."""
    folder = tmp_path_factory.mktemp("valley")
    for name, text in (
        ("case", CASE_TOML),
        ("actors", ACTORS_TOML),
        ("issues", ISSUES_TOML),
        ("ties", ""),
        ("facts", ""),
    ):
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return load_case(folder)


@pytest.fixture(scope="session")
def fresh(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Path]:
    """Gives the place of a new, empty ledger; that of the fourth before it is gone."""
    places = cycle(tmp_path_factory.mktemp("fresh") for _ in range(4))

    def make() -> Path:
        place = next(places) / "valley.sqlite"
        for old in place.parent.iterdir():
            old.unlink()
        shutil.copy(template, place)
        return place

    return make


@dataclass(frozen=True, slots=True)
class Brought:
    """What came of a file, and what was wrong in it."""

    tally: Tally
    faults: tuple[Fault, ...]


Export = Callable[[Path, str], Path]
Import = Callable[..., Brought]


@pytest.fixture(scope="session")
def export(case: Case) -> Export:
    """Writes a ledger to a file beside it, in a format."""

    def write(place: Path, kind: str) -> Path:
        path = place.with_name(f"ledger{KINDS[kind].suffix}")
        with opened(place) as database:
            KINDS[kind].write(bundles(database), path, Names(case))
        return path

    return write


@pytest.fixture(scope="session")
def take_in(case: Case) -> Import:
    """Reads a file of a format into a ledger."""

    def read(place: Path, path: Path, kind: str, coder: str | None = None) -> Brought:
        faults: list[Fault] = []
        read = KINDS[kind].read
        tally = bring_in(place, case, path, read, coder=coder, complain=faults.append)
        return Brought(tally, tuple(faults))

    return read


@dataclass(frozen=True, slots=True)
class Trip:
    """All that a ledger needs to go out and come in again."""

    fresh: Callable[[], Path]
    export: Export
    take_in: Import
    holdings: Hold
    names: Names


@pytest.fixture(scope="session")
def trip(
    fresh: Callable[[], Path], export: Export, take_in: Import, holdings: Hold, case: Case
) -> Trip:
    """New ledgers, the ways out and in, and what a ledger holds."""
    return Trip(fresh, export, take_in, holdings, Names(case))


TEXT = (
    "Garrison debate goes on\n\n"
    "Foreign minister Mara Venn said on Tuesday: “We keep the garrison; it is ours.” "
    "Lowland rejected this. An envoy from Lowland said the garrison must leave the valley "
    "\U0001f54a before the harvest.\n"
)


@pytest.fixture
def report() -> Report:
    """An ordinary report on the garrison."""
    when = DateInterval(date(2012, 5, 31), date(2012, 5, 31), "day", "dateline")
    sha256 = text_sha256(TEXT)
    return Report(
        content_id("r", sha256), "gate.txt", TEXT, sha256, "Garrison debate goes on",
        "The Wire", when, "en",
    )  # fmt: skip


@pytest.fixture
def said(report: Report) -> Statement:
    """What the minister says in the report."""
    start = TEXT.index("We keep")
    end = TEXT.index("”")
    return Statement(
        id="s-venn", utterance="u-venn", report=report.id, voice="attributed",
        content=((start, end),), speaker=((25, 51),), cue=((52, 56),), text=TEXT[start:end],
        kind="direct", register="stated", person="Mara Venn", actor="UPL",
        role="foreign minister", about=None, addressee=None, via=("The Wire",), endorsed=True,
        said_on=DateInterval(date(2012, 5, 29), date(2012, 5, 29), "day", "Tuesday"),
        issue="garrison", stance=0.83, confidence=0.9,
        candidates=(Candidate("garrison", 0.83, 0.9), Candidate(None, None, 0.1)),
        reason="cue: keep the garrison",
    )  # fmt: skip


@pytest.fixture
def place(fresh: Callable[[], Path], report: Report, said: Statement) -> Path:
    """A ledger in which the machine has read the report."""
    made = fresh()
    with open_ledger(made) as ledger:
        ledger.store(Reading(report, "k1", "volteface/valley", (said,)))
    return made
