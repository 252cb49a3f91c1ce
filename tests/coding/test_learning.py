from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from volteface.case import load_case
from volteface.coding.calibration import WITH_VECTORS
from volteface.coding.learning import JUDGED, Lesson, Remembering, learn
from volteface.coding.learnt import Approved
from volteface.coding.passage import Passage
from volteface.coding.refit import LOOSE, Seen, design, refit
from volteface.coding.stance import StanceCoder
from volteface.coding.vectors import load_vectors

MakePassage = Callable[..., Passage]
CASE = load_case(str(Path(__file__).parent / "four_wars"))
SLANG = (
    ("{The lads had better pack their kit and clear off}.", "foreign_troops", -1),
    ("{It is high time the lads cleared off}.", "foreign_troops", -1),
    ("{Let the lads clear off with their kit}.", "foreign_troops", -1),
    ("{The lads clear off on Monday}.", "foreign_troops", -1),
    ("{Kit and lads can clear off}.", "foreign_troops", -1),
    ("{The ferry sank near the lighthouse}.", None, 0),
    ("{Ferries sink in such weather}.", None, 0),
    ("{A ferry came in late}.", None, 0),
    ("{The lighthouse is old}.", None, 0),
    ("{Rain fell on the ferry}.", None, 0),
)


@pytest.fixture(scope="module")
def vectors() -> Remembering:
    """Sentence vectors."""
    model = load_vectors()
    assert model is not None
    return Remembering(model)


@pytest.fixture(scope="module")
def lessons(passage: MakePassage) -> list[Lesson]:
    """Ten approved statements in words that the case does not know."""
    return [
        Lesson(Approved(p.text(), issue, sign, "stated"), p)
        for marked, issue, sign in SLANG
        for p in (passage(marked),)
    ]


def test_what_was_approved_is_recognised_elsewhere(
    vectors: Remembering, lessons: list[Lesson], passage: MakePassage
) -> None:
    """Words that the case does not know are read rightly once statements with them are approved."""
    learnt, before, after = learn(CASE, lessons, vectors)
    assert after.issue > before.issue
    assert after.count == before.count == len(lessons)
    said = passage("He hoped {the lads would soon clear off}.")
    plain = StanceCoder(CASE, vectors)
    before_it = plain.code([said])[0][0]
    decision = plain.taught(learnt).code([said])[0][0]
    assert decision.issue == "foreign_troops"
    assert decision.confidence > before_it.confidence
    assert decision.stance is not None
    assert decision.stance < 0


def test_learning_is_repeatable(vectors: Remembering, lessons: list[Lesson]) -> None:
    """The same statements teach the same."""
    assert learn(CASE, lessons, vectors) == learn(CASE, lessons, vectors)


def test_many_are_learnt_from_and_some_are_judged(
    vectors: Remembering, lessons: list[Lesson]
) -> None:
    """All statements count as examples; only so many are read again to compare."""
    many = lessons * (JUDGED // len(lessons) + 2)
    learnt, before, _ = learn(CASE, many, vectors)
    assert len(learnt.approved) == len(many)
    assert before.count == JUDGED


def test_vectors_are_made_once(vectors: Remembering) -> None:
    """Asked again, a text has the same vector in whatever company."""
    one = vectors.encode(["It rained."])
    both = vectors.encode(["It snowed.", "It rained."])
    assert np.array_equal(one[0], both[1])


def test_weights_stay_near_the_general_ones(vectors: Remembering, lessons: list[Lesson]) -> None:
    """Nothing seen changes nothing; what is seen raises the probability of what is right."""
    assert refit([], WITH_VECTORS) == WITH_VECTORS
    passages = [one.passage for one in lessons if one.passage is not None]
    evidence = StanceCoder(CASE, vectors).evidence(passages)
    right = np.zeros(2 * len(CASE.issues) + 1)
    right[-1] = 1
    own = refit([Seen(one, right) for one in evidence], WITH_VECTORS)
    assert own.none[0] > WITH_VECTORS.none[0]
    assert abs(own.none[0] - WITH_VECTORS.none[0]) < 20 * LOOSE
    assert all(one.chances(own)[-1] >= one.chances(WITH_VECTORS)[-1] for one in evidence)


def test_the_design_gives_the_coders_own_scores(
    vectors: Remembering, lessons: list[Lesson]
) -> None:
    """Rows times weights are the logarithms of the probabilities, up to a constant."""
    passages = [one.passage for one in lessons[:1] if one.passage is not None]
    (evidence,) = StanceCoder(CASE, vectors).evidence(passages)
    rows, added = design(evidence)
    weights = [*WITH_VECTORS.issue, *WITH_VECTORS.side, *WITH_VECTORS.none]
    scores = rows @ np.array(weights) + added
    odds = np.exp(scores - scores.max())
    unsure = evidence.unsure
    if not any(unsure):
        assert odds / odds.sum() == pytest.approx(evidence.chances(WITH_VECTORS))
