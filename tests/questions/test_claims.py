"""The claims of the bundled case, answered by its model."""

from pathlib import Path
from typing import Any

import pytest

from volteface.case.claims_schema import Claim
from volteface.case.load import load_claims
from volteface.conflict.conflict import Conflict
from volteface.errors import UsageError
from volteface.identity import content_id, text_sha256
from volteface.ledger import Reading, open_ledger
from volteface.questions import arms
from volteface.questions.claims import ClaimAnswer, answer_claims
from volteface.records import Report


def asked(*names: str) -> list[Claim]:
    """Claims of the bundled case by id."""
    claims = {claim.id: claim for claim in load_claims("syria")}
    return [claims[name] for name in names]


@pytest.fixture(scope="session")
def answers(syria: Conflict) -> list[ClaimAnswer]:
    """All claims of the bundled case, in few worlds."""
    return answer_claims(syria, load_claims("syria"), draws=512, workers=2)


def test_most_claims_of_the_reports_are_decided(answers: list[ClaimAnswer]) -> None:
    """At least forty claims, at least thirty decided, some against the report and some for it."""
    assert len(answers) >= 40
    decided = [one.decision.answer for one in answers if one.decision is not None]
    assert decided.count("supported") + decided.count("contradicted") >= 30
    assert decided.count("contradicted") >= 10
    assert decided.count("undecided") >= 1
    assert [one.claim.id for one in answers] == [claim.id for claim in load_claims("syria")]


def test_every_report_and_both_attitudes_are_there() -> None:
    """Five reports; claims that their reports reject stand beside those that they share."""
    claims = load_claims("syria")
    assert len({claim.report for claim in claims}) == 5
    assert {claim.endorsed for claim in claims} == {True, False}
    assert {claim.expect for claim in claims} == {"+", "-", "0", None}


def test_a_claim_without_a_quantity_has_no_numbers(answers: list[ClaimAnswer]) -> None:
    """It is listed with its reason and nothing else."""
    for one in answers:
        nothing = (one.decision, one.mean, one.kind, one.equation, one.draws)
        if one.claim.unmodelled is not None:
            assert nothing == (None, None, None, None, 0)
        else:
            assert None not in nothing[:3]
            assert one.draws == 512


def test_only_what_is_built_in_has_an_equation(answers: list[ClaimAnswer]) -> None:
    """Sanctions spoil relations by the form of an equation; that nobody wins emerges."""
    assert {one.kind for one in answers} == {"built in", "emergent", None}
    assert all((one.equation is not None) == (one.kind == "built in") for one in answers)
    kinds = {one.claim.id: one.kind for one in answers}
    assert kinds["ukraine-spoils-relations"] == "built in"
    assert kinds["contacts-change-nothing"] == "built in"
    assert kinds["fear-made-the-deal"] == "built in"
    assert kinds["nobody-will-win"] == "emergent"
    assert kinds["europe-changes-nothing"] == "emergent"


@pytest.mark.parametrize(
    ("name", "part", "ablated"),
    [
        ("nobody-will-win", ("battlefield.overstretch=0",), "undecided"),
        ("russia-blocks-the-council", ("council.cover_shift=0",), "contradicted"),
        ("will-not-drop-him", ("RUS.stake=0", "RUS.arms.interest=0"), "contradicted"),
    ],
)
def test_an_emergent_answer_falls_with_the_part_that_carries_it(
    syria: Conflict,
    answers: list[ClaimAnswer],
    name: str,
    part: tuple[str, ...],
    ablated: str,
) -> None:
    """Stalemate with overstretch, deadlock with cover, loyalty with stake.

    Each part is switched off by its parameters alone, and only then does the answer change.
    """
    (whole,) = (one for one in answers if one.claim.id == name)
    assert whole.kind == "emergent"
    assert whole.decision is not None
    assert whole.decision.answer == "supported"
    (claim,) = asked(name)
    (without,) = answer_claims(
        syria, [claim.model_copy(update={"given": (*claim.given, *part)})], draws=512, workers=2
    )
    assert without.decision is not None
    assert without.decision.answer == ablated


def test_hedging_needs_learning(syria: Conflict, answers: list[ClaimAnswer]) -> None:
    """Rebel gains open more doors than they close while the patron sees battles, else none."""
    (whole,) = (one for one in answers if one.claim.id == "rebel-gains-open-doors")
    assert whole.decision is not None
    assert whole.decision.probability > 0.05
    assert whole.decision.sign_share > 0.6
    (claim,) = asked("rebel-gains-open-doors")
    blind = claim.model_copy(update={"given": (*claim.given, "RUS.sees=0")})
    (without,) = answer_claims(syria, [blind], draws=512, workers=2)
    assert without.decision is not None
    assert without.decision.finding == "0"
    assert without.decision.probability < 0.02


def test_an_answer_does_not_depend_on_what_else_is_asked(
    syria: Conflict, answers: list[ClaimAnswer]
) -> None:
    """Nor on the workers: all claims share their worlds."""
    names = ("pressure-moves-nothing", "last-ally", "sanctions-would-bite")
    expected = [one for one in answers if one.claim.id in names]
    assert answer_claims(syria, [one.claim for one in expected], draws=512) == expected


def test_a_level_is_given_as_a_level(answers: list[ClaimAnswer]) -> None:
    """Though it is decided by its distance from the number it is compared with."""
    (leverage,) = (one for one in answers if one.claim.id == "limits-of-influence")
    assert leverage.decision is not None
    low, high = leverage.decision.interval
    assert 0 <= low < high < 0.5
    assert leverage.mean is not None
    assert low < leverage.mean < high


def test_what_turns_an_answer_around_is_named(answers: list[ClaimAnswer]) -> None:
    """Whether doomed drafts are tabled hangs on what the audience is worth."""
    (drafts,) = (one for one in answers if one.claim.id == "war-of-resolutions")
    assert "council.audience" in drafts.flips


def test_a_report_counts_once_the_ledger_has_read_it(syria: Conflict, tmp_path: Path) -> None:
    """Before that its id is left out."""
    text = "Nobody will win."
    sha256 = text_sha256(text)
    report = Report(content_id("r", sha256), "a.txt", text, sha256, None, None, None, "en")
    one, other = asked("equal-blame", "order-and-democracy")
    read = one.model_copy(update={"report": report.id})
    with open_ledger(tmp_path / "l.sqlite") as ledger:
        ledger.store(Reading(report, "key", "test", ()))
        found = answer_claims(syria, [read, other], ledger, draws=1)
    assert [answer.report for answer in found] == [report.id, None]


def test_progress_counts_the_worlds_of_the_test_too(syria: Conflict) -> None:
    """Up to all of them."""
    told = []
    claims = asked("joining-costs-freedom")
    answer_claims(syria, claims, draws=300, progress=lambda done, of: told.append((done, of)))
    assert told[:2] == [(256, 1324), (300, 1324)]
    assert told[-1] == (1324, 1324)


@pytest.mark.parametrize(("stop_at", "draws"), [(256, 256), (300, 300)])
def test_an_interrupted_run_answers_from_what_was_done(
    syria: Conflict, monkeypatch: pytest.MonkeyPatch, stop_at: int, draws: int
) -> None:
    """Without the test's worlds nothing is said of the kind."""
    real = arms.draw_rows

    def draw(conflict: Conflict, *address: Any) -> object:  # noqa: ANN401 - passed on
        if conflict is not syria:
            raise KeyboardInterrupt
        return real(conflict, *address)

    def tell(done: int, _: int) -> None:
        if done == stop_at == 256:
            raise KeyboardInterrupt

    monkeypatch.setattr(arms, "draw_rows", draw)
    (one,) = answer_claims(syria, asked("not-doomed"), draws=300, progress=tell)
    assert one.draws == draws
    assert one.decision is not None
    assert (one.kind, one.equation) == (None, None)


def test_a_wrong_question_names_its_claim(syria: Conflict) -> None:
    """When claims come from elsewhere than a checked case."""
    (claim,) = asked("last-ally")
    wrong = claim.model_copy(update={"measure": "RUS.suport"})
    with pytest.raises(UsageError, match=r"claim last-ally: unknown measure .*nearest"):
        answer_claims(syria, [wrong], draws=1)


def test_what_adds_up_is_held_against_what_comes_after_the_deed(syria: Conflict) -> None:
    """The dead of earlier years do not hide an effect on those of the last months."""
    (claim,) = asked("inner-peace-first")
    late = claim.model_copy(update={"measure": "toll", "by": "2016-03", "expect": "-"})
    assert late.do[0].endswith("from 2015-09")
    (answer,) = answer_claims(syria, [late], draws=512, workers=2)
    assert answer.decision is not None
    assert answer.decision.answer == "supported"
    assert answer.unit == "people"
