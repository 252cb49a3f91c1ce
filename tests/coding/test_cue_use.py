"""Cues that reports never use, and cues that they use everywhere."""

from collections.abc import Callable
from pathlib import Path

from volteface.case import load_case
from volteface.case.schema import Case
from volteface.coding.cue_use import ENOUGH, cue_use
from volteface.records import Report

MakeReport = Callable[..., Report]
CASE = load_case(str(Path(__file__).parent / "four_wars"))


def plus_cues(*cues: str) -> Case:
    """The case with other cues for the first issue's plus pole, and no other issue."""
    first = CASE.issues[0]
    changed = first.model_copy(update={"plus": first.plus.model_copy(update={"cues": cues})})
    return CASE.model_copy(update={"issues": (changed,)})


def test_cues_that_no_report_uses_are_listed_by_pole(make_report: MakeReport) -> None:
    """The idle cues of a pole are named with their number; those that are used are not."""
    report = make_report("France will send troops to Mali. Algeria vetoed the plan.")
    case = plus_cues("send troops", "keep the garrison")
    (idle,) = [p for p in cue_use(case, [report]) if "plus" in p.message]
    assert '1 of 2 cues match nothing in 1 report: "keep the garrison"' in idle.message


def test_a_cue_that_is_found_everywhere_is_named(make_report: MakeReport) -> None:
    """A cue in more than a tenth of many sentences says nothing of its issue."""
    report = make_report("The army marched on. " * ENOUGH + "Nobody was hurt.")
    (common,) = [p for p in cue_use(plus_cues("army"), [report]) if "say more" in p.message]
    assert f'cue "army" matches {ENOUGH} of {ENOUGH + 1} sentences' in common.message


def test_few_sentences_show_no_common_cue(make_report: MakeReport) -> None:
    """On a handful of sentences nothing is said of common cues."""
    found = cue_use(plus_cues("army"), [make_report("The army marched on.")])
    assert not [p for p in found if "say more" in p.message]


def test_progress_is_told(make_report: MakeReport) -> None:
    """After each report the caller hears how many are read."""
    told: list[tuple[int, int]] = []
    reports = [make_report("It rained."), make_report("It snowed.")]
    cue_use(plus_cues("army"), reports, lambda done, total: told.append((done, total)))
    assert told == [(1, 2), (2, 2)]
