from datetime import date

import numpy as np
import pytest

from volteface.case.schema import Case, CaseFile, Issue, Pole, Vocabulary
from volteface.coding.case_sentences import case_sentences
from volteface.coding.similarity import Examples, unlike
from volteface.coding.vectors import load_vectors


@pytest.fixture(scope="module")
def examples() -> Examples:
    """Two issues far from each other, and sentences about neither."""
    issues = (
        Issue(
            id="fishing",
            question="?",
            plus=Pole(
                pole="Foreign boats should be let into the fishing grounds.",
                examples=("Open the sea to the trawlers of our neighbours.",),
            ),
            minus=Pole(
                pole="Foreign boats should be kept out of the fishing grounds.",
                examples=("Our fish belongs to our own crews.",),
            ),
        ),
        Issue(
            id="railway",
            question="?",
            plus=Pole(pole="The railway should be sold to private owners."),
            minus=Pole(pole="The railway should stay in public hands."),
        ),
    )
    case = Case(
        folder="",
        digest="",
        settings=CaseFile(
            id="x",
            title="x",
            begins=date(2000, 1, 1),
            vocabulary=Vocabulary(none=("It rained all day.", "She is a painter.")),
        ),
        actors=(),
        people=(),
        issues=issues,
        ties=(),
        facts=(),
    )
    vectors = load_vectors()
    assert vectors is not None
    return Examples(case_sentences(case), len(case.issues), vectors)


def test_a_passage_is_nearest_to_its_own_issue(examples: Examples) -> None:
    """Both readings put a passage about trains with the railway, and quote its nearest sentence."""
    (likeness,) = examples.compare(["The trains must not be privatised."], ["It rained."])
    assert likeness.near[1] > likeness.near[0] + 0.2
    assert likeness.learnt[1] > max(likeness.learnt[0], likeness.learnt_none)
    assert likeness.nearest[1].startswith("The railway should")


def test_the_nearer_pole_has_the_sign(examples: Examples) -> None:
    """A pole's own sentence leans to that pole."""
    said = ["Open the sea to the trawlers of our neighbours.", "Our fish belongs to our own crews."]
    plus, minus = examples.compare(said, said)
    assert plus.learnt_side[0] > 0 > minus.learnt_side[0]


def test_sentences_about_nothing(examples: Examples) -> None:
    """A sentence like the case's sentences about nothing is told from the issues."""
    (likeness,) = examples.compare(["It snowed all night."], ["It snowed all night."])
    assert likeness.learnt_none > likeness.learnt.max()


def test_nothing_to_compare(examples: Examples) -> None:
    """No passages give no answers."""
    assert examples.compare([], []) == []


def test_surroundings_are_compared_too(examples: Examples) -> None:
    """What stands around a passage speaks for its issue, apart from what was said."""
    (likeness,) = examples.compare(["That would be a mistake."], ["Sell the railway? A mistake."])
    assert likeness.around[1] > max(likeness.around[0], likeness.learnt[1])


def test_unlike_says_nothing() -> None:
    """Without vectors every issue and side is equally far."""
    likeness = unlike(3)
    assert np.array_equal(likeness.near, np.zeros(3))
    assert len(likeness.nearest) == 3
    assert likeness.learnt_none == 0
