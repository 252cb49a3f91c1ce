import numpy as np
import pytest

from volteface.coding.case_sentences import Sentence
from volteface.coding.wording import Wording, polarity

SAID = (
    Sentence("open the harbour", 0, 1, cue=True),
    Sentence("refuse a truce", 1, -1, cue=True),
    Sentence("call for a truce", 1, 1, cue=True),
    Sentence("The harbour has been shut for a year.", 0, -1),
    Sentence("The weather was fine.", 2, 0),
)


@pytest.fixture(scope="module")
def wording() -> Wording:
    """Two issues, a harbour and a truce."""
    return Wording(SAID, 2)


def test_words_speak_for_the_issues_that_use_them(wording: Wording) -> None:
    """A word of one issue speaks for it and against the other; unknown words say nothing."""
    about, _ = wording.compare("They stayed in harbours.")
    assert about[0] > 0 > about[1]
    assert np.array_equal(wording.compare("Zebras graze.")[0], np.zeros(2))


def test_words_of_one_pole_lean_to_it(wording: Wording) -> None:
    """Words said at one pole only lean to that pole."""
    assert wording.compare("open")[1][0] > 0 > wording.compare("shut")[1][0]


def test_a_refused_concept_belongs_to_the_other_pole(wording: Wording) -> None:
    """*Refuse a truce* at the minus pole makes *truce* a word of the plus pole."""
    truce = wording.concept("truces", "truce")
    assert truce is not None
    assert truce[1] > 1
    assert wording.concept("refuse") is None
    assert wording.concept("year") is None


def test_the_sentence_turns_a_concept(wording: Wording) -> None:
    """A concept under a negation leans the other way, and the lean stays between -1 and 1."""
    truce = wording.concept("truce")
    assert truce is not None
    assert wording.lean([(truce, -1.0)])[1] == -wording.lean([(truce, 1.0)])[1]
    assert wording.lean([(truce, 1.0)] * 50)[1] == 1
    assert np.array_equal(wording.lean([]), np.zeros(2))


@pytest.mark.parametrize(
    ("text", "sign"), [("Go", 1), ("Do not go", -1), ("They don't refuse", 1), ("No one", -1)]
)
def test_polarity_counts_what_turns(text: str, sign: int) -> None:
    """An odd number of negations and refusals turns a text."""
    assert polarity(text) == sign
