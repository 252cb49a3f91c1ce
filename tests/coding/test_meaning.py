from itertools import pairwise

import numpy as np
import pytest
from spacy.language import Language

from volteface.coding.meaning import Meaning, meaning_of
from volteface.coding.tagger.network import network
from volteface.coding.vectors import load_vectors

SENTENCES = (
    "The envoy refused to send any troops.",
    "Fishermen want foreign boats kept out of the bay.",
    "Rain is expected in the afternoon.",
    "The railway will be sold to private owners, the minister of transport said.",
)
TEXT = " ".join(SENTENCES)
PLACES = [(TEXT.index(said), TEXT.index(said) + len(said)) for said in SENTENCES]


def read(language: Language, *texts: str) -> Meaning:
    """What a report of these paragraphs means."""
    tagger = network()
    assert tagger is not None
    starts = [sum(len(text) + 2 for text in texts[:n]) for n in range(len(texts))]
    parsed = [(start, language(text)) for start, text in zip(starts, texts, strict=True)]
    found = meaning_of(tagger.read(parsed))
    assert found is not None
    return found


@pytest.fixture(scope="module")
def meaning(language: Language) -> Meaning:
    """A report of one paragraph."""
    return read(language, TEXT)


def test_near_what_the_words_mean_alone(meaning: Meaning) -> None:
    """Each sentence is nearer to the teacher's vector of itself than to that of any other."""
    teacher = load_vectors()
    assert teacher is not None
    cosines = np.stack([meaning.of([place]) for place in PLACES]) @ teacher.encode(SENTENCES).T
    own = cosines.diagonal()
    assert own.min() > 0.75
    assert (cosines - np.diag(own)).max() < 0.5


def test_length_is_one(meaning: Meaning) -> None:
    """A vector has length one, whether its words stand in one place or in several."""
    for spans in ([PLACES[0]], [PLACES[0], PLACES[2]]):
        assert np.linalg.norm(meaning.of(spans)) == pytest.approx(1, abs=1e-5)


def test_no_words(meaning: Meaning) -> None:
    """Where no words stand, nothing is meant."""
    for spans in ([], [(3, 3)], [(10_000, 10_010)]):
        assert not meaning.of(spans).any()


def test_same_bits_whatever_was_asked_before(meaning: Meaning, language: Language) -> None:
    """A stretch's vector depends on its report alone, not on what else of it was asked."""
    fresh = read(language, TEXT)
    for place in reversed(PLACES):
        assert np.array_equal(fresh.of([place]), meaning.of([place]))


def test_a_stretch_over_two_windows(language: Language) -> None:
    """The words of a stretch count wherever a window ends."""
    long = " ".join([TEXT] * 8)
    whole = read(language, long)
    ends = [0, len(long) // 2, len(long)]
    halves = np.stack([whole.of([half]) for half in pairwise(ends)])
    assert min(halves @ whole.of([(0, len(long))])) > 0.9


def test_later_paragraphs(language: Language) -> None:
    """Offsets are those of the report, not of the paragraph."""
    report = read(language, "It rained on the bay.", TEXT)
    start = len("It rained on the bay.") + 2
    alone = read(language, TEXT)
    for first, last in PLACES:
        shifted = report.of([(start + first, start + last)])
        assert shifted @ alone.of([(first, last)]) > 0.9
