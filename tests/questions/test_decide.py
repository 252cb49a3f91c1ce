"""What a difference between worlds says of a claim."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from volteface.questions.decide import decide


def worlds(rises: int, falls: int, of: int = 100) -> np.ndarray:
    """Differences of +1, -1 and 0."""
    return np.array([1.0] * rises + [-1.0] * falls + [0.0] * (of - rises - falls))


@pytest.mark.parametrize(
    ("rises", "falls", "expect", "answer", "finding"),
    [
        (50, 0, "+", "supported", "+"),
        (50, 0, "-", "contradicted", "+"),
        (50, 0, "0", "contradicted", "+"),
        (0, 50, "-", "supported", "-"),
        (55, 6, "+", "supported", "+"),
        (53, 7, "+", "undecided", None),
        (53, 7, "-", "undecided", None),
        (53, 7, "0", "undecided", None),
        (49, 0, "+", "undecided", None),
        (11, 0, "0", "undecided", None),
        (4, 4, "0", "supported", "0"),
        (4, 0, "+", "contradicted", "0"),
        (0, 0, "0", "supported", "0"),
    ],
)
def test_a_sign_needs_nine_worlds_in_ten_of_those_that_differ(
    rises: int, falls: int, expect: str, answer: str, finding: str | None
) -> None:
    """And half of all worlds; no effect needs nine in ten within the band; else undecided."""
    found = decide(worlds(rises, falls), expect, 0.05)  # type: ignore[arg-type]
    assert (found.answer, found.finding) == (answer, finding)


def test_the_shares_are_of_all_worlds_and_of_those_that_differ() -> None:
    """For a claim of no effect both are of all."""
    found = decide(worlds(18, 2), "+", 0.05)
    assert (found.probability, found.sign_share) == (0.18, 0.9)
    assert found.interval == (0.0, 1.0)
    none = decide(worlds(18, 2), "0", 0.05)
    assert none.probability == none.sign_share == pytest.approx(0.8)
    assert decide(worlds(0, 0), "+", 0.05).sign_share == 0


def test_a_difference_within_the_band_is_none() -> None:
    """However sure its sign."""
    assert decide(np.full(100, 0.04), "+", 0.05).finding == "0"
    assert decide(np.full(100, 0.06), "+", 0.05).finding == "+"


@given(
    st.lists(st.floats(-2, 2), min_size=1, max_size=60),
    st.sampled_from(["+", "-", "0"]),
    st.floats(0, 0.5),
)
def test_opposite_claims_have_opposite_answers(
    values: list[float], expect: str, band: float
) -> None:
    """Turning worlds and claim around changes nothing; shares are shares; one sign at most wins."""
    turned = {"+": "-", "-": "+", "0": "0"}
    here = decide(np.array(values), expect, band)  # type: ignore[arg-type]
    there = decide(-np.array(values), turned[expect], band)  # type: ignore[arg-type]
    assert here.answer == there.answer
    assert here.probability == there.probability
    assert 0 <= here.probability <= here.sign_share <= 1
    low, high = here.interval
    assert min(values) <= low <= high <= max(values)
    answers = [decide(np.array(values), sign, band).answer for sign in ("+", "-", "0")]  # type: ignore[arg-type]
    assert answers.count("supported") == (0 if "undecided" in answers else 1)
