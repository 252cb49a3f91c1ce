"""Claims made by two comparatives: *the more convoys are sent, the richer the rebels become*."""

from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Span, Token

from volteface.coding.claims.found import Found
from volteface.records import Direction

_LESS = frozenset({"fewer", "less", "lower", "smaller", "weaker"})
_MORE_TAGS = frozenset({"JJR", "RBR"})


def of_comparison(sentence: Span) -> Iterator[Found]:
    """*The more ..., the more ...*: what grows with what, or shrinks as it grows."""
    starts = [t for t in sentence[:-1] if t.lower_ == "the" and t.nbor().tag_ in _MORE_TAGS]
    for first, second in pairwise(starts):
        comma = next((t for t in sentence if first.i < t.i < second.i and t.text == ","), None)
        near = comma is not None and comma.i + 1 == second.i
        if not near or not _says_something(sentence, first, second):
            continue
        end = next(
            (t.i for t in sentence if t.i > second.i and t.pos_ == "PUNCT" and t.text not in "-'’"),
            sentence.end,
        )
        condition = _words(sentence, first.i, second.i)
        consequence = _words(sentence, second.i, end)
        less = (first.nbor().lower_ in _LESS) != (second.nbor().lower_ in _LESS)
        direction: Direction = "lowers" if less else "raises"
        yield Found(condition, consequence, direction, 1)
        return


def _says_something(sentence: Span, first: Token, second: Token) -> bool:
    """Not *the sooner the better*: a verb in the first half."""
    return any(t.pos_ in {"AUX", "VERB"} for t in sentence if first.i < t.i < second.i)


def _words(sentence: Span, start: int, end: int) -> frozenset[int]:
    return frozenset(t.i for t in sentence if start <= t.i < end and t.pos_ != "PUNCT")
