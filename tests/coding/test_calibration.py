import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from volteface.coding.calibration import (
    CUES_ALONE,
    ISSUE_FEATURES,
    NONE_FEATURES,
    SIDE_FEATURES,
    WITH_VECTORS,
    Weights,
    probabilities,
)

UNIT = st.floats(-1, 1)


def nothing(issues: int) -> tuple[np.ndarray, np.ndarray, tuple[float, ...]]:
    """Features of a passage of which nothing is known."""
    none = (1.0, *(0.0,) * (len(NONE_FEATURES) - 1))
    return np.zeros((issues, len(ISSUE_FEATURES))), np.zeros((issues, len(SIDE_FEATURES))), none


@pytest.mark.parametrize("weights", [WITH_VECTORS, CUES_ALONE])
def test_a_weight_for_each_feature(weights: Weights) -> None:
    """The shipped weights fit the features."""
    sizes = len(weights.issue), len(weights.side), len(weights.none)
    assert sizes == (len(ISSUE_FEATURES), len(SIDE_FEATURES), len(NONE_FEATURES))


@given(
    arrays(float, (4, len(ISSUE_FEATURES)), elements=UNIT),
    arrays(float, (4, len(SIDE_FEATURES)), elements=UNIT),
    st.tuples(*(UNIT,) * len(NONE_FEATURES)),
)
def test_probabilities_add_up_and_turn_with_the_sides(
    issue: np.ndarray, side: np.ndarray, none: tuple[float, ...]
) -> None:
    """They sum to one, and reversed sides swap plus and minus and nothing else."""
    chances = probabilities(WITH_VECTORS, issue, side, none)
    assert chances.sum() == pytest.approx(1)
    assert (chances >= 0).all()
    turned = probabilities(WITH_VECTORS, issue, -side, none)
    assert turned[:-1].reshape(-1, 2)[:, ::-1].ravel() == pytest.approx(chances[:-1])
    assert turned[-1] == pytest.approx(chances[-1])


def test_more_issues_do_not_make_a_sentence_count_more() -> None:
    """Where nothing speaks for any issue, none is as likely with twenty issues as with two."""
    few, many = (probabilities(WITH_VECTORS, *nothing(n))[-1] for n in (2, 20))
    assert few == pytest.approx(many)


def test_cues_and_likeness_speak_for_their_issue() -> None:
    """Each kind of evidence raises its issue, and each misfit lowers it."""
    issue, side, none = nothing(2)
    base = probabilities(WITH_VECTORS, issue, side, none)[:2].sum()
    for feature, name in enumerate(ISSUE_FEATURES):
        more = issue.copy()
        more[0, feature] = 1
        raised = probabilities(WITH_VECTORS, more, side, none)[:2].sum()
        assert (raised > base) == (name not in {"actor misfit", "subject misfit", "yields"})
