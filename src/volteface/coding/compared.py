"""What of a passage and its surroundings is compared in meaning with the case's sentences."""

from volteface.coding.grammar import text_of
from volteface.coding.passage import Passage

MEANING = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM"})
"""Parts of speech that mean something."""
_WINDOW = 100
"""Tokens of the surroundings that are compared."""
_FEWEST_WORDS = 5
"""A shorter content is compared by its whole clause."""
_BRIEF = 4
"""A content of fewer words that mean something is brief."""


def compared(passage: Passage) -> str:
    """The text whose meaning is compared: the content, or its clause where it is a few words."""
    text = passage.text()
    if len(text.split()) >= _FEWEST_WORDS:
        return text
    return " ".join(text_of(passage.doc)[slice(*passage.clause)].split())


def around(passage: Passage) -> str:
    """The sentences of the clause, and those before and after it as far as they fit, as one text.

    Passages of one short paragraph have the same surroundings, which are read once.
    """
    clause, doc = passage.tokens(), passage.doc
    start, end = clause.start, clause.end
    sentences = [(s.start, s.end) for s in doc.sents]
    for first, last in reversed([s for s in sentences if s[1] <= start]):
        if end - first <= _WINDOW and last == start:
            start = first
    for first, last in (s for s in sentences if s[0] >= end):
        if last - start <= _WINDOW and first == end:
            end = last
    return " ".join(doc[start:end].text.split())


def is_brief(passage: Passage) -> bool:
    """Whether the content has hardly a word that means something."""
    said = (t for t in passage.tokens() if passage.holds(t.i))
    return sum(t.pos_ in MEANING and not t.is_stop for t in said) < _BRIEF
