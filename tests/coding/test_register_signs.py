"""Signs by which registers are told."""

from collections.abc import Callable
from pathlib import Path

import pytest

from volteface.case import load_case
from volteface.coding.learnt import NOTHING
from volteface.coding.spans import Given, SpanCoder
from volteface.records import Report

MakeReport = Callable[..., Report]
CASE = load_case(str(Path(__file__).parent / "four_wars"))

WRITTEN = [
    ("{Russia has said nothing about the truce}.", {"no sign", "not said", "subject: own"}),
    ("{Nobody in Moscow answered}.", {"denied", "subject: nobody"}),
    ("{The minister sidestepped the question}.", {"avoids speech", "subject: side"}),
    ("{Under a draft seen by reporters both would withdraw}.", {"some plan", "plan would"}),
]
SAID = [
    ("Sergei Lavrov said {he was tired of war}.", {"subject: own", "source, party"}),
    ('"{He is tired of war}," Sergei Lavrov said.', {"subject: he", "quoted"}),
    ("Sergei Lavrov said {France would bomb Gao}.", {"will, of another", "subject: other"}),
    ("Sergei Lavrov said {France would be beaten}.", {"will", "passive"}),
    ("Sergei Lavrov said {several states were urging Paris to go}.", {"others say"}),
    ("Sergei Lavrov believes {that France is weak}.", {"source believes"}),
    ("Sergei Lavrov urged {France to withdraw}.", {"source wishes", "to"}),
    ("Sergei Lavrov said {France had lost patience}.", {"leaning: another's, by a source"}),
]


@pytest.fixture(scope="module")
def coder() -> SpanCoder:
    """Codes by a small case of four wars."""
    return SpanCoder(CASE, NOTHING)


def signs(
    coder: SpanCoder,
    make_report: MakeReport,
    marked: str,
    *,
    attributed: bool,
    actor: str | None = "RUS",
) -> set[str]:
    """The signs of the words in braces."""
    before, words, after = marked.replace("}", "{").split("{")
    given = Given(((len(before), len(before) + len(words)),), actor, attributed)
    ((_, told, _),) = coder.passages(make_report(before + words + after), [given])
    return set(told.signs)


@pytest.mark.parametrize(("marked", "expected"), WRITTEN)
def test_signs_of_what_is_written(
    coder: SpanCoder, make_report: MakeReport, marked: str, expected: set[str]
) -> None:
    """Silence, its denial and plans that go round show in what the writer tells."""
    found = signs(coder, make_report, marked, attributed=False)
    assert expected <= found
    assert "writer, party" in found


@pytest.mark.parametrize(("marked", "expected"), SAID)
def test_signs_of_what_is_said(
    coder: SpanCoder, make_report: MakeReport, marked: str, expected: set[str]
) -> None:
    """Who speaks of whom shows in the subject, its mood and the verb that gives the words."""
    assert expected <= signs(coder, make_report, marked, attributed=True)


def test_what_follows_a_plan_may_be_its_terms(coder: SpanCoder, make_report: MakeReport) -> None:
    """The sentence after one about a paper tells what it would do, unless a party acts in it."""
    marked = "A paper is being passed round. {It would split the army}."
    found = signs(coder, make_report, marked, actor=None, attributed=False)
    assert "plan before, would" in found
    assert "plan before, would" not in signs(coder, make_report, marked, attributed=False)


def test_negation_in_a_clause_below_is_no_silence(
    coder: SpanCoder, make_report: MakeReport
) -> None:
    """*Jets, whose pilots had said nothing, bombed Gao* tells a deed."""
    marked = "{Russian jets, which had not been seen before, bombed Gao}."
    found = signs(coder, make_report, marked, attributed=False)
    assert not found & {"not", "not said", "denied", "verb of speech"}
