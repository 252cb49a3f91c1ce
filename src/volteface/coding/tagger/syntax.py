"""What the parse tells the tagger: a word's tag, relation and head, and the quote marks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from volteface.coding.grammar import text_of
from volteface.coding.quote_marks import quotations
from volteface.records import Span

_TAGS = (
    "$", "''", ",", "-LRB-", "-RRB-", ".", ":", "ADD", "AFX", "CC", "CD", "DT", "EX", "FW", "HYPH",
    "IN", "JJ", "JJR", "JJS", "LS", "MD", "NFP", "NN", "NNP", "NNPS", "NNS", "PDT", "POS", "PRP",
    "PRP$", "RB", "RBR", "RBS", "RP", "SYM", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ",
    "WDT", "WP", "WP$", "WRB", "XX", "_SP", "``",
)  # fmt: skip
_RELATIONS = (
    "ROOT", "acl", "acomp", "advcl", "advmod", "agent", "amod", "appos", "attr", "aux", "auxpass",
    "case", "cc", "ccomp", "compound", "conj", "csubj", "csubjpass", "dative", "dep", "det", "dobj",
    "expl", "intj", "mark", "meta", "neg", "nmod", "npadvmod", "nsubj", "nsubjpass", "nummod",
    "oprd", "parataxis", "pcomp", "pobj", "poss", "preconj", "predet", "prep", "prt", "punct",
    "quantmod", "relcl", "xcomp",
)  # fmt: skip
_TAG = {name: n for n, name in enumerate(_TAGS, start=1)}
_RELATION = {name: n for n, name in enumerate(_RELATIONS, start=1)}
_FARTHEST = 12

SIZES = (len(_TAGS) + 1, len(_RELATIONS) + 1, len(_RELATIONS) + 1, 2 * _FARTHEST + 2, 4)
"""How many values each feature takes; 0 is *unknown*, as at the marks of a window."""

Integers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Syntax:
    """Where each token of a text begins, and its features: (tokens, 5), in the order of ``SIZES``.

    The features are tag and relation of the word, relation of its head, offset of its head clipped
    to twelve words, and 1 outside quote marks, 2 inside, 3 inside marks that stand within others.
    """

    starts: Integers
    features: Integers

    def at(self, spans: Sequence[Span]) -> Integers:
        """Features of word pieces, each those of the token that it begins in: (pieces, 5).

        ``spans`` are offsets in the text; (0, 0), a mark of a window, gets zeros.
        """
        firsts, lasts = np.array(spans, dtype=np.int64).reshape(-1, 2).T
        tokens = np.searchsorted(self.starts, firsts, side="right") - 1
        return np.where((lasts > firsts)[:, None], self.features[np.maximum(tokens, 0)], 0)


def syntax(parts: Sequence[tuple[int, Doc]]) -> Syntax:
    """The syntax of a text, given the offset and the parse of each of its paragraphs, in order."""
    starts = [base + token.idx for base, doc in parts for token in doc]
    rows = [row for _, doc in parts for row in _rows(doc)]
    return Syntax(
        np.array(starts, dtype=np.int64), np.array(rows, dtype=np.int64).reshape(-1, len(SIZES))
    )


def _rows(doc: Doc) -> Iterator[tuple[int, ...]]:
    inside = np.ones(len(text_of(doc)) + 1, dtype=np.int64)
    for quote in quotations(text_of(doc)):
        inside[quote.first : quote.last] = 3 if quote.depth else 2
    for token in doc:
        head = token.head
        away = max(-_FARTHEST, min(_FARTHEST, head.i - token.i))
        yield (
            _TAG.get(token.tag_, 0),
            _RELATION.get(token.dep_, 0),
            _RELATION.get(head.dep_, 0),
            away + _FARTHEST + 1,
            int(inside[token.idx]),
        )
