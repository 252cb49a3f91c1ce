"""What of a passage and its surroundings is compared in meaning with the case's sentences."""

from collections.abc import Callable, Sequence

import numpy as np

from volteface.coding.passage import Passage
from volteface.coding.vectors import DIMENSION, Encoder, Matrix
from volteface.records import Span

MEANING = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM"})
"""Parts of speech that mean something."""
_WINDOW = 100
"""Tokens of the surroundings that are compared."""
_FEWEST_WORDS = 5
"""A shorter content is compared by its whole clause."""
_BRIEF = 4
"""A content of fewer words that mean something is brief."""


def compared(passage: Passage) -> tuple[Span, ...]:
    """The words whose meaning is compared: the content, or its clause where it is a few words."""
    enough = len(passage.text().split()) >= _FEWEST_WORDS
    return passage.content if enough else (passage.clause,)


def around(passage: Passage) -> tuple[Span, ...]:
    """The sentences of the clause, and those before and after it as far as they fit."""
    clause, doc = passage.tokens(), passage.doc
    start, end = clause.start, clause.end
    sentences = [(s.start, s.end) for s in doc.sents]
    for first, last in reversed([s for s in sentences if s[1] <= start]):
        if end - first <= _WINDOW and last == start:
            start = first
    for first, last in (s for s in sentences if s[0] >= end):
        if last - start <= _WINDOW and first == end:
            end = last
    return ((doc[start].idx, doc[start:end].end_char),) if end > start else ()


def meant(
    passages: Sequence[Passage],
    stretch: Callable[[Passage], tuple[Span, ...]],
    encoder: Encoder,
) -> Matrix:
    """The vector of a stretch of each passage, one a row.

    Args:
        passages: Any, from any reports.
        stretch: ``compared`` or ``around``.
        encoder: For the words of passages that do not know their report's meaning.
    """
    vectors = np.zeros((len(passages), DIMENSION), dtype=np.float32)
    alone: dict[str, list[int]] = {}
    for row, passage in enumerate(passages):
        spans = stretch(passage)
        if passage.meaning is None:
            alone.setdefault(passage.words(spans), []).append(row)
        else:
            vectors[row] = passage.meaning.of(passage.in_report(spans))
    for rows, vector in zip(alone.values(), encoder.encode(list(alone)), strict=True):
        vectors[rows] = vector
    return vectors


def is_brief(passage: Passage) -> bool:
    """Whether the content has hardly a word that means something."""
    said = (t for t in passage.tokens() if passage.holds(t.i))
    return sum(t.pos_ in MEANING and not t.is_stop for t in said) < _BRIEF
