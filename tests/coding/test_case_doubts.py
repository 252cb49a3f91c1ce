from pathlib import Path

from volteface.case import load_case
from volteface.case.schema import Case, Issue
from volteface.coding.case_doubts import case_doubts
from volteface.coding.vectors import load_vectors

CASE = load_case(str(Path(__file__).parent / "four_wars"))


def changed(number: int, **changes: object) -> Case:
    """The case with one of its issues changed."""
    issues = list(CASE.issues)
    issues[number] = issues[number].model_copy(update=changes)
    return CASE.model_copy(update={"issues": tuple(issues)})


def test_a_sound_case_raises_no_doubts() -> None:
    """Nothing is said of issues that are told apart and cues that match."""
    assert case_doubts(CASE, load_vectors()) == []


def test_issues_that_cannot_be_told_apart_are_named() -> None:
    """Two issues that say the same are named, with sentences that are confused."""
    talks = CASE.issues[1]
    twin = Issue(
        id="negotiation",
        question="Should they negotiate?",
        plus=talks.plus.model_copy(
            update={
                "pole": "The parties should negotiate.",
                "examples": ("The only way is to negotiate a peace.", "We are ready for talks."),
            }
        ),
        minus=talks.minus.model_copy(
            update={"pole": "The parties should fight.", "examples": ("We shall never talk.",)}
        ),
    )
    case = CASE.model_copy(update={"issues": (*CASE.issues, twin)})
    (doubt,) = [d for d in case_doubts(case, load_vectors()) if "told apart" in d.message]
    assert doubt.severity == "warning"
    assert doubt.message.startswith("issues talks and negotiation cannot be told apart")
    assert '"' in doubt.message
    assert not [d for d in case_doubts(case, None) if "told apart" in d.message]


def test_a_cue_that_matches_everything_is_told() -> None:
    """A cue in a good part of all sentences decides nothing."""
    plus = CASE.issues[0].plus
    fill = tuple(
        f"The {word} will come."
        for word in (
            ["dawn", "rain", "train", "ship", "cold", "heat", "mail", "boat", "tide", "bus"]
        )
    )
    case = changed(
        0,
        plus=plus.model_copy(
            update={"cues": (*plus.cues, "will"), "examples": (*plus.examples, *fill)}
        ),
    )
    (doubt,) = case_doubts(case, None)
    assert 'cue "will" matches' in doubt.message
