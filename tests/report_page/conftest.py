"""A small case, its ledger, and pages in which every text is what a test says."""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from volteface.case.schema import (
    Actor,
    Case,
    CaseFile,
    Fact,
    Issue,
    Office,
    Person,
    Pole,
)
from volteface.identity import content_id, text_sha256
from volteface.ledger import Ledger, Reading, open_ledger
from volteface.positions.of_ledger import ledger_verdicts
from volteface.records import Candidate, DateInterval, Report, Span, Statement, Verdict
from volteface.report_page import content as parts
from volteface.report_page.behind import Behind, Near, Strip, Weighed
from volteface.report_page.content import Content
from volteface.report_page.from_ledger import ledger_content
from volteface.reports import Skipped


@pytest.fixture(scope="session")
def chromium() -> str | None:
    """Where Chromium is, or None on a machine without it."""
    named = os.environ.get("VOLTEFACE_CHROMIUM")
    return named or shutil.which("chromium") or shutil.which("chromium-browser")


def _said_on(day: date, until: date | None = None) -> DateInterval:
    """A day, or an interval."""
    last = until or day
    return DateInterval(day, last, "day" if last == day else "interval", "a weekday")


def _report_of(text: str, published: date | None, name: str, **more: object) -> Report:
    """A report with this text, by the Weekly."""
    plain = Report(
        id=content_id("r", text),
        path=f"/home/anna/lake/{name}.txt",
        text=text,
        sha256=text_sha256(text),
        title=text.splitlines()[0],
        outlet="Weekly",
        published=_said_on(published) if published else None,
        language="en",
    )
    return replace(plain, **more)  # type: ignore[arg-type]


def _span(text: str, words: str) -> Span:
    """Where the words stand first."""
    start = text.index(words)
    return start, start + len(words)


def _statement_of(report: Report, words: str, stance: float, **more: object) -> Statement:
    """Anna Vale of Upland says the words in the report, directly and surely."""
    speaker = (_span(report.text, "Vale"),) if "Vale" in report.text else ()
    plain = Statement(
        id=content_id("s", report.id, words),
        utterance=content_id("u", words),
        report=report.id,
        voice="attributed",
        content=(_span(report.text, words),),
        speaker=speaker,
        cue=(_span(report.text, "said"),) if "said" in report.text else (),
        text=words,
        kind="direct",
        register="stated",
        person="Anna Vale",
        actor="UPL",
        role="envoy",
        about=None,
        addressee=None,
        via=(),
        endorsed=True,
        said_on=report.published,
        issue="dam",
        stance=stance,
        confidence=0.9,
        candidates=(Candidate("dam", stance, 0.9), Candidate(None, None, 0.1)),
        reason="cue",
    )
    return replace(plain, **more)  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def report_of() -> Callable[..., Report]:
    """Makes reports."""
    return _report_of


@pytest.fixture(scope="session")
def statement_of() -> Callable[..., Statement]:
    """Makes statements of a report."""
    return _statement_of


@pytest.fixture(scope="session")
def span() -> Callable[[str, str], Span]:
    """Finds words in a text."""
    return _span


@pytest.fixture(scope="session")
def case() -> Case:
    """Two powers, a dam, an expectation and the question whether anybody moved."""
    poles = {"plus": Pole(pole="The dam should open."), "minus": Pole(pole="It should not.")}
    return Case(
        folder="lake",
        digest="0123456789abcdef" * 4,
        settings=CaseFile(
            id="lake", title="The lake", description="A dam.", begins=date(2019, 1, 1)
        ),
        actors=(
            Actor(id="LOW", name="Lowland", kind="state"),
            Actor(id="UPL", name="Upland", kind="state"),
        ),
        people=(Person(name="Anna Vale", office=(Office(title="envoy", actor="UPL"),)),),
        issues=(
            Issue(id="dam", question="Should the dam open?", **poles),
            Issue(id="flood", kind="belief", question="Will it flood?", **poles),
            Issue(id="moved", kind="shift", question="Has anybody moved?", **poles),
        ),
        ties=(),
        facts=tuple(
            Fact(
                id=f"works-{actor}-{year}",
                text=f"{actor} closes the gates.",
                **{"from": date(year, 5, 1)},
                source="Gate book",
                actors=(actor,),
                issue="dam",
                stance=-0.9,
            )
            for actor, years in (("UPL", (2019, 2020, 2021)), ("LOW", (2019, 2021)))
            for year in years
        ),
    )


@pytest.fixture(scope="session")
def readings() -> list[tuple[Report, list[Statement]]]:
    """Four reports: what Upland says changes, its deeds do not; some records count for nothing."""
    first = _report_of(
        "Gates to open\n\nThe envoy, Vale, said: we shall open the dam in spring. No one replied.",
        date(2019, 2, 1),
        "2019/first",
    )
    second = _report_of(
        "Gates open\n\nAsked again, Vale said: the dam must open. An aide said: it may flood.",
        date(2019, 6, 1),
        "2019/second",
    )
    third = _report_of(
        "Gates shut\n\nIn a reversal Vale said: we shall keep the dam shut. Vale hinted at more.",
        date(2021, 6, 1),
        "2021/third",
    )
    undated = _report_of(
        "No date\n\nVale said: open it some day.", None, "2021/undated", title=None
    )
    return [
        (
            first,
            [
                _statement_of(first, "we shall open the dam in spring", 0.9),
                _statement_of(first, "No one replied", -0.8, register="conduct", voice="writer"),
            ],
        ),
        (
            second,
            [
                _statement_of(second, "the dam must open", 0.8, person="Bo Hill"),
                _statement_of(second, "it may flood", 0.5, issue="flood", person=None, role="aide"),
                _statement_of(
                    second, "An aide", 0.7, issue="moved", register="imputed", about="UPL"
                ),
            ],
        ),
        (
            third,
            [
                _statement_of(third, "we shall keep the dam shut", -0.9),
                _statement_of(third, "keep the dam shut", -0.8, person="Cy Moor"),
                _statement_of(third, "Vale hinted at more", -0.4, confidence=0.3),
                replace(_statement_of(third, "In a reversal", 0.1), issue=None, stance=None),
            ],
        ),
        (undated, [_statement_of(undated, "open it some day", 0.7)]),
    ]


@pytest.fixture(scope="session")
def ledger(
    readings: list[tuple[Report, list[Statement]]], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Ledger]:
    """The reports and statements, stored."""
    with open_ledger(
        tmp_path_factory.mktemp("lake") / "lake.sqlite",
        clock=lambda: datetime(2022, 1, 1, tzinfo=UTC),
    ) as opened:
        for report, statements in readings:
            opened.store(Reading(report, "key", "test", tuple(statements)))
        yield opened


@pytest.fixture(scope="session")
def verdicts(case: Case, ledger: Ledger) -> list[Verdict]:
    """What the ledger says."""
    return ledger_verdicts(ledger, case)


@pytest.fixture(scope="session")
def content(case: Case, ledger: Ledger, verdicts: list[Verdict]) -> Content:
    """The page's content, with a file that was skipped, paths and claims."""
    return ledger_content(
        case,
        ledger,
        verdicts,
        skipped=[Skipped("/home/anna/lake/empty.txt", "no text")],
        paths=_paths_of("the model"),
        claims=[
            _claim_of("a claim"),
            replace(_claim_of("another"), id="c2", holder="UPL", answer=None),
        ],
    )


MONTHS = tuple(date(2019 + month // 12, month % 12 + 1, 1) for month in range(36))


def _band_of(height: float) -> parts.Band:
    """A level band."""
    row = (height,) * len(MONTHS)
    low, high = (height - 0.1,) * len(MONTHS), (height + 0.1,) * len(MONTHS)
    return parts.Band(MONTHS, row, low, high, low, high)


def _paths_of(text: str) -> parts.Paths:
    """A fan, a ladder and a share, all named by the text."""
    halves = (tuple(0.5 for _ in MONTHS),) * 2
    return parts.Paths(
        draws=2000,
        seed=7,
        headlines=(text,),
        notes=(text,),
        groups=(
            parts.PathGroup(
                text,
                text,
                (
                    parts.Fan(text, text, text, _band_of(0.5), (0.0, 1.0)),
                    parts.Shares(text, text, (text, text), MONTHS, halves),
                    parts.Shares(text, text, (text,), MONTHS, halves[:1]),
                ),
            ),
        ),
    )


def _claim_of(text: str) -> parts.Claim:
    """A contradicted claim."""
    return parts.Claim(
        id="c1",
        text=text,
        holder=text,
        outlet=text,
        date=text,
        report=None,
        endorsed=False,
        answer="contradicted",
        probability=0.2,
        interval=(-0.1, 0.3),
        sign_share=0.8,
        flips=(text,),
        kind=text,
        equation=text,
    )


@pytest.fixture(scope="session")
def everywhere() -> Callable[[str], Content]:
    """A page's content in which every text is the one that is given, record ids included."""
    return _everywhere


def _everywhere(text: str) -> Content:
    records = (text, f"fact:{text}")
    notes = ((text, text),)
    passage = tuple(parts.Piece(text, role) for role in ("plain", "content", "speaker", "cue"))
    items = {
        record: parts.Evidence(
            record=record,
            fact=record != text,
            summary=text,
            passage=(*passage, parts.Piece("", "cut")),
            notes=notes,
            report=text if record == text else None,
            source=text,
        )
        for record in records
    }
    answer = parts.Answer(
        text,
        text,
        text,
        "shift",
        text,
        0.95,
        records,
        "line-1",
        against=records[1:],
        turns=text,
        behind=Behind(
            (Weighed(records, MONTHS[0], MONTHS[-1], 0.5, 0.2, 0.7, -0.1),),
            1,
            2,
            ((text, 1, text),),
            (Strip(text, ((text, text, True),)),),
            ((text, 1.2, 0.8, 1.6),),
            (Near(records[-1], 0.5, 2),),
        ),
    )
    unsaid = replace(answer, verdict="insufficient evidence", probability=None)
    mark = parts.Mark(records, MONTHS[0], MONTHS[-1], 0.5, 1.0, text, "words")
    jump = parts.Jump(MONTHS[0], MONTHS[-1], 0.4)
    line = parts.Timeline("line-1", text, 1, text, (answer,), (mark,), _band_of(0.5), (jump,))
    lone = replace(line, anchor="line-2", level=None, jumps=())
    issue = parts.IssueSection("issue-1", text, text, text, (line,), (lone,), ())
    both = parts.Contrast(
        "line-3", text, 1, text, text, text, (answer,), replace(line, anchor="-"), lone
    )
    report = parts.Report(text, text, text, text, text, text, 1, 1)
    rows = (
        ("Digest of the case's files (SHA-256)", text),
        ("Smallest change that counts as a shift", text),
        ("How sure a verdict must be", text),
        ("Newest report", text),
        ("volteface", text),
        (text, text),
    )
    return Content(
        title=text,
        description=text,
        basis=text,
        days=(MONTHS[0], MONTHS[-1]),
        tally=(("shift", 1),),
        decided=(parts.ActorAnswers(text, 1, (answer,)),),
        undecided=(parts.ActorAnswers(text, 1, (unsaid,)),),
        issues=(issue,),
        contrasts=(both,),
        paths=_paths_of(text),
        claims=(_claim_of(text),),
        uncertain=parts.Uncertain(
            disagreements=(answer,),
            waiting=((text, text, text, 1),),
            waiting_records=(text,),
            undated=(text,),
            left_out=((text, 1),),
            skipped=((text, text),),
        ),
        evidence=items,
        provenance=parts.Provenance(((text, rows),), (report,)),
    )
