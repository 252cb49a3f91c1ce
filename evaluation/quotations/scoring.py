"""How well found quotations agree with annotated ones.

A quotation is the set of words of its content. Found and annotated ones are paired greedily, the
best agreement first, each used once.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

_WORD = re.compile(r"\w+")
_IN_MARKS = re.compile(r'“[^“”\n]*(?:”|\n|$)|"[^"\n]*(?:"|\n|$)')
_QUOTED, _UNQUOTED = 0.9, 0.1

Words = frozenset[int]
Spans = Iterable[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Quotation:
    """Content and source as the numbers of their words in the article."""

    content: Words
    source: Words


def agreement(one: Words, other: Words) -> float:
    """F1 of two sets of words, in [0, 1]."""
    shared = len(one & other)
    return 2 * shared / (len(one) + len(other)) if shared else 0.0


def share_found(annotated: Words, found: Words) -> float:
    """The share of the annotated words that was found."""
    return len(annotated & found) / len(annotated)


RULES: dict[str, tuple[Callable[[Words, Words], float], float]] = {
    "strict": (agreement, 0.8),
    "overlap": (share_found, 0.3001),
}
"""Name of a rule: how two quotations are compared, and the least value that counts."""


class Article:
    """The words of an article and which of them stand in double quote marks."""

    def __init__(self, text: str) -> None:
        self._spans = [match.span() for match in _WORD.finditer(text)]
        self._starts = [start for start, _ in self._spans]
        self.quoted = self.words(match.span() for match in _IN_MARKS.finditer(text))

    def words(self, spans: Spans) -> Words:
        """Numbers of the words that the spans touch."""
        found: set[int] = set()
        for start, end in spans:
            first = bisect_left(self._starts, start)
            if first and self._spans[first - 1][1] > start:
                first -= 1
            found.update(range(first, bisect_left(self._starts, end)))
        return frozenset(found)

    def kind(self, content: Words) -> str:
        """``direct``, ``mixed`` or ``indirect``, by how much of it stands in marks."""
        share = len(content & self.quoted) / len(content)
        return "direct" if share >= _QUOTED else "indirect" if share <= _UNQUOTED else "mixed"


class Score:
    """Counts over articles."""

    def __init__(self) -> None:
        self._n: Counter[tuple[str, ...]] = Counter()

    def add(
        self, article: Article, annotated: Sequence[Quotation], found: Sequence[Quotation]
    ) -> None:
        """Count one article's quotations."""
        kinds = [article.kind(quotation.content) for quotation in annotated]
        self._n["annotated",] += len(annotated)
        self._n["found",] += len(found)
        self._n.update(("kind", kind) for kind in kinds)
        for rule, (value, least) in RULES.items():
            for i, j in _pairs(annotated, found, value, least):
                source = annotated[i].source
                self._n["hit", rule] += 1
                self._n["both", rule] += not source or bool(source & found[j].source)
                self._n["hit", rule, kinds[i]] += 1

    def f(self, rule: str, *, speaker: bool = False) -> float:
        """F1 under a rule, in per cent; with ``speaker`` only pairs that share a source word."""
        hits = self._n["both" if speaker else "hit", rule]
        return 200 * hits / max(self._n["annotated",] + self._n["found",], 1)

    def recall(self, kind: str) -> float:
        """Of the annotated quotations of a kind, per cent found under ``strict``."""
        return 100 * self._n["hit", "strict", kind] / max(self._n["kind", kind], 1)


def _pairs(
    annotated: Sequence[Quotation],
    found: Sequence[Quotation],
    value: Callable[[Words, Words], float],
    least: float,
) -> list[tuple[int, int]]:
    """Greedy one-to-one pairs, best first."""
    possible = sorted(
        (
            (value(a.content, f.content), i, j)
            for i, a in enumerate(annotated)
            for j, f in enumerate(found)
            if a.content & f.content
        ),
        key=lambda pair: -pair[0],
    )
    left, right = set(range(len(annotated))), set(range(len(found)))
    pairs = []
    for how, i, j in possible:
        if how >= least and i in left and j in right:
            left.remove(i)
            right.remove(j)
            pairs.append((i, j))
    return pairs
