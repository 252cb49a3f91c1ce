"""From marks to attributions, on marks written by hand."""

from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from volteface.coding.tagger.decode import Tagged, by_paragraph, decoded
from volteface.coding.tagger.network import Marks, Matrix, log_softmax
from volteface.coding.tagger.windows import Window

WORDS = ["Keita", "said", "they", "would", "go", "but", "Diallo", "denied", "any", "deal"]
OUTSIDE, BEGINS, GOES_ON = 0, 1, 2


def _window(words: list[str]) -> Window:
    spans, at = [(0, 0)], 0
    for word in words:
        spans.append((at, at + len(word)))
        at += len(word) + 1
    return Window([101, *range(1000, 1000 + len(words)), 102], [*spans, (0, 0)])


def _trunk(size: int) -> Matrix:
    """Hidden states, which decoding does not look at."""
    return np.zeros((size, 384), dtype=np.float32)


def _marks(content: dict[int, int], cues: list[int], sources: dict[int, int]) -> Marks:
    """Marks that are sure of the cue of each piece of content, and of the source of each cue."""
    window = _window(WORDS)
    size = len(window.ids)
    tags = np.zeros((3, size, 3), dtype=np.float32)
    tags[:, :, OUTSIDE] = 6
    to_cue, to_source = np.zeros((2, size, size), dtype=np.float32)
    to_cue[:, 0] = to_source[:, 0] = 8
    for piece, cue in content.items():
        begins = content.get(piece - 1) != cue
        tags[0, piece] = (0, 6, 0) if begins else (0, 0, 6)
        to_cue[piece, [0, cue]] = 0, 8
    for cue in cues:
        tags[1, cue] = 0, 6, 0
    for cue, source in sources.items():
        to_source[cue, [0, source]] = 0, 8
        tags[2, source] = 0, 6, 0
    logs = [log_softmax(part) for part in tags]
    return Marks(window, *logs, log_softmax(to_cue), log_softmax(to_source), _trunk(size))


def test_two_speakers() -> None:
    """Pieces go to the cue they point to, and the cue has the source it points to."""
    marks = _marks({3: 2, 4: 2, 5: 2, 9: 8, 10: 8}, [2, 8], {2: 1, 8: 7})
    text = " ".join(WORDS)
    found = [
        ([text[slice(*s)] for s in item.content], text[slice(*item.cue)], text[slice(*item.source)])
        for item in decoded(marks)
        if item.source is not None
    ]
    assert found == [(["they would go"], "said", "Keita"), (["any deal"], "denied", "Diallo")]


def test_broken_content_is_one_attribution() -> None:
    """Two stretches with one cue are one attribution with two spans."""
    (item,) = decoded(_marks({1: 2, 3: 2, 4: 2}, [2], {}))
    assert item.content == ((0, 5), (11, 21))
    assert item.source is None
    assert item.sure > 0.9


def test_nobody_said_anything() -> None:
    """Where no piece points to a cue nothing is found."""
    assert decoded(_marks({}, [], {})) == []


@given(seed=st.integers(0, 2**32 - 1))
@settings(deadline=None, max_examples=50)
def test_any_marks_give_valid_spans(seed: int) -> None:
    """Whatever the marks, contents do not overlap, lie in the text and are in order."""
    chance = np.random.default_rng(seed)
    window = _window(WORDS)
    size = len(window.ids)
    draw = [log_softmax(chance.normal(0, 4, (size, n)).astype("f4")) for n in (3, 3, 3, size, size)]
    found = decoded(Marks(window, *draw, _trunk(size)))
    spans = sorted(span for item in found for span in item.content)
    assert all(0 <= s < e <= len(" ".join(WORDS)) for s, e in spans)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
    assert all(0 < item.sure <= 1 for item in found)


def test_each_paragraph_gets_its_own() -> None:
    """An attribution goes to its cue's paragraph, in that paragraph's offsets."""
    item = Tagged(((0, 5), (30, 40)), (22, 26), (20, 21), 0.9)
    assert by_paragraph([item], [(0, 10), (20, 50)]) == [
        [],
        [Tagged(((10, 20),), (2, 6), (0, 1), 0.9)],
    ]
