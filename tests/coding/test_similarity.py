from collections.abc import Callable, Sequence
from datetime import date

import numpy as np
import pytest

from volteface.case.schema import Case, CaseFile, Issue, Pole, Vocabulary
from volteface.coding.case_sentences import case_sentences
from volteface.coding.similarity import Examples, Likeness, unlike
from volteface.coding.vectors import Vectors, load_vectors

Compare = Callable[[Sequence[str], Sequence[str]], list[Likeness]]


@pytest.fixture(scope="module")
def vectors() -> Vectors:
    """Sentence vectors."""
    loaded = load_vectors()
    assert loaded is not None
    return loaded


@pytest.fixture(scope="module")
def compare(vectors: Vectors) -> Compare:
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
    examples = Examples(case_sentences(case), len(case.issues), vectors)
    return lambda said, around: examples.compare(vectors.encode(said), vectors.encode(around))


def test_a_passage_is_nearest_to_its_own_issue(compare: Compare) -> None:
    """Both readings put a passage about trains with the railway, and quote its nearest sentence."""
    (likeness,) = compare(["The trains must not be privatised."], ["It rained."])
    assert likeness.near[1] > likeness.near[0] + 0.2
    assert likeness.learnt[1] > max(likeness.learnt[0], likeness.learnt_none)
    assert likeness.nearest[1].startswith("The railway should")


def test_the_nearer_pole_has_the_sign(compare: Compare) -> None:
    """A pole's own sentence leans to that pole."""
    said = ["Open the sea to the trawlers of our neighbours.", "Our fish belongs to our own crews."]
    plus, minus = compare(said, said)
    assert plus.learnt_side[0] > 0 > minus.learnt_side[0]


def test_sentences_about_nothing(compare: Compare) -> None:
    """A sentence like the case's sentences about nothing is told from the issues."""
    (likeness,) = compare(["It snowed all night."], ["It snowed all night."])
    assert likeness.learnt_none > likeness.learnt.max()


def test_nothing_to_compare(compare: Compare) -> None:
    """No passages give no answers."""
    assert compare([], []) == []


def test_surroundings_are_compared_too(compare: Compare) -> None:
    """What stands around a passage speaks for its issue, apart from what was said."""
    (likeness,) = compare(["That would be a mistake."], ["Sell the railway? A mistake."])
    assert likeness.around[1] > max(likeness.around[0], likeness.learnt[1])


def test_unlike_says_nothing() -> None:
    """Without vectors every issue and side is equally far."""
    likeness = unlike(3)
    assert np.array_equal(likeness.near, np.zeros(3))
    assert len(likeness.nearest) == 3
    assert likeness.learnt_none == 0
