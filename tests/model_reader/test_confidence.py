import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from volteface.model_reader.confidence import FEWEST, MOST, Measured, confidence, measured
from volteface.records import Statement

ISSUES = 5


def reading(number: int, name: str, sure: float = 0.5) -> Statement:
    """A reading: 0 is on no issue, else an issue with a side."""
    issue = None if number == 0 else f"q{(number - 1) // 2}"
    stance = None if number == 0 else (0.7 if number % 2 else -0.7)
    return Statement(
        id=name, utterance=name, report="r", voice="attributed", content=((0, 5),), speaker=(),
        cue=(), text="", kind="direct", register="stated", person=None, actor=None, role=None,
        about=None, addressee=None, via=(), endorsed=True, said_on=None, issue=issue,
        stance=stance, confidence=sure, candidates=(),
    )  # fmt: skip


def drawn(right: float, sure: float, count: int) -> list[tuple[Statement, Statement]]:
    """Pairs as two independent coders make them who are right so often."""
    rng = np.random.default_rng(1)
    found = []
    for n in range(count):
        truth = int(rng.integers(1, 2 * ISSUES + 1))
        wrong = [k for k in range(2 * ISSUES + 1) if k != truth]
        mine = truth if rng.random() < sure else int(rng.choice(wrong))
        its = truth if rng.random() < right else int(rng.choice(wrong))
        found.append((reading(mine, f"a{n}", sure), reading(its, f"b{n}")))
    return found


@pytest.mark.parametrize("right", [0.3, 0.5, 0.8])
def test_agreement_tells_how_often_a_coder_is_right(right: float) -> None:
    """A little below, as few comparisons are no proof."""
    found = measured(drawn(right, 0.8, 4000), (), ISSUES, None)
    assert right - 0.05 < found.right <= right + 0.01
    assert found.apart


def test_with_few_comparisons_nothing_is_known() -> None:
    """All waits for review."""
    found = measured(drawn(0.9, 0.9, FEWEST - 1), (), ISSUES, None)
    assert found.right == 0.0
    assert "waits for review" in found.basis


def test_what_the_case_says_counts_before_all() -> None:
    """Whatever is measured."""
    assert measured(drawn(0.1, 0.9, 100), (), ISSUES, 0.77).right == 0.77


def test_what_people_approved_counts_before_the_offline_reader() -> None:
    """Where there is enough of it."""
    common = drawn(1.0, 1.0, 50)
    found = measured(common, {one.id for one, _ in common}, ISSUES, None)
    assert found.basis == "50 of 50 approved statements read alike"
    assert MOST < found.right < 1.0
    assert not found.apart


def test_full_agreement_with_the_offline_reader_is_no_certainty() -> None:
    """Both may err alike."""
    assert measured(drawn(1.0, 1.0, 5000), (), ISSUES, None).right == MOST


def test_a_coder_who_agrees_no_more_than_chance_is_worth_nothing() -> None:
    """Nor one who is compared with a reader who is sure of nothing."""
    assert measured(drawn(0.05, 0.9, 500), (), ISSUES, None).right < 0.05
    assert measured(drawn(0.5, 0.0, 500), (), ISSUES, None).right == 0.0


@settings(deadline=None)
@given(right=st.floats(0, 1), sure=st.floats(0, 1), mine=st.integers(0, 10), its=st.integers(0, 10))
def test_the_offline_readers_word_raises_or_lowers_a_confidence(
    right: float, sure: float, mine: int, its: int
) -> None:
    """Never beyond its bounds."""
    coder = Measured(min(right, MOST), "", apart=True)
    one, other = reading(its, "b"), reading(mine, "a", sure)
    alone = confidence(coder, one, None, ISSUES)
    found = confidence(coder, one, other, ISSUES)
    assert 0.0 <= found <= MOST
    if sure > 0.5 and 0 < coder.right < MOST:
        assert found >= alone - 0.01 if mine == its else found <= alone + 0.01


def test_the_cases_word_is_not_weighed_with_anything() -> None:
    """It is the analyst's."""
    coder = Measured(0.9, "")
    assert confidence(coder, reading(1, "b"), reading(2, "a", 0.99), ISSUES) == 0.9
