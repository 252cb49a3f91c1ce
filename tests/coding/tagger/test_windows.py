"""Windows of word pieces."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer

from volteface.coding.tagger.windows import windows
from volteface.coding.vectors import tokenizer_file

_WORDS = st.sampled_from(
    ["The", "envoy", "said", "that", "Mali", "“would", "go”", ".", "unbelievably", "Ψ", "🕊", "a.b"]
)
_PARAGRAPHS = st.lists(st.lists(_WORDS, min_size=1, max_size=60).map(" ".join), max_size=6)


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    """The tokenizer as the network uses it."""
    found = Tokenizer.from_file(str(tokenizer_file()))
    found.no_padding()
    found.no_truncation()
    return found


def _placed(paragraphs: list[str]) -> list[tuple[int, str]]:
    placed, at = [], 0
    for text in paragraphs:
        placed.append((at, text))
        at += len(text) + 2
    return placed


@given(paragraphs=_PARAGRAPHS, longest=st.integers(4, 40))
@settings(deadline=None, max_examples=60)
def test_every_piece_once(tokenizer: Tokenizer, paragraphs: list[str], longest: int) -> None:
    """Windows hold each word piece of the text once, in order, and none is too long."""
    placed = _placed(paragraphs)
    whole = "\n\n".join(paragraphs)
    found = list(windows(placed, tokenizer, longest))
    assert all(len(w.ids) == len(w.spans) <= longest for w in found)
    spans = [span for w in found for span in w.spans if span != (0, 0)]
    expected = [
        (base + s, base + e)
        for base, text in placed
        for s, e in tokenizer.encode(text, add_special_tokens=False).offsets
    ]
    assert spans == expected
    assert all(whole[s:e].strip() for s, e in spans)


def test_paragraphs_stay_together(tokenizer: Tokenizer) -> None:
    """A paragraph that fits shares a window with the one before; another opens a new one."""
    short, long = "He said so.", "word " * 20
    found = list(windows(_placed([short, short, long]), tokenizer, 24))
    assert [len(w.ids) for w in found] == [11, 22]


def test_cut_behind_a_sentence(tokenizer: Tokenizer) -> None:
    """A paragraph longer than a window is cut behind a full stop where there is one."""
    text = "one two three four five. six seven eight nine ten eleven"
    first, second = windows([(0, text)], tokenizer, 10)
    assert text[: first.spans[-2][1]] == "one two three four five."
    assert text[second.spans[1][0] :].startswith("six")


def test_no_paragraph(tokenizer: Tokenizer) -> None:
    """A text without paragraphs has no window."""
    assert list(windows([], tokenizer)) == []
