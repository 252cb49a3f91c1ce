"""Reports and statements of any shape, a clock that stands, and programs that run beside a test."""

import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import strategies as st

from volteface.identity import content_id, text_sha256
from volteface.ledger import Ledger, Reading, open_ledger
from volteface.records import (
    Candidate,
    DateInterval,
    Kind,
    Precision,
    Register,
    Report,
    Span,
    Statement,
    Voice,
)

NOON = datetime(2016, 5, 31, 12, tzinfo=UTC)

# Everything a str can hold: lone surrogates, NUL, right-to-left marks, the ledger's own escape.
CHARACTERS = st.one_of(
    st.characters(exclude_categories=()), st.sampled_from("\x00\ud800\udfff\ufdd0\u202e\U0001f54a")
)
WORDS = st.text(CHARACTERS, max_size=20)
MAYBE = st.none() | WORDS
UNIT = st.floats(0, 1)
STANCE = st.none() | st.floats(-1, 1)


@st.composite
def intervals(draw: st.DrawFn) -> DateInterval:
    """Any interval of days."""
    earliest, latest = sorted((draw(st.dates()), draw(st.dates())))
    precision = draw(st.sampled_from(get_args(Precision)))
    return DateInterval(earliest, latest, precision, draw(WORDS))


@st.composite
def spans_in(draw: st.DrawFn, text: str) -> Span:
    """Any span of a text that is not empty."""
    start = draw(st.integers(0, len(text) - 1))
    return start, draw(st.integers(start + 1, len(text)))


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """Any report, without an id."""
    text = draw(st.text(CHARACTERS, min_size=1, max_size=200))
    return Report(
        id="",
        path=draw(WORDS),
        text=text,
        sha256=text_sha256(text),
        title=draw(MAYBE),
        outlet=draw(MAYBE),
        published=draw(st.none() | intervals()),
        language=draw(MAYBE),
        removed=tuple(draw(st.lists(spans_in(text), max_size=3))),
        duplicate_of=draw(MAYBE),
        note=draw(MAYBE),
    )


@st.composite
def statements_of(draw: st.DrawFn, report: Report) -> Statement:
    """Any statement of a report, without an id."""
    spans = st.lists(spans_in(report.text), max_size=3).map(tuple)
    candidates = st.builds(Candidate, MAYBE, STANCE, UNIT)
    return Statement(
        id="",
        utterance=draw(WORDS),
        report=report.id,
        voice=draw(st.sampled_from(get_args(Voice))),
        content=draw(spans),
        speaker=draw(spans),
        cue=draw(spans),
        text=draw(WORDS),
        kind=draw(st.sampled_from(get_args(Kind))),
        register=draw(st.sampled_from(get_args(Register))),
        person=draw(MAYBE),
        actor=draw(MAYBE),
        role=draw(MAYBE),
        about=draw(MAYBE),
        addressee=draw(MAYBE),
        via=tuple(draw(st.lists(WORDS, max_size=3))),
        endorsed=draw(st.booleans()),
        said_on=draw(st.none() | intervals()),
        issue=draw(MAYBE),
        stance=draw(STANCE),
        confidence=draw(UNIT),
        candidates=tuple(draw(st.lists(candidates, max_size=3))),
        repeats=draw(MAYBE),
        reason=draw(MAYBE),
    )


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """Any reading of any report; different readings are of different reports."""
    report = draw(reports())
    statements = draw(st.lists(statements_of(report), max_size=4))
    report = replace(report, id=content_id("r", ascii(report), ascii(statements)))
    statements = [replace(statement, report=report.id) for statement in statements]
    named = (replace(each, id=content_id("s", ascii(each))) for each in statements)
    return Reading(report, draw(WORDS), draw(WORDS), tuple(named))


st.register_type_strategy(Reading, readings())

TEXT = "Lavrov said on Tuesday that Assad should stay. Envoys met in Geneva; no veto was cast."


def a_report(name: str = "001", *, published: date | None = date(2012, 5, 31)) -> Report:
    """An ordinary report; ``name`` tells one from another."""
    text = f"{TEXT} Report {name}."
    when = published and DateInterval(published, published, "day", "dateline")
    sha256 = text_sha256(text)
    return Report(f"r-{name}", f"{name}.txt", text, sha256, f"Title {name}", "Wire", when, "en")


def a_statement(report: Report, name: str = "a", **fields: object) -> Statement:
    """An ordinary statement of an ordinary report; ``name`` tells one from another."""
    statement = Statement(
        id=f"s-{report.id}-{name}",
        utterance=f"u-{report.id}-{name}",
        report=report.id,
        voice="attributed",
        content=((28, 45),),
        speaker=((0, 6),),
        cue=((7, 11),),
        text=report.text[28:45],
        kind="indirect",
        register="stated",
        person="Lavrov",
        actor="RUS",
        role="foreign minister",
        about=None,
        addressee=None,
        via=("Wire",),
        endorsed=True,
        said_on=DateInterval(date(2012, 5, 29), date(2012, 5, 29), "day", "Tuesday"),
        issue="assad_stay",
        stance=0.8,
        confidence=0.9,
        candidates=(Candidate("assad_stay", 0.8, 0.9), Candidate(None, None, 0.1)),
    )
    return replace(statement, **fields)  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def make_report() -> Callable[..., Report]:
    """Makes an ordinary report."""
    return a_report


@pytest.fixture(scope="session")
def make_statement() -> Callable[..., Statement]:
    """Makes an ordinary statement."""
    return a_statement


@pytest.fixture(scope="session")
def make_reading() -> Callable[..., Reading]:
    """Makes a reading of an ordinary report with a statement for each letter given."""

    def make(
        name: str = "001", letters: str = "ab", *, key: str = "k1", coder: str = "offline"
    ) -> Reading:
        report = a_report(name)
        return Reading(report, key, coder, tuple(a_statement(report, each) for each in letters))

    return make


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a test's ledger will be."""
    return tmp_path / "war.sqlite"


@pytest.fixture
def ledger(path: Path) -> Iterator[Ledger]:
    """A new ledger whose clock stands at noon."""
    with open_ledger(path, clock=lambda: NOON) as opened:
        yield opened


@pytest.fixture(scope="session")
def damage() -> Callable[[Path, str], bytes]:
    """Overwrites the first page of a table or index; gives the file's content."""

    def overwrite(path: Path, name: str) -> bytes:
        with closing(sqlite3.connect(path)) as file:
            query = "SELECT rootpage FROM sqlite_master WHERE name = ?"
            (page,) = file.execute(query, (name,)).fetchone()
            (size,) = file.execute("PRAGMA page_size").fetchone()
        content = bytearray(path.read_bytes())
        content[(page - 1) * size : page * size] = b"\xff" * size
        path.write_bytes(content)
        return bytes(content)

    return overwrite


@pytest.fixture
def start() -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Starts a command of ``program.py``; what still runs after the test is killed."""
    started: list[subprocess.Popen[str]] = []

    def run(command: str, *arguments: object) -> subprocess.Popen[str]:
        program = Path(__file__).with_name("program.py")
        process = subprocess.Popen(  # noqa: S603
            [sys.executable, str(program), command, *map(str, arguments)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        started.append(process)
        return process

    yield run
    for process in started:
        process.kill()
        process.communicate()
