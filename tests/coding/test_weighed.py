"""From evidence to probabilities: caps and near ties."""

import numpy as np
import pytest

from volteface.coding.calibration import Weights
from volteface.coding.similarity import unlike
from volteface.coding.weighed import UNSURE_MOST, Evidence

WEIGHTS = Weights(issue=(1.0, 1.0), side=(1.0,), none=(1.0,))


def evidence(
    cues: list[float],
    other: list[float],
    exact: int | None,
    *,
    none: float = -3.0,
    unsure: bool = False,
) -> Evidence:
    """Two issues, whose scores are the sums of two features."""
    return Evidence(
        cues={},
        likeness=unlike(2),
        issue=np.column_stack([cues, other]),
        side=np.array([[0.5], [-0.5]]),
        none=(none,),
        unsure=(unsure, unsure),
        exact=exact,
    )


def totals(one: Evidence) -> list[float]:
    """The probability of the first issue, of the second, and of none."""
    chances = one.chances(WEIGHTS)
    return [*chances[:-1].reshape(-1, 2).sum(axis=1).tolist(), float(chances[-1])]


def test_an_exact_cue_wins_a_near_tie_against_vectors() -> None:
    """The only issue with an exact cue changes places with a slightly more probable one."""
    before = totals(evidence([0.5, 0.0], [0.0, 0.8], None))
    after = totals(evidence([0.5, 0.0], [0.0, 0.8], 0))
    assert before[1] > before[0]
    assert after == pytest.approx([before[1], before[0], before[2]])


def test_an_exact_cue_wins_a_near_tie_against_none() -> None:
    """*None* gives way too."""
    before = totals(evidence([0.5, 0.0], [0.0, -3.0], None, none=0.9))
    after = totals(evidence([0.5, 0.0], [0.0, -3.0], 0, none=0.9))
    assert before[2] > before[0]
    assert after == pytest.approx([before[2], before[1], before[0]])


def test_sides_keep_their_odds_when_places_change() -> None:
    """The side of the exact cue's issue is as sure as it was."""
    before = evidence([0.5, 0.0], [0.0, 0.8], None).chances(WEIGHTS)
    after = evidence([0.5, 0.0], [0.0, 0.8], 0).chances(WEIGHTS)
    assert after[0] / after[1] == pytest.approx(before[0] / before[1])


@pytest.mark.parametrize(("cues", "other"), [([0.5, 0.0], [0.0, 3.0]), ([0.5, 0.4], [0.0, 0.4])])
def test_what_is_no_tie_or_has_a_cue_too_stays_first(cues: list[float], other: list[float]) -> None:
    """A far more probable reading, or one with a cue of its own, keeps its place."""
    assert totals(evidence(cues, other, 0)) == pytest.approx(totals(evidence(cues, other, None)))


def test_an_unsure_issue_is_capped_and_none_has_the_rest() -> None:
    """No side of an unsure issue is more probable than its cap."""
    chances = evidence([5.0, 0.0], [5.0, 0.0], None, unsure=True).chances(WEIGHTS)
    assert chances[:-1].max() == pytest.approx(UNSURE_MOST)
    assert chances.sum() == pytest.approx(1.0)
