from collections.abc import Callable
from pathlib import Path

import pytest

from volteface.case import load_case
from volteface.coding.reader import Reader
from volteface.records import Report

MakeReport = Callable[..., Report]

BOTH = (
    "Louise Berthier said that the truce was dead.",
    "According to Louise Berthier, the truce was dead.",
    "“The truce is dead,” Louise Berthier said.",
)
BROAD_ONLY = (
    "Louise Berthier fears that the truce is dead.",
    "Louise Berthier refused to leave the talks.",
    "Louise Berthier plans to ask the council for troops.",
)


@pytest.fixture(scope="module")
def narrow() -> Reader:
    """Reads speech alone, by the case of four wars."""
    case = load_case(str(Path(__file__).parent / "four_wars"))
    return Reader(case, quotations="speech")


def said(reader: Reader, report: Report) -> list[tuple[str, str, str | None]]:
    """Words, kind and speaker of what is given to somebody."""
    found = reader.read(report)
    return [(s.text, s.kind, s.person) for s in found if s.voice == "attributed"]


@pytest.mark.parametrize("text", BOTH)
def test_speech_is_a_quotation_by_either_idea(
    reader: Reader, narrow: Reader, make_report: MakeReport, text: str
) -> None:
    """Words said, marked or given after *according to* are the same statement."""
    report = make_report(text)
    assert said(narrow, report) == said(reader, report) != []


@pytest.mark.parametrize("text", BROAD_ONLY)
def test_fears_plans_and_refusals_are_no_speech(
    reader: Reader, narrow: Reader, make_report: MakeReport, text: str
) -> None:
    """What somebody fears, plans or refuses counts by the broad idea alone."""
    report = make_report(text)
    assert said(reader, report)
    assert said(narrow, report) == []


def test_what_follows_he_said_is_apart(
    reader: Reader, narrow: Reader, make_report: MakeReport
) -> None:
    """Where the speaker's sentence ends with *she said*, the next one is another quotation."""
    report = make_report("“The truce is dead,” Louise Berthier said. “Nobody kept it for a week.”")
    assert len(said(reader, report)) == 1
    first, second = said(narrow, report)
    assert first[2] == second[2] == "Louise Berthier"
    assert (first[1], second[1]) == ("direct", "direct")
    assert "dead" in first[0]
    assert "kept" in second[0]


def test_a_broken_sentence_stays_whole(narrow: Reader, make_report: MakeReport) -> None:
    """*She said* inside a sentence does not cut it."""
    report = make_report("“The truce,” Louise Berthier said, “is dead and nobody kept it.”")
    assert len(said(narrow, report)) == 1


def test_deeds_stay(reader: Reader, narrow: Reader, make_report: MakeReport) -> None:
    """The writer's own assertions, events and claims are no quotations and do not change."""
    report = make_report("France sent troops to Mali on Monday. Louise Berthier fears a long war.")
    assert narrow.code(report).events == reader.code(report).events
    assert narrow.code(report).claims == reader.code(report).claims
