from collections.abc import Callable
from pathlib import Path

import pytest

from volteface.case import load_case
from volteface.coding.learnt import NOTHING, Approved, Learnt
from volteface.coding.spans import Coded, Given, SpanCoder
from volteface.errors import UsageError
from volteface.records import Register, Report

MakeReport = Callable[..., Report]
CASE = load_case(str(Path(__file__).parent / "four_wars"))


@pytest.fixture(scope="module")
def coder() -> SpanCoder:
    """Codes by a small case of four wars."""
    return SpanCoder(CASE, NOTHING)


def code(
    coder: SpanCoder, report: Report, said: str, actor: str | None, *, attributed: bool = True
) -> Coded:
    """One statement of a report, coded."""
    start = report.text.index(said)
    (coded,) = coder.code(report, [Given(((start, start + len(said)),), actor, attributed)])
    return coded


def test_issue_and_side_of_given_words(coder: SpanCoder, make_report: MakeReport) -> None:
    """Given words are coded as the reader codes words that it finds."""
    report = make_report("It rained.\n\nLavrov said that France should withdraw its troops.")
    coded = code(coder, report, "France should withdraw its troops", "RUS")
    assert coded.decisions[0].issue == "foreign_troops"
    assert coded.decisions[0].stance is not None
    assert coded.decisions[0].stance < 0


@pytest.mark.parametrize(
    ("text", "actor", "attributed", "register"),
    [
        ("France withdrew its troops from Gao.", "FRA", False, "conduct"),
        ("Russia has yet to say whether it wants talks.", "RUS", False, "absence"),
        ("No minister went to the talks.", "FRA", False, "absence"),
        ("Moscow would rather fight than talk.", "watchers", False, "imputed"),
        ("Diplomats are circulating a plan for a truce.", "watchers", False, "reported"),
        ("We are ready for talks.", "RUS", True, "stated"),
        ("France has lost patience with the rebels.", "RUS", True, "imputed"),
    ],
)
def test_registers_of_given_words(  # noqa: PLR0917 - a table of cases
    coder: SpanCoder,
    make_report: MakeReport,
    text: str,
    actor: str,
    attributed: bool,  # noqa: FBT001
    register: Register,
) -> None:
    """A deed, silence, a reading of others, a plan going round and plain words are told apart."""
    coded = code(coder, make_report(text), text, actor, attributed=attributed)
    assert coded.register == coded.told.register == register


def test_whom_imputed_words_are_about(coder: SpanCoder, make_report: MakeReport) -> None:
    """Imputed words are about the actor in them, else about the one last named before."""
    report = make_report("Russia has been patient. It would rather fight than talk.")
    assert code(coder, report, report.text[:24], "watchers", attributed=False).about == "RUS"
    assert code(coder, report, report.text[25:], "watchers", attributed=False).about == "RUS"


def test_what_is_given_is_not_decided(coder: SpanCoder, make_report: MakeReport) -> None:
    """A given register and holder stay as they are."""
    report = make_report("France should withdraw its troops.")
    given = Given(((0, 33),), "RUS", register="reported", about="FRA")
    (coded,) = coder.code(report, [given])
    assert (coded.register, coded.about) == ("reported", "FRA")


def test_corrected_registers_are_learnt(make_report: MakeReport) -> None:
    """Where a person gave such statements another register, later ones get it."""
    report, words = make_report("We are ready for talks."), "We are ready for talks"
    before = code(SpanCoder(CASE, Learnt()), report, words, "RUS")
    fixed = Approved("Go.", None, 0, "imputed", before.told.signs)
    after = code(SpanCoder(CASE, Learnt((fixed,) * 5)), report, words, "RUS")
    assert (before.register, after.register) == ("stated", "imputed")


def test_decisions_do_not_depend_on_what_else_is_given(
    coder: SpanCoder, make_report: MakeReport
) -> None:
    """Words are coded the same alone and with others of their report, whatever was read before."""
    said = ("France should withdraw its troops", "the rebels will not lay down their arms")
    report = make_report(f"Lavrov said that {said[0]}.\n\nIt rained.\n\nShe said {said[1]}.")
    alone = [code(coder, report, words, "RUS") for words in said]
    code(coder, make_report("Lavrov said that it rained."), "it rained", "RUS")
    starts = [report.text.index(words) for words in said]
    given = [Given(((n, n + len(words)),), "RUS") for n, words in zip(starts, said, strict=True)]
    assert coder.code(report, given) == alone


def test_words_in_no_paragraph_are_refused(coder: SpanCoder, make_report: MakeReport) -> None:
    """A content across paragraphs is an error that says which characters."""
    report = make_report("It rained.\n\nIt snowed.")
    with pytest.raises(UsageError, match=r"characters 3 to 15 lie in no one paragraph"):
        coder.code(report, [Given(((3, 15),), None)])
