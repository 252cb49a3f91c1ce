from pathlib import Path

from volteface.case import load_case
from volteface.coding.case_sentences import case_sentences, cue_in_words
from volteface.coding.learnt import Approved

CASE = load_case(str(Path(__file__).parent / "four_wars"))


def test_a_cue_becomes_a_short_sentence() -> None:
    """Gaps go, the first choice stays, and actors are called by name."""
    names = {"REB": "the rebels"}
    assert cue_in_words("send/ship ... arms to @REB/@any", names) == "send arms to the rebels"
    assert cue_in_words("@any ... must go", names) == "they must go"


def test_all_that_the_case_says_is_there() -> None:
    """Poles, examples and cues have their issue and sign; sentences about none come after."""
    said = case_sentences(CASE)
    first = CASE.issues[0]
    assert (said[0].text, said[0].issue, said[0].sign) == (first.plus.pole, 0, 1)
    assert sum(s.cue for s in said) == sum(
        len(p.cues) for i in CASE.issues for p in (i.plus, i.minus)
    )
    none = [s.text for s in said if s.issue == len(CASE.issues)]
    assert none == list(CASE.settings.vocabulary.none)


def test_approved_statements_join_their_issue() -> None:
    """Approved on an issue or on none they are sentences; on an unknown issue they are not."""
    issue = CASE.issues[1].id
    approved = (
        Approved("Sign it.", issue, 1, "stated"),
        Approved("It rained.", None, 0, "stated"),
        Approved("Elsewhere.", "gone", 1, "stated"),
    )
    added = case_sentences(CASE, approved)[len(case_sentences(CASE)) :]
    assert [(s.text, s.issue, s.sign) for s in added] == [
        ("Sign it.", 1, 1),
        ("It rained.", len(CASE.issues), 0),
    ]
